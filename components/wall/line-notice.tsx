'use client';
// Says that the wall has lost its line, but only once that has lasted: a banner at every short drop cries wolf.
import { useTranslations } from 'next-intl';
import { useRoom } from '../live/provider';
import { useAway } from '../live/use-away';
import styles from './wall.module.css';

const AFTER_MS = 6_000;

export function LineNotice({ className }: { readonly className?: string | undefined }) {
  const t = useTranslations('Screen');
  const { status } = useRoom<'screen'>();
  const away = useAway(status, AFTER_MS);
  return (
    <p role="status" className={[styles.line, className].filter(Boolean).join(' ')}>
      {away ? t('lineLost') : ''}
    </p>
  );
}
