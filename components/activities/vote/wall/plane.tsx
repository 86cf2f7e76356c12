'use client';
// Scores: where every option stands by its first two questions, and the same in words and figures beside it.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { ScreenView } from '../../../../server/engine/views';
import { FEASIBLE_FROM, IMPORTANT_FROM } from '../../../../server/engine/voting/measures/distribution';
import { fewIn, shownOf } from '../../../../server/engine/voting/publishing/few';
import { ScorePlane } from '../../../charts/score-plane';
import { FitPages } from '../../../scene/fit-pages';
import { OwnWords } from '../../../ui/own-words';
import { useLocalText } from '../../../ui/words';
import { useExplained } from '../explain';
import { rankedOptions } from '../ranked';
import styles from './plane.module.css';

const LAYOUTS = [
  { columns: 1, scale: 1.15 },
  { columns: 1, scale: 1 },
] as const;

export function Plane({
  view,
  activity,
  onPages,
}: {
  readonly view: ScreenView;
  readonly activity: VoteView;
  readonly onPages: (count: number) => void;
}) {
  const t = useTranslations('Vote');
  const local = useLocalText();
  const explained = useExplained(activity, view);
  const { scores, settings, outcome } = activity;
  const criteria = settings.method.name === 'score' ? settings.method.criteria : [];
  const scale = settings.method.name === 'score' ? settings.method.scale : 5;
  const [upward, sideways] = criteria;
  const ranked = useMemo(() => rankedOptions(activity), [activity]);
  const items = useMemo(
    () =>
      ranked.map((option) => {
        const figures = criteria.map(({ id, name }) => {
          const points = scores?.[option.id]?.criteria[id];
          const few = fewIn(points);
          if (few !== undefined) return `${local(name)}: ${t('figures.few', { few })}`;
          const result = shownOf(points);
          const alike = result?.consensus === undefined ? '' : `, ${t('alike', { share: result.consensus })}`;
          return `${local(name)} ${result?.lowerMedian ?? '–'}${alike}`;
        });
        return {
          key: option.id,
          node: (
            <div className={styles.row} data-chosen={outcome?.selected.includes(option.id) || undefined}>
              <b>{option.rank ?? '–'}</b>
              <div>
                <p className={styles.heading}>
                  <OwnWords words={option.heading} />
                </p>
                <p className={styles.figures}>{[...figures, explained.fate(option.id) ?? ''].join(' · ')}</p>
              </div>
            </div>
          ),
        };
      }),
    [ranked, criteria, scores, outcome, explained, local, t],
  );
  const list = <FitPages items={items} layouts={LAYOUTS} label={t('all')} gapRem={0.25} onPages={onPages} />;
  if (upward === undefined || sideways === undefined) return list;
  const points = ranked.flatMap(({ id, rank }) => {
    const y = shownOf(scores?.[id]?.criteria[upward.id])?.lowerMedian;
    const x = shownOf(scores?.[id]?.criteria[sideways.id])?.lowerMedian;
    const chosen = outcome?.selected.includes(id) ?? false;
    return x === undefined || y === undefined || rank === undefined ? [] : [{ key: id, number: rank, x, y, chosen }];
  });
  const hasFields = Object.values(scores ?? {}).some(({ quadrant }) => quadrant !== undefined);
  const names = [
    t('quadrant.set-aside'),
    t('quadrant.prepare'),
    t('quadrant.do-now'),
    t('quadrant.easy-extra'),
  ] as const;
  return (
    <div className={styles.halves}>
      <ScorePlane
        points={points}
        scale={scale}
        xName={local(sideways.name)}
        yName={local(upward.name)}
        corners={hasFields ? { names, cut: [FEASIBLE_FROM, IMPORTANT_FROM] } : undefined}
      />
      {list}
    </div>
  );
}
