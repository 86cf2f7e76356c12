'use client';
// A ranking: the options from first to last, with points to the right of zero or the left, and who beats all others.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { ScreenView } from '../../../../server/engine/views';
import { FitPages } from '../../../scene/fit-pages';
import { OwnWords } from '../../../ui/own-words';
import { useExplained } from '../explain';
import { rankedOptions } from '../ranked';
import styles from './order.module.css';

const LAYOUTS = [
  { columns: 1, scale: 1.3 },
  { columns: 1, scale: 1.12 },
  { columns: 1, scale: 1 },
] as const;

export function Order({
  view,
  activity,
  onPages,
}: {
  readonly view: ScreenView;
  readonly activity: VoteView;
  readonly onPages: (count: number) => void;
}) {
  const t = useTranslations('Vote');
  const explained = useExplained(activity, view);
  const items = useMemo(() => {
    const { ranking, outcome } = activity;
    if (ranking === undefined) return [];
    const most = Math.max(1, ...Object.values(ranking.borda).map(Math.abs));
    return rankedOptions(activity).map((option) => {
      const points = ranking.borda[option.id] ?? 0;
      const width = `${(50 * Math.abs(points)) / most}%`;
      return {
        key: option.id,
        node: (
          <div className={styles.row} data-chosen={outcome?.selected.includes(option.id) || undefined}>
            <span className={styles.rank}>{option.rank ?? '–'}</span>
            <div>
              <p className={styles.heading}>
                <OwnWords words={option.heading} />
              </p>
              {ranking.condorcetWinner === option.id && <p className={styles.winner}>{t('condorcet')}</p>}
              <p className={styles.fate}>{explained.fate(option.id)}</p>
            </div>
            <span className={styles.track} aria-hidden="true">
              <span data-below={points < 0 || undefined} style={{ width }} />
            </span>
            <p className={styles.points}>
              <strong>{points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0'}</strong>
            </p>
          </div>
        ),
      };
    });
  }, [activity, explained, t]);
  return <FitPages items={items} layouts={LAYOUTS} label={t('all')} gapRem={0.2} onPages={onPages} />;
}
