'use client';
// Goals with the actions that grow beneath them.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ActionView, PlanView, ScreenView } from '../../../server/engine/views';
import { FitPages, type FitItem } from '../../ui/fit-pages';
import { OwnWords } from '../../ui/own-words';
import { useLocalText } from '../../ui/words';
import { SectionHeading } from '../idea-card';
import { inOrder } from '../in-order';
import cards from '../cards.module.css';
import { actionFacts } from './action-facts';

const LAYOUTS = [
  { columns: 2, scale: 1.3 },
  { columns: 2, scale: 1.1 },
  { columns: 3, scale: 1 },
] as const;
/** More actions under one goal are counted instead of shown: a block must fit a page. */
const MOST_ACTIONS = 8;

export function PlanScreen({ view, activity }: { readonly view: ScreenView; readonly activity: PlanView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const items = useMemo(() => {
    const list: FitItem[] = [];
    const actions = inOrder(view.actions);
    for (const theme of view.themes) {
      const goals = activity.goals.filter((goal) => goal.themeId === theme.id);
      if (goals.length === 0) continue;
      list.push({ key: theme.id, heading: true, node: <SectionHeading text={local(theme.name)} /> });
      for (const goal of goals) {
        const here = actions.filter(([, action]) => action.goalId === goal.id);
        list.push({
          key: goal.id,
          node: (
            <section className={cards.goal}>
              <h3>
                <OwnWords words={goal.text} />
              </h3>
              {here.length === 0 && <p className={cards.none}>{t('plan.noAction')}</p>}
              <ul className={cards.actions}>
                {here.slice(0, MOST_ACTIONS).map(([key, action]) => (
                  <Action key={key} action={action} />
                ))}
              </ul>
              {here.length > MOST_ACTIONS && (
                <p className={cards.more}>{t('plan.more', { count: here.length - MOST_ACTIONS })}</p>
              )}
            </section>
          ),
        });
      }
    }
    return list;
  }, [view.actions, view.themes, activity.goals, t, local]);
  if (items.length === 0) return <p className={cards.empty}>{t('plan.noGoals')}</p>;
  return <FitPages items={items} layouts={LAYOUTS} label={t('plan.list')} />;
}

function Action({ action }: { readonly action: ActionView }) {
  const facts = actionFacts(action);
  return (
    <li className={cards.action}>
      <OwnWords words={{ text: action.what, lang: action.lang }} />
      {facts !== '' && (
        <span className={cards.facts} lang={action.lang}>
          {' '}
          {facts}
        </span>
      )}
    </li>
  );
}
