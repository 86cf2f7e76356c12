// Where a line comes from, in words: what every document prints as its numbered notes.
import type { LineView, Trace } from '../engine/views';
import type { StakeholderGroup } from '../engine/vocabulary';
import { cellOf, measuresOf, methodWord, ruleWord } from './vote-tables';
import type { Words } from './words';

/** In the words of the one person who wrote it, unvoted and unedited: a note could only repeat it. */
export function isItsOwnOrigin({ text, original, trace }: LineView): boolean {
  const [only, ...others] = trace.ideas;
  return original === undefined && trace.votes === undefined && others.length === 0 && only?.text === text.text;
}

/** Sentences about the votes behind a line: what decided, then each measure in all and by group as small cells allow. */
export function traceVotes({ votes }: Trace, groups: readonly StakeholderGroup[], say: Words): readonly string[] {
  if (votes === undefined) return [];
  const { method, rule, ballots, joined, seq } = votes;
  const decided = say('tracedVote', {
    method: methodWord(method, say),
    rule: ruleWord(rule, say),
    ballots,
    joined,
    seq,
  });
  const measures = measuresOf(votes, method, say).map(({ name, all, byGroup, bounds }) => {
    if (byGroup === undefined) return `${name}: ${all}`;
    const split = groups.map(({ id, name: group }) => `${group[say.locale]}: ${cellOf(byGroup, bounds, id, say)}`);
    return `${name}: ${all} (${split.join(' · ')})`;
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
