// The votes behind a line, in words.
import type { Trace } from '../engine/views';
import type { StakeholderGroup } from '../engine/vocabulary';
import { cellOf, measuresOf, methodWord, ruleWord } from './vote-tables';
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
  const measures = measuresOf(votes, method, say).map(({ name, all, byGroup, bounds }) => {
    if (byGroup === undefined) return `${name}: ${say.cell(all)}`;
    const split = groups.map(
      ({ id, name: group }) => `${group[say.locale]}: ${say.cell(cellOf(byGroup, bounds, id, say))}`,
    );
    return `${name}: ${say.cell(all)} (${split.join(' · ')})`;
  });
  return [decided, ...measures];
}

/** Whether a figure of some group is withheld in what these sentences say. */
export function isSplitHidden({ votes }: Trace, groups: readonly StakeholderGroup[], say: Words): boolean {
  if (votes === undefined) return false;
  return measuresOf(votes, votes.method, say).some(({ byGroup, bounds }) =>
    groups.some(({ id }) => byGroup !== undefined && byGroup[id] === undefined && bounds?.[id] === undefined),
  );
}
