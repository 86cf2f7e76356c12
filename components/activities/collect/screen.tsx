'use client';
// Ideas per theme: how full each theme is while people write, the ideas by theme and horizon once revealed.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { CollectView } from '../../../server/engine/activities/collect/types';
import type { ScreenView } from '../../../server/engine/views';
import cards from '../../scene/cards.module.css';
import { type FitItem, FitPages } from '../../scene/fit-pages';
import { IdeaCard, SectionHeading } from '../../scene/idea-card';
import { inOrder } from '../../ui/in-order';
import { Seconders } from '../../ui/seconders';
import { useLocalText } from '../../ui/words';
import type { ScreenFace } from '../face';
import styles from './collect.module.css';

const LAYOUTS = [
  { columns: 2, scale: 1.4 },
  { columns: 3, scale: 1.15 },
  { columns: 3, scale: 1 },
] as const;

/** Rows as high as the wall allows: names of themes are read from the last row. */
const FILLING_LAYOUTS = [2.2, 1.9, 1.6, 1.4, 1.2, 1].map((scale) => ({ columns: 1, scale }));
/** A row holds this many slips before they become narrower. */
const FULL_ROW = 25;
/** Beyond this the gaps between slips would eat the slips. */
const MOST_SLIPS = 120;

export const collectScreen: ScreenFace<'collect'> = { Scene: CollectScreen };

function CollectScreen({ view, activity }: { readonly view: ScreenView; readonly activity: CollectView }) {
  return activity.revealed ? <Ideas view={view} activity={activity} /> : <Filling view={view} activity={activity} />;
}

function Filling({ view, activity }: { readonly view: ScreenView; readonly activity: CollectView }) {
  const t = useTranslations('Screen');
  const local = useLocalText();
  const items = useMemo(() => {
    const counts = activity.ideaCountByTheme ?? {};
    const most = Math.max(FULL_ROW, ...Object.values(counts));
    return view.themes.map((theme) => {
      const count = counts[theme.id] ?? 0;
      const strip = { width: `${(100 * count) / most}%`, '--unit': `${100 / Math.max(1, count)}%` };
      return {
        key: theme.id,
        node: (
          <div className={styles.theme}>
            <h2>{local(theme.name)}</h2>
            <span>
              <span
                className={styles.strip}
                aria-hidden="true"
                data-whole={count > MOST_SLIPS || undefined}
                style={strip as React.CSSProperties}
              />
            </span>
            <strong>
              {count} <span className="visually-hidden">{t('collect.ideas', { count })}</span>
            </strong>
          </div>
        ),
      };
    });
  }, [activity.ideaCountByTheme, view.themes, t, local]);
  return <FitPages items={items} layouts={FILLING_LAYOUTS} label={t('collect.byTheme')} gapRem={0.35} />;
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
          const seconders = <Seconders count={idea.seconders} />;
          list.push({ key, node: <IdeaCard words={idea} note={note} seconders={seconders} /> });
        }
      }
    }
    return list;
  }, [view.ideas, view.themes, view.horizons, activity.id, activity.horizonIds, t, local]);
  if (items.length === 0) return <p className={cards.empty}>{t('collect.none')}</p>;
  return <FitPages items={items} layouts={LAYOUTS} label={t('collect.list')} />;
}
