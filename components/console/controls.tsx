'use client';
// Above everything: what the room is doing, the one next step, the ways back, the timer, and who has taken part.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActivityView, FacilitatorView } from '../../server/engine/views';
import type { ActivityId } from '../../server/engine/vocabulary';
import { useCommander } from '../desk/commander';
import { useJudgedChoice } from '../desk/judged-choice';
import { Button } from '../ui/button';
import { useLocalText } from '../ui/words';
import styles from './controls.module.css';
import { neighbour, nextStep } from './next-step';
import { useNextWords } from './next-words';
import { ReopenDialog } from './reopen-dialog';
import { useSettling } from './settling';
import { TimerControls } from './timer-controls';
import { PeopleByGroup, TurnoutByGroup } from './turnout-by-group';

export function Controls({
  view,
  onBegin,
  onEnd,
  onGoals,
}: {
  readonly view: FacilitatorView;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
  readonly onGoals: () => void;
}) {
  const t = useTranslations('Console');
  const local = useLocalText();
  const { run, busy } = useCommander();
  const [judge] = useJudgedChoice();
  const step = nextStep(view, judge);
  const nextWords = useNextWords(view);
  const { activity } = view;
  const live = view.session.phase === 'live' && activity !== undefined;
  const shown = live ? (activity.revealed && activity.status === 'closed' ? 'revealed' : activity.status) : undefined;
  const back = live ? neighbour(view, -1) : undefined;
  const settling = useSettling(
    `${view.session.phase} ${activity?.id} ${shown} ${activity?.revealed} ${step?.key} ${step?.activityId}`,
  );

  function go() {
    if (step === undefined) return;
    if (step.key === 'start') onBegin();
    else if (step.key === 'end') onEnd();
    else if (step.key === 'goals') {
      onGoals();
      // The panel may only now be put on the page.
      requestAnimationFrame(() => document.getElementById('choose-goals')?.focus());
    } else void run(step.commands, step.key === 'revealLate' ? t('shownLate') : undefined);
  }

  return (
    <section className={styles.controls} aria-label={t('controls')}>
      <div className={styles.now}>
        <h2>
          {live ? local(activity.title) : t(`phase.${view.session.phase}`)}
          {shown !== undefined && (
            <span className={styles.state} data-status={shown}>
              {t(`status.${shown}`)}
            </span>
          )}
        </h2>
        {live && <p>{local(activity.prompt)}</p>}
        {!live && <p>{t(`phase.${view.session.phase}Hint`)}</p>}
      </div>
      <div className={styles.steps}>
        {step !== undefined && (
          <Button
            id="next-step"
            weight={step.lacks === undefined ? 'primary' : 'normal'}
            busy={busy}
            settling={settling}
            onClick={go}
            aria-keyshortcuts="Control+Enter"
            aria-describedby={step.lacks === undefined ? undefined : 'next-lacks'}
          >
            {nextWords(step)}
          </Button>
        )}
        {live && <SideSteps activity={activity} settling={settling} />}
        {back !== undefined && (
          <Button
            weight="quiet"
            busy={busy}
            settling={settling}
            onClick={() => void run([{ type: 'agenda.goto', activityId: back }])}
          >
            {t('back')}
          </Button>
        )}
        {step?.lacks !== undefined && (
          <p id="next-lacks" className={styles.lacks}>
            {t(`lacks.${step.lacks}`, { max: step.most ?? 0 })}
          </p>
        )}
        <span className="visually-hidden" role="status">
          {settling ? t('wait') : ''}
        </span>
      </div>
      {live && <TimerControls view={view} activity={activity} />}
      {live && activity.turnout !== undefined && !activity.watched && (
        <TurnoutByGroup view={view} turnout={activity.turnout} />
      )}
      {view.session.phase === 'lobby' && <PeopleByGroup view={view} />}
    </section>
  );
}

/** What is possible beside the next step: reopening, showing and hiding. */
function SideSteps({ activity, settling }: { readonly activity: ActivityView; readonly settling: boolean }) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const { id: activityId, status, revealed, secret = false } = activity;
  // The step that was asked about, should another desk take the room elsewhere meanwhile.
  const [asking, setAsking] = useState<ActivityId>();
  const revealable = status === 'closed' || (status === 'open' && !secret);
  return (
    <>
      {status === 'closed' && (
        <Button
          busy={busy}
          settling={settling}
          onClick={() =>
            secret && revealed ? setAsking(activityId) : void run([{ type: 'activity.open', activityId }])
          }
        >
          {t('reopen')}
        </Button>
      )}
      {asking !== undefined && <ReopenDialog activityId={asking} onClose={() => setAsking(undefined)} />}
      {revealed && (
        <Button busy={busy} settling={settling} onClick={() => void run([{ type: 'results.hide', activityId }])}>
          {t('hideResults')}
        </Button>
      )}
      {!revealed && revealable && status === 'open' && (
        <Button busy={busy} settling={settling} onClick={() => void run([{ type: 'results.reveal', activityId }])}>
          {t('showNow')}
        </Button>
      )}
    </>
  );
}
