'use client';
// The timer: suggests the length from the agenda, shows the same seconds as every screen, closes nothing by itself.
import { useTranslations } from 'next-intl';
import type { ActivityView, FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import { useKept } from '../desk/kept';
import { clockText, useSecondsLeft } from '../live/countdown';
import { useRoom } from '../live/provider';
import { Button } from '../ui/button';
import { Form, Input } from '../ui/form';
import styles from './timer-controls.module.css';

export function TimerControls({ view, activity }: { readonly view: FacilitatorView; readonly activity: ActivityView }) {
  const t = useTranslations('Console');
  const { serverNow } = useRoom<'facilitator'>();
  const { run, busy } = useCommander();
  const left = useSecondsLeft(view.timer?.endsAt, serverNow);
  const [typed, setTyped] = useKept<{ readonly for: string; readonly minutes: string } | undefined>(
    'minutes',
    undefined,
  );
  const minutes = typed?.for === activity.id ? typed.minutes : String(activity.minutes);

  if (left === undefined) {
    return (
      <Form
        className={styles.timer}
        onSubmit={() => run([{ type: 'timer.start', seconds: Math.round(Number(minutes) * 60) }])}
      >
        <Input
          label={t('timer.minutes')}
          type="number"
          min="0.5"
          max="240"
          step="0.5"
          required
          value={minutes}
          onChange={(event) => setTyped({ for: activity.id, minutes: event.target.value })}
        />
        <Button type="submit" busy={busy}>
          {t('timer.start')}
        </Button>
      </Form>
    );
  }
  return (
    <div className={styles.timer}>
      <strong role="timer" aria-label={t('timer.left')}>
        {left === 0 ? t('timer.up') : clockText(left)}
      </strong>
      <div className={styles.presses}>
        {[1, 5].map((more) => (
          <Button key={more} busy={busy} onClick={() => void run([{ type: 'timer.extend', seconds: more * 60 }])}>
            {t('timer.more', { minutes: more })}
          </Button>
        ))}
        <Button weight="quiet" busy={busy} onClick={() => void run([{ type: 'timer.stop' }])}>
          {t('timer.stop')}
        </Button>
      </div>
    </div>
  );
}
