// Who took part in a step, one answer for wall, console and papers: live while answers are secret, and from the reveal on of the
// moment that the figures, the outcome and its flags are of.

import type { ActivityState, SessionState } from './state';
import { activityState } from './state';
import type { ActivityId, GroupId } from './vocabulary';
import type { Present } from './voting/publishing/present';
import { judgesByGroup } from './voting/publishing/published-endorsement';

type ByGroup = Readonly<Record<GroupId, number>>;
/** Every group of the workshop is named, also those of which nobody came or took part. */
export type TookPart = Present & { readonly voted: number; readonly votedByGroup: ByGroup };

export function tookPart(state: SessionState, activityId: ActivityId): TookPart {
  const activity = activityState(state, activityId);
  const { people, present } = (activity.revealed ? published(state, activity) : undefined) ?? {
    people: activity.takers,
  };
  const { joined, joinedByGroup } = present ?? { joined: state.participants.size, joinedByGroup: state.joinedByGroup };
  const named = (counts: ByGroup): ByGroup =>
    Object.fromEntries(state.design.groups.map(({ id }) => [id, counts[id] ?? 0]));
  return {
    joined,
    joinedByGroup: named(joinedByGroup),
    voted: Object.values(people).reduce((sum, count) => sum + count, 0),
    votedByGroup: named(people),
  };
}

/** Of what was revealed last, late answers that are held back not among it. */
function published(
  state: SessionState,
  { vote, endorse }: ActivityState,
): { readonly people: ByGroup; readonly present?: Present | undefined } | undefined {
  const ballots = vote?.publication?.moments.at(-1)?.standing;
  if (ballots !== undefined) return { people: ballots.tally.ballotsByGroup, present: ballots.present };
  const judged = endorse?.publication?.moments.at(-1)?.standing;
  return judged && { people: judgesByGroup(judged, state), present: judged.present };
}
