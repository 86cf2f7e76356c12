'use client';
// Above every activity: where the room is in the agenda, what it is asked, and the time left.
import { useTranslations } from 'next-intl';
import type { ActivityView, ScreenView } from '../../server/engine/views';
import { screenFace } from '../activities/screens';
import { clockText, useSecondsLeft } from '../live/countdown';
import { useRoom } from '../live/provider';
import { useLocalText } from '../ui/words';
import styles from './wall.module.css';

/** From here on the clock stands out. */
const SOON_SECONDS = 60;

export function WallHeader({ view, activity }: { readonly view: ScreenView; readonly activity: ActivityView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  // What is worked on before everyone's eyes is open first and shown second.
  const status = activity.revealed && activity.status !== 'open' ? 'results' : activity.status;
  const { countsPeopleAbove } = screenFace(activity.kind);
  return (
    <header className={styles.header}>
      <div>
        <p className={styles.place}>
          <span className={styles.steps} aria-hidden="true">
            {Array.from({ length: view.session.activities }, (_, index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is nothing but its place
                key={index}
                data-step={stepOf(index + 1, activity.position, view.opened)}
              />
            ))}
          </span>
          <span>{t('step', { position: activity.position, of: view.session.activities })}</span>
          <span className={styles.status} data-status={status}>
            {t(`status.${status}`)}
          </span>
          {status === 'results' && countsPeopleAbove && activity.turnout !== undefined && (
            <span>
              {t(`picture.${activity.kind}`, { voted: activity.turnout.voted, joined: activity.turnout.joined })}
            </span>
          )}
        </p>
        <h1>{local(activity.title)}</h1>
        {status !== 'results' && <p className={styles.prompt}>{local(activity.prompt)}</p>}
      </div>
      <WallTimer view={view} />
    </header>
  );
}

function stepOf(place: number, now: number, opened: readonly number[]): 'now' | 'done' | 'skipped' | 'ahead' {
  if (place === now) return 'now';
  if (opened.includes(place)) return 'done';
  return place < now ? 'skipped' : 'ahead';
}

function WallTimer({ view }: { readonly view: ScreenView }) {
  const t = useTranslations('Screen');
  const { serverNow } = useRoom<'screen'>();
  const left = useSecondsLeft(view.timer?.endsAt, serverNow);
  if (left === undefined) return null;
  return (
    <p className={styles.timer} role="timer" data-soon={left <= SOON_SECONDS || undefined}>
      <strong>{clockText(left)}</strong>
      <span>{left === 0 ? t('timeUp') : t('timeLeft')}</span>
    </p>
  );
}
