'use client';
// The outcome as a list: who is chosen and why, what the other rule would have chosen, and what to be careful about.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { OutcomeView, ScreenView, VoteView } from '../../../../server/engine/views';
import type { PriorityId } from '../../../../server/engine/vocabulary';
import { type FitItem, FitPages } from '../../../ui/fit-pages';
import { OwnWords } from '../../../ui/own-words';
import { useExplained } from '../explain';
import styles from './chosen.module.css';

const LAYOUTS = [
  { columns: 1, scale: 1.25 },
  { columns: 2, scale: 1.05 },
  { columns: 2, scale: 0.95 },
] as const;

export function Chosen({
  view,
  activity,
  outcome,
  onPages,
}: {
  readonly view: ScreenView;
  readonly activity: VoteView;
  readonly outcome: OutcomeView;
  readonly onPages: (count: number) => void;
}) {
  const t = useTranslations('Vote');
  const explained = useExplained(activity, view.groups);
  const items = useMemo(() => {
    const { settings, selected, bySelection, differ } = outcome;
    const fair = settings.rule === 'fair_share';
    const deciding = fair ? bySelection.fairShare : bySelection.mostSupported;
    const other = fair ? bySelection.mostSupported : bySelection.fairShare;
    const instead = (fair ? differ?.onlyMostSupported : differ?.onlyFairShare) ?? [];
    const only = new Set(fair ? differ?.onlyFairShare : differ?.onlyMostSupported);
    const why = (id: PriorityId, selection: typeof deciding) => {
      const reason = selection?.reasons.find(({ option }) => option === id);
      return reason === undefined ? explained.figures(id) : explained.reason(reason);
    };
    const row = (id: PriorityId, place: number | undefined, selection: typeof deciding): FitItem => {
      const heading = activity.options.find((option) => option.id === id)?.heading;
      return {
        key: `${place === undefined ? 'other' : 'in'}-${id}`,
        node: (
          <div className={styles.row} data-other={place === undefined || undefined}>
            <span className={styles.place}>{place ?? '·'}</span>
            <div>
              <p className={styles.heading}>{heading !== undefined && <OwnWords words={heading} />}</p>
              <p className={styles.why}>
                {only.has(id) && place !== undefined && <b>{t('only')} </b>}
                {why(id, selection)}
              </p>
            </div>
          </div>
        ),
      };
    };
    const list = selected.map((id, index) => row(id, index + 1, deciding));
    if (other !== undefined) {
      const rule = t(fair ? 'rule.most_supported' : 'rule.fair_share');
      const words = instead.length === 0 ? t('same') : t('insteadOf', { rule });
      list.push({ key: 'instead', heading: true, node: <p className={styles.section}>{words}</p> });
      list.push(...instead.map((id) => row(id, undefined, other)));
    }
    const flags = explained.flags(outcome);
    if (flags.length > 0) {
      list.push({ key: 'flags', heading: true, node: <p className={styles.section}>{t('flags.title')}</p> });
      list.push(...flags.map((text) => ({ key: text, node: <p className={styles.flag}>{text}</p> })));
    }
    return list;
  }, [outcome, activity.options, explained, t]);
  return <FitPages items={items} layouts={LAYOUTS} label={t('chosenList')} gapRem={0.45} onPages={onPages} />;
}
