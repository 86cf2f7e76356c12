'use client';
// Actions under their goals, for the facilitator to hide what does not belong there.
import { useTranslations } from 'next-intl';
import type { PlanView } from '../../../server/engine/activities/plan/types';
import type { FacilitatorView } from '../../../server/engine/views';
import { useCommander } from '../../desk/commander';
import rows from '../../desk/rows.module.css';
import { actionFacts } from '../../draft/action-facts';
import { Button } from '../../ui/button';
import hints from '../../ui/hint.module.css';
import { inOrder } from '../../ui/in-order';
import { OwnWords } from '../../ui/own-words';
import type { FacilitatorFace } from '../face';
import styles from './plan.module.css';

export const planFacilitator: FacilitatorFace<'plan'> = {
  Desk: PlanFacilitator,
  help: { whileOpen: 'closePlan' },
};

function PlanFacilitator({ view, activity }: { readonly view: FacilitatorView; readonly activity: PlanView }) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  if (activity.goals.length === 0) return <p className={hints.hint}>{t('plan.noGoals')}</p>;
  const actions = inOrder(view.actions);
  return activity.goals.map((goal) => {
    const here = actions.filter(([, action]) => action.goalId === goal.id);
    return (
      <section key={goal.id} className={styles.goal}>
        <h3>
          <OwnWords words={goal.text} /> <small>{t('plan.count', { count: here.length })}</small>
        </h3>
        {here.length > 0 && (
          <ul className={rows.rows}>
            {here.map(([actionId, action]) => (
              <li key={actionId} data-hidden={action.hidden}>
                <span className={rows.text} dir="auto" lang={action.lang}>
                  {action.what}
                  <small>{actionFacts(action)}</small>
                </span>
                <Button
                  weight="quiet"
                  busy={busy}
                  aria-label={t(action.hidden ? 'ideas.unhideOne' : 'ideas.hideOne', { text: action.what })}
                  onClick={() => void run([{ type: action.hidden ? 'action.unhide' : 'action.hide', actionId }])}
                >
                  {t(action.hidden ? 'ideas.unhide' : 'ideas.hide')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  });
}
