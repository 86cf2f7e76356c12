'use client';
import { useTranslations } from 'next-intl';
import type { TraceVotes } from '../../server/engine/views';
import type { StakeholderGroup } from '../../server/engine/vocabulary';
import { fewIn, shownOf } from '../../server/engine/voting/publishing/few';
// The votes behind a goal, of any method: what decided, the figures, and their split by group as small cells allow.
import type { Bounds } from '../../server/engine/voting/publishing/suppression';
import { Marker } from '../charts/marker';
import { seriesOf } from '../charts/series';
import { useDates } from '../ui/dates';
import { OwnWords } from '../ui/own-words';
import { useLocalText } from '../ui/words';
import styles from './facilitator.module.css';
import { useChange } from './judged-words';

export function TracedVotes({
  votes,
  groups,
  timeZone,
}: {
  readonly votes: TraceVotes;
  readonly groups: readonly StakeholderGroup[];
  readonly timeZone: string;
}) {
  const t = useTranslations('Console');
  const words = useTranslations('Vote');
  const local = useLocalText();
  const dates = useDates(timeZone);
  const marks = useTranslations('Marks');
  const changeOf = useChange();
  const { rule, ballots, joined, seq, at, dots, approval, ranking, score, method, heading, changed } = votes;
  const agreement = shownOf(votes.agreement);
  const few = fewIn(votes.agreement);
  const bounded = (bounds: Bounds | undefined, group: string) => {
    const bound = bounds?.[group];
    return bound === undefined ? t('draft.suppressed') : words('nearlyAll', { count: bound.atLeast });
  };
  const split = (figure: (group: string) => string | number) => (
    <ul className={styles.split}>
      {groups.map((group) => (
        <li key={group.id}>
          <Marker series={seriesOf(groups, group.id)} /> {local(group.name)} <b>{figure(group.id)}</b>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {changed !== undefined && (
        <p className={styles.changed}>
          {changeOf(marks('changedSinceVote'), changed)} {marks('votedOn')}:{' '}
          <q>
            <OwnWords words={heading} />
          </q>
        </p>
      )}
      <p>
        {t('draft.votes.tracedVote', {
          rule: words(`rule.${rule}`),
          ballots,
          joined,
          seq,
          at: dates.time(at),
        })}
      </p>
      {dots !== undefined && (
        <>
          <p>{t('draft.votes.dots', { dots: dots.dots, supporters: dots.supporters })}</p>
          {split((group) => dots.dotsByGroup[group] ?? bounded(dots.nearlyAll, group))}
        </>
      )}
      {approval !== undefined && (
        <>
          <p>{t('draft.votes.approvals', { approvals: approval.approvals })}</p>
          {split((group) => approval.approvalsByGroup[group] ?? bounded(approval.nearlyAll, group))}
        </>
      )}
      {few !== undefined && <p>{words('figures.few', { few })}</p>}
      {agreement !== undefined && (
        <>
          <p>
            {t('draft.votes.answers', {
              agree: agreement.agree,
              disagree: agreement.disagree,
              pass: agreement.pass,
            })}
          </p>
          {split((group) => {
            const own = agreement.byGroup[group];
            return own === undefined ? bounded(agreement.nearlyAll, group) : `${own.agree} : ${own.disagree}`;
          })}
        </>
      )}
      {ranking !== undefined && <p>{t('draft.votes.ranking', { borda: ranking.borda, named: ranking.named })}</p>}
      {score !== undefined && method.name === 'score' && (
        <p>
          {method.criteria
            .map(({ id, name }) => {
              const fewHere = fewIn(score.criteria[id]);
              return fewHere === undefined
                ? t('draft.votes.median', {
                    criterion: local(name),
                    median: shownOf(score.criteria[id])?.lowerMedian ?? '–',
                  })
                : `${local(name)}: ${words('figures.few', { few: fewHere })}`;
            })
            .join(' · ')}
        </p>
      )}
    </>
  );
}
