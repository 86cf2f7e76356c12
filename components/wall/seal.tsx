'use client';
// At the end: the closing hash and the server's key, and a code that opens the page for verifying with the hash filled in.
import { useTranslations } from 'next-intl';
import { inFours } from '../../server/protocol/in-fours';
import { useSessionInfo } from '../live/session-info';
import { useSeal } from '../live/use-seal';
import { QrCode } from './qr-code';
import styles from './seal.module.css';

export function Seal({ code }: { readonly code: string }) {
  const t = useTranslations('Seal');
  const seal = useSeal(code, 'ended');
  const info = useSessionInfo(code);
  if (seal?.closingHash === undefined || info === undefined) return null;
  const { closingHash, key } = seal;
  const link = `${new URL(info.joinUrl).origin}/verify#expect=${closingHash}`;
  return (
    <div className={styles.seal}>
      <QrCode text={link} label={t('code')} className={styles.code} />
      <dl>
        <dt>{t('hash')}</dt>
        <dd>{inFours(closingHash)}</dd>
        {key !== undefined && (
          <>
            <dt>{t('key')}</dt>
            <dd>{inFours(key)}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
