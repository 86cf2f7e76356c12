'use client';
// The clock of the computer was set while the session ran: said until it has been read.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { useKept } from '../desk/kept';
import { Button } from '../ui/button';
import { useDates } from '../ui/dates';
import styles from './clock-notice.module.css';

export function ClockNotice({ view }: { readonly view: FacilitatorView }) {
  const t = useTranslations('Console');
  const dates = useDates(view.session.timeZone);
  const [read, setRead] = useKept('clock', 0);
  const { clockJump } = view;
  if (clockJump === undefined || clockJump.at === read) return null;
  const { at, by } = clockJump;
  const minutes = Math.max(1, Math.round(Math.abs(by) / 60_000));
  return (
    <aside className={styles.clock}>
      <p role="alert">{t(by < 0 ? 'clock.back' : 'clock.ahead', { minutes, time: dates.time(at) })}</p>
      <Button onClick={() => setRead(at)}>{t('clock.read')}</Button>
    </aside>
  );
}
