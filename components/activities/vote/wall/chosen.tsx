'use client';
// The outcome as a list: who is chosen and why, what the other rule would have chosen, and what to be careful about.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { ScreenView } from '../../../../server/engine/views';
import type { PriorityId } from '../../../../server/engine/vocabulary';
import type { OutcomeView } from '../../../../server/engine/voting/selecting/outcome-view';
import { type FitItem, FitPages } from '../../../scene/fit-pages';
import { OwnWords } from '../../../ui/own-words';
import { useLocalText } from '../../../ui/words';
import { useExplained } from '../explain';
import { placeOf } from '../ranked';
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
  const local = useLocalText();
  const explained = useExplained(activity, view);
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
    const perTheme = settings.per === 'theme';
    const list: FitItem[] = [];
    for (const [index, id] of selected.entries()) {
      const themeOf = (one: PriorityId | undefined) => activity.options.find((option) => option.id === one)?.themeId;
      const theme = view.themes.find((other) => other.id === themeOf(id));
      if (perTheme && theme !== undefined && themeOf(selected[index - 1]) !== theme.id)
        list.push({ key: theme.id, heading: true, node: <p className={styles.section}>{local(theme.name)}</p> });
      list.push(row(id, placeOf(activity, selected, id), deciding));
    }
    if (selected.length === 0)
      list.push({ key: 'nothing', node: <p className={styles.section}>{t('nothingChosen')}</p> });
    if (other !== undefined && (selected.length > 0 || instead.length > 0)) {
      const rule = t(fair ? 'rule.most_supported' : 'rule.fair_share');
      const words = instead.length === 0 ? t('same') : t('insteadOf', { rule });
      list.push({ key: 'instead', heading: true, node: <p className={styles.section}>{words}</p> });
      list.push(...instead.map((id) => row(id, undefined, other)));
    }
    const changed = activity.settingsChanged ? [t('settingsChanged')] : [];
    const flags = [...changed, ...explained.flags(outcome)];
    if (flags.length > 0) {
      list.push({ key: 'flags', heading: true, node: <p className={styles.section}>{t('flags.title')}</p> });
      list.push(...flags.map((text) => ({ key: text, node: <p className={styles.flag}>{text}</p> })));
    }
    return list;
  }, [outcome, activity, view.themes, explained, local, t]);
  return <FitPages items={items} layouts={LAYOUTS} label={t('chosenList')} gapRem={0.45} onPages={onPages} />;
}
