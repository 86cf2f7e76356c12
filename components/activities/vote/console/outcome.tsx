'use client';
import { useTranslations } from 'next-intl';
import type { VoteView } from '../../../../server/engine/activities/vote/types';
import type { FacilitatorView } from '../../../../server/engine/views';
import type { PriorityId } from '../../../../server/engine/vocabulary';
// What the vote decided: both selections beside each other with the reason of every place, and what to be careful about.
import type { OutcomeView, SelectionView } from '../../../../server/engine/voting/selecting/outcome-view';
import { OwnWords } from '../../../ui/own-words';
import { type Explained, useExplained } from '../explain';
import { placeOf } from '../ranked';
import styles from './outcome.module.css';

export function Outcome({
  view,
  activity,
  outcome,
}: {
  readonly view: FacilitatorView;
  readonly activity: VoteView;
  readonly outcome: OutcomeView;
}) {
  const t = useTranslations('Vote');
  const explained = useExplained(activity, view);
  const { mostSupported, fairShare } = outcome.bySelection;
  const { settings, differ } = outcome;
  const flags = explained.flags(outcome);
  const two = mostSupported !== undefined && fairShare !== undefined;
  const differs = (differ?.onlyFairShare.length ?? 0) > 0;
  return (
    <section className={styles.outcome}>
      {flags.length > 0 && (
        <aside className={styles.flags}>
          <h3>{t('flags.title')}</h3>
          <ul>
            {flags.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </aside>
      )}
      <div className={styles.sides}>
        {mostSupported !== undefined && (
          <Selection
            activity={activity}
            explained={explained}
            selection={mostSupported}
            only={differ?.onlyMostSupported ?? []}
            title={t('rule.most_supported')}
            decides={settings.rule === 'most_supported'}
          />
        )}
        {fairShare !== undefined && (
          <Selection
            activity={activity}
            explained={explained}
            selection={fairShare}
            only={differ?.onlyFairShare ?? []}
            title={t('rule.fair_share')}
            decides={settings.rule === 'fair_share'}
          />
        )}
        {mostSupported === undefined && fairShare === undefined && (
          <Selection
            activity={activity}
            explained={explained}
            selection={{ selected: outcome.selected, tiedAtCut: outcome.tiedAtCut, reasons: [] }}
            only={[]}
            title={t(`rule.${settings.rule}`)}
            decides
          />
        )}
      </div>
      {two && !differs && <p className={styles.same}>{t('same')}</p>}
    </section>
  );
}

function Selection({
  activity,
  explained,
  selection,
  only,
  title,
  decides,
}: {
  readonly activity: VoteView;
  readonly explained: Explained;
  readonly selection: SelectionView;
  readonly only: readonly PriorityId[];
  readonly title: string;
  readonly decides: boolean;
}) {
  const t = useTranslations('Vote');
  return (
    <section className={styles.side} data-decides={decides || undefined}>
      <h3>
        {title}
        {decides && <span>{t('decides')}</span>}
      </h3>
      {selection.selected.length === 0 && <p>{t(activity.outcome?.ballots === 0 ? 'nobodyVoted' : 'nothingChosen')}</p>}
      <ol>
        {selection.selected.map((id) => {
          const heading = activity.options.find((option) => option.id === id)?.heading;
          const reason = selection.reasons.find(({ option }) => option === id);
          return (
            <li key={id} value={placeOf(activity, selection.selected, id)} data-only={only.includes(id) || undefined}>
              {heading !== undefined && <OwnWords words={heading} />}
              {only.includes(id) && <b>{t('only')}</b>}
              <small>{reason === undefined ? explained.figures(id) : explained.reason(reason)}</small>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
