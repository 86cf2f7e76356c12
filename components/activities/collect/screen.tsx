'use client';
// Ideas per theme: how full each theme is while people write, the ideas by theme and horizon once revealed.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { CollectView, ScreenView } from '../../../server/engine/views';
import { type FitItem, FitPages } from '../../ui/fit-pages';
import { useLocalText } from '../../ui/words';
import cards from '../cards.module.css';
import { IdeaCard, SectionHeading } from '../idea-card';
import { inOrder } from '../in-order';
import styles from '../scenes.module.css';
import { Supporters } from '../supporters';

const LAYOUTS = [
  { columns: 2, scale: 1.4 },
  { columns: 3, scale: 1.15 },
  { columns: 3, scale: 1 },
] as const;

/** A slip is this wide, in rem, until the fullest theme would outgrow its row. */
const SLIP = 1.1;
const ROW = 30;

export function CollectScreen({ view, activity }: { readonly view: ScreenView; readonly activity: CollectView }) {
  return activity.revealed ? <Ideas view={view} activity={activity} /> : <Filling view={view} activity={activity} />;
}

function Filling({ view, activity }: { readonly view: ScreenView; readonly activity: CollectView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const counts = activity.ideaCountByTheme ?? {};
  const unit = Math.min(SLIP, ROW / Math.max(1, ...Object.values(counts)));
  return (
    <ul className={styles.themes} data-many={view.themes.length > 6 || undefined}>
      {view.themes.map((theme) => {
        const count = counts[theme.id] ?? 0;
        return (
          <li key={theme.id}>
            <h2>{local(theme.name)}</h2>
            <span
              className={styles.strip}
              aria-hidden="true"
              style={
                {
                  width: `calc(${count * unit}rem - var(--cut))`,
                  '--unit': `${unit}rem`,
                  // Below this width the gaps between slips would eat the slips.
                  '--cut': unit < 0.25 ? '0rem' : '0.15rem',
                } as React.CSSProperties
              }
            />
            <strong>
              {count} <span className="visually-hidden">{t('collect.ideas', { count })}</span>
            </strong>
          </li>
        );
      })}
    </ul>
  );
}

function Ideas({ view, activity }: { readonly view: ScreenView; readonly activity: CollectView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const items = useMemo(() => {
    const list: FitItem[] = [];
    const ideas = inOrder(view.ideas).filter(([, idea]) => idea.activityId === activity.id);
    for (const theme of view.themes) {
      const here = ideas.filter(([, idea]) => idea.themeId === theme.id);
      if (here.length === 0) continue;
      const count = t('collect.countIdeas', { count: here.length });
      list.push({ key: theme.id, heading: true, node: <SectionHeading text={local(theme.name)} count={count} /> });
      for (const horizon of view.horizons) {
        for (const [key, idea] of here.filter(([, candidate]) => candidate.horizonId === horizon.id)) {
          // One horizon for all needs no label on each card.
          const note = activity.horizonIds.length > 1 ? local(horizon.name) : undefined;
          const supporters = <Supporters count={idea.supporters} />;
          list.push({ key, node: <IdeaCard words={idea} note={note} supporters={supporters} /> });
        }
      }
    }
    return list;
  }, [view.ideas, view.themes, view.horizons, activity.id, activity.horizonIds, t, local]);
  if (items.length === 0) return <p className={cards.empty}>{t('collect.none')}</p>;
  return <FitPages items={items} layouts={LAYOUTS} label={t('collect.list')} />;
}
