'use client';
// Goals with the actions that grow beneath them.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { PlanView } from '../../../server/engine/activities/plan/types';
import type { ActionView, ScreenView } from '../../../server/engine/views';
import { actionFacts } from '../../draft/action-facts';
import cards from '../../scene/cards.module.css';
import { type FitItem, FitPages } from '../../scene/fit-pages';
import { GOAL_LAYOUTS } from '../../scene/goal-layouts';
import { PlacedHeading } from '../../scene/idea-card';
import styles from '../../scene/pictures.module.css';
import { inOrder } from '../../ui/in-order';
import { OwnWords } from '../../ui/own-words';
import { useLocalText } from '../../ui/words';
import type { ScreenFace } from '../face';

export const planScreen: ScreenFace<'plan'> = { Scene: PlanScreen };

function PlanScreen({ view, activity }: { readonly view: ScreenView; readonly activity: PlanView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const items = useMemo(() => {
    const list: FitItem[] = [];
    const actions = inOrder(view.actions);
    for (const theme of view.themes) {
      for (const goal of activity.goals.filter(({ themeId }) => themeId === theme.id)) {
        const heading = <PlacedHeading place={local(theme.name)} words={<OwnWords words={goal.text} />} />;
        list.push({ key: goal.id, heading: true, node: heading });
        const here = actions.filter(([, action]) => action.goalId === goal.id);
        // Before they are shown nobody can say which goal still has none.
        if (here.length === 0 && activity.revealed) {
          list.push({ key: `${goal.id}-none`, node: <p className={cards.none}>{t('plan.noAction')}</p> });
        }
        for (const [key, action] of here) list.push({ key, node: <Action action={action} /> });
      }
    }
    return list;
  }, [view.actions, view.themes, activity.goals, activity.revealed, t, local]);
  if (items.length === 0) return <p className={cards.empty}>{t('plan.noGoals')}</p>;
  return (
    <div className={styles.column}>
      {!activity.revealed && <p className={styles.rule}>{t('plan.count', { count: activity.actionCount ?? 0 })}</p>}
      <FitPages items={items} layouts={GOAL_LAYOUTS} label={t('plan.list')} gapRem={0.35} />
    </div>
  );
}

function Action({ action }: { readonly action: Pick<ActionView, 'what' | 'who' | 'byWhen' | 'lang'> }) {
  const facts = actionFacts(action);
  return (
    <p className={cards.action} dir="auto" lang={action.lang}>
      {action.what}
      {facts !== '' && <span className={cards.facts}>{facts}</span>}
    </p>
  );
}
