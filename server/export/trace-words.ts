// The votes behind a line, in words.
import type { Trace, TraceVotes } from '../engine/views';
import type { StakeholderGroup, VoteMethod } from '../engine/vocabulary';
import { fewIn, shownOf } from '../engine/voting/publishing/few';
import {
  answersOf,
  answersOfGroup,
  cellOf,
  measuresOf,
  methodWord,
  pointsOf,
  pointsOfGroup,
  ruleWord,
} from './vote-tables';
import type { Words } from './words';

/** Sentences about the votes behind a line: what decided, then each measure in all and by group as small cells allow. */
export function traceVotes({ votes }: Trace, groups: readonly StakeholderGroup[], say: Words): readonly string[] {
  if (votes === undefined) return [];
  const { method, rule, ballots, joined, seq, at } = votes;
  const decided = say('tracedVote', {
    method: methodWord(method, say),
    rule: ruleWord(rule, say),
    ballots,
    joined,
    seq,
    at: say.moment(at),
  });
  const measures = shortMeasures(votes, method, say).map(({ name, all, ofGroup }) => {
    if (ofGroup === undefined) return `${name}: ${say.cell(all)}`;
    const split = groups.map(({ id, name: group }) => `${group[say.locale]}: ${say.cell(ofGroup(id))}`);
    return `${name}: ${say.cell(all)} (${split.join(' · ')})`;
  });
  return [decided, ...measures];
}

type ShortMeasure = {
  readonly name: string;
  readonly all: string | number;
  /** A figure, a bound, or that it is withheld, as in the tables. Missing where the measure is of the whole room only. */
  readonly ofGroup?: (group: string) => string | number;
};

/** As the tables have them, but a whole histogram is one figure: a note has no room for a line a point. */
function shortMeasures(votes: TraceVotes, method: VoteMethod, say: Words): readonly ShortMeasure[] {
  const { score } = votes;
  const agreement = shownOf(votes.agreement);
  if (agreement !== undefined) {
    const name = [say('agree'), say('disagree'), say('pass')].join('/');
    return [{ name, all: answersOf(agreement), ofGroup: (group) => answersOfGroup(agreement, group, say) }];
  }
  if (score === undefined || method.name !== 'score')
    return measuresOf(votes, method, say).map(({ name, all, byGroup, bounds }) => ({
      name,
      all,
      ...(byGroup === undefined ? {} : { ofGroup: (group: string) => cellOf(byGroup, bounds, group, say) }),
    }));
  return method.criteria.flatMap(({ id, name }): readonly ShortMeasure[] => {
    const few = fewIn(score.criteria[id]);
    if (few !== undefined) return [{ name: `${name[say.locale]}: ${say('fewAnswered')}`, all: few }];
    const result = shownOf(score.criteria[id]);
    if (result === undefined) return [];
    const title = `${name[say.locale]}, 1·2·3·4·5`;
    return [{ name: title, all: pointsOf(result.counts), ofGroup: (group) => pointsOfGroup(result, group, say) }];
  });
}
