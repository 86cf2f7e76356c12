'use client';
// The earlier vision on the desk: what became of each action is said here, by one choice a line.
import { useTranslations } from 'next-intl';
import { EARLIER } from '../../../server/engine/draft/earlier';
import type { EarlierLineView, EarlierView, FacilitatorView } from '../../../server/engine/views';
import { ACTION_STATUSES, type ActionStatus } from '../../../server/engine/vocabulary';
import { useCommander } from '../../desk/commander';
import { Button } from '../../ui/button';
import { useDates } from '../../ui/dates';
import { OwnWords } from '../../ui/own-words';
import { useLocalText } from '../../ui/words';
import { actionFacts } from '../action-facts';
import styles from './earlier.module.css';
import { ProgressBar } from './progress-bar';

export function EarlierFacilitator({
  view,
  earlier,
}: {
  readonly view: FacilitatorView;
  readonly earlier: EarlierView;
}) {
  const t = useTranslations('Earlier');
  const local = useLocalText();
  const { run, busy } = useCommander();
  const lit = view.draft.lit === EARLIER;
  const date = useDates(view.session.timeZone).day(earlier.date);
  return (
    <div className={styles.desk}>
      <header>
        <h3>{t('from', { title: local(earlier.title), date, code: earlier.code })}</h3>
        <Button
          busy={busy}
          aria-pressed={lit}
          onClick={() => void run([{ type: 'line.light', lineId: lit ? null : EARLIER }])}
        >
          {t(lit ? 'leaveWall' : 'toWall')}
        </Button>
      </header>
      <p className={styles.hint}>{t('how')}</p>
      <ProgressBar earlier={earlier} />
      <ul className={styles.goals}>
        {earlier.lines
          .filter(({ kind }) => kind === 'goal')
          .map((goal) => (
            <li key={goal.id}>
              <p>
                <strong>
                  <OwnWords words={goal.text} />
                </strong>{' '}
                <em>{t(`fate.${goal.fate ?? 'kept'}`)}</em>
              </p>
              <ul>
                {earlier.lines
                  .filter(({ goalLineId }) => goalLineId === goal.id)
                  .map((action) => (
                    <ActionRow key={action.id} action={action} />
                  ))}
              </ul>
            </li>
          ))}
      </ul>
    </div>
  );
}

function ActionRow({ action: { id, text, who = '', byWhen = '', status } }: { readonly action: EarlierLineView }) {
  const t = useTranslations('Earlier');
  const { run } = useCommander();
  return (
    <li data-status={status}>
      <span>
        <OwnWords words={text} />
        <small>{actionFacts({ who, byWhen })}</small>
      </span>
      <select
        aria-label={t('statusOf', { text: text.text })}
        value={status}
        onChange={(event) =>
          void run([{ type: 'action.report', lineId: id, status: event.target.value as ActionStatus }])
        }
      >
        {ACTION_STATUSES.map((one) => (
          <option key={one} value={one}>
            {t(`status.${one}`)}
          </option>
        ))}
      </select>
    </li>
  );
}
