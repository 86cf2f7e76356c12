'use client';
// Says that the desk looks at another step than the room, and moves the room there only when that is pressed.
import { useTranslations } from 'next-intl';
import type { ActivityView, FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import { Button } from '../ui/button';
import { useLocalText } from '../ui/words';
import styles from './looking.module.css';

export function Looking({
  view,
  looked,
  onBack,
}: {
  readonly view: FacilitatorView;
  readonly looked: ActivityView;
  /** To the step the room is at. */
  readonly onBack: () => void;
}) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { run, busy } = useCommander();
  const { activity } = view;
  const { phase } = view.session;
  const live = phase === 'live' && activity !== undefined;
  const names = { looked: local(looked.title), room: activity === undefined ? '' : local(activity.title) };
  async function move() {
    if (await run([{ type: 'agenda.goto', activityId: looked.id }])) onBack();
  }
  return (
    <aside className={styles.looking}>
      <p role="status">
        {live ? t('look.away', names) : t(phase === 'ended' ? 'look.ended' : 'look.lobby', names)}
        {live && activity.status === 'open' && <small>{t('look.closes', names)}</small>}
      </p>
      {live && (
        <>
          <Button busy={busy} onClick={() => void move()}>
            {t('look.move')}
          </Button>
          <Button weight="quiet" onClick={onBack}>
            {t('look.back')}
          </Button>
        </>
      )}
    </aside>
  );
}
