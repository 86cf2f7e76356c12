'use client';
// The join screen: a QR code to be read from the last row, the code spelled out, and the groups filling up.
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../server/engine/views';
import { GroupCrowd } from '../charts/group-crowd';
import { useSessionInfo } from '../live/session-info';
import { useLocalText } from '../ui/words';
import { spacedCode, typedAddress } from './join-address';
import { LineNotice } from './line-notice';
import styles from './lobby.module.css';
import { Ornament } from './ornament';
import { QrCode } from './qr-code';

export function Lobby({ view, code }: { readonly view: ScreenView; readonly code: string }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const info = useSessionInfo(code);
  return (
    <div className={styles.lobby}>
      <Ornament className={styles.ornament} />
      <main className={styles.welcome}>
        <p className={styles.product}>{t('brand')}</p>
        <h1>{local(view.session.title)}</h1>
        <section className={styles.people} aria-label={t('lobby.people')}>
          <p className={styles.joined}>
            <strong>{view.joined ?? 0}</strong> {t('lobby.joined', { count: view.joined ?? 0 })}
          </p>
          <GroupCrowd groups={view.groups} counts={view.joinedByGroup} />
        </section>
      </main>
      <aside className={styles.join} aria-label={t('lobby.join')}>
        <p className={styles.how}>{t('lobby.scan')}</p>
        <div className={styles.qr}>
          {info !== undefined && <QrCode text={info.joinUrl} label={t('qr', { address: info.joinUrl })} />}
        </div>
        <p className={styles.or}>
          {t.rich('lobby.type', {
            address: info === undefined ? '…' : typedAddress(info.joinUrl),
            b: (chunks) => <strong>{chunks}</strong>,
          })}
        </p>
        <p className={styles.code}>
          <span className="visually-hidden">{t('code', { code: [...code].join(' ') })}</span>
          <span aria-hidden="true">{spacedCode(code)}</span>
        </p>
      </aside>
      <LineNotice className={styles.line} />
    </div>
  );
}
