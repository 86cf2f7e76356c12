'use client';
// The draft vision on the wall: per theme, each goal with the actions that lead to it.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { LineView, ScreenView } from '../../server/engine/views';
import cards from '../activities/cards.module.css';
import { SectionHeading } from '../activities/idea-card';
import { actionFacts } from '../activities/plan/action-facts';
import { FitPages, type FitItem } from '../ui/fit-pages';
import { OwnWords } from '../ui/own-words';
import { useLocalText } from '../ui/words';
import { chaptersOf, type DraftGoal } from './chapters';
import draft from './screen.module.css';

const LAYOUTS = [
  { columns: 2, scale: 1.3 },
  { columns: 2, scale: 1.1 },
  { columns: 3, scale: 1 },
] as const;

export function DraftScreen({ view }: { readonly view: ScreenView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const items = useMemo(() => {
    const list: FitItem[] = [];
    for (const { theme, needs, goals, steps } of chaptersOf(view.draft, view.themes)) {
      list.push({ key: theme.id, heading: true, node: <SectionHeading text={local(theme.name)} /> });
      for (const line of needs) list.push({ key: line.id, node: <Line line={line} label={t('draft.need')} /> });
      for (const goal of goals) list.push({ key: goal.line.id, node: <Goal goal={goal} /> });
      for (const line of steps) list.push({ key: line.id, node: <Line line={line} label={t('draft.step')} /> });
    }
    return list;
  }, [view.draft, view.themes, t, local]);
  if (items.length === 0) return <p className={cards.empty}>{t('draft.empty')}</p>;
  return <FitPages items={items} layouts={LAYOUTS} label={t('draft.list')} />;
}

function Goal({ goal: { line, actions } }: { readonly goal: DraftGoal }) {
  const t = useTranslations('Screen');
  return (
    <section className={cards.goal}>
      <h3>
        <OwnWords words={line.text} />
      </h3>
      {line.endorsement?.supportPercent !== undefined && (
        <p className={draft.support}>{t('draft.support', { percent: line.endorsement.supportPercent })}</p>
      )}
      <ul className={cards.actions}>
        {actions.map((action) => (
          <li key={action.id} className={cards.action}>
            <OwnWords words={action.text} />
            {action.action !== undefined && (
              <span className={cards.facts} lang={action.text.lang}>
                {' '}
                {actionFacts(action.action)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line, label }: { readonly line: LineView; readonly label: string }) {
  return (
    <p className={draft.line}>
      <span>{label}</span> <OwnWords words={line.text} />
    </p>
  );
}
