// Where a line comes from, in words: what every document prints as its numbered notes.
import type { LineView, Trace } from '../engine/views';
import type { StakeholderGroup } from '../engine/vocabulary';
import { cellOf } from './vote-tables';
import type { Words } from './words';

/** In the words of the one person who wrote it, unvoted and unedited: a note could only repeat it. */
export function isItsOwnOrigin({ text, original, trace }: LineView): boolean {
  const [only, ...others] = trace.ideas;
  return original === undefined && trace.votes === undefined && others.length === 0 && only?.text === text.text;
}

/** Sentences about the votes behind a line: all of them, then by group as small cells allow. */
export function traceVotes({ votes }: Trace, groups: readonly StakeholderGroup[], say: Words): readonly string[] {
  if (votes === undefined) return [];
  const { dots, supporters, ballots, dotsByGroup, nearlyAll } = votes;
  const split = groups.map(({ id, name }) => `${name[say.locale]}: ${cellOf(dotsByGroup, nearlyAll, id, say)}`);
  return [say('voted', { dots, supporters, ballots }), `${say('votesByGroup')} ${split.join(' · ')}`];
}
