// Who took part in a step, one answer for wall, console and papers: live while answers are secret, and from the reveal on of the
// moment that the figures, the outcome and its flags are of.

import { rulesOf } from './activities/registry';
import type { PublishedTurnout } from './activities/rules';
import type { SessionState } from './state';
import { activityState, findActivity } from './state';
import type { ActivityId, GroupId } from './vocabulary';
import type { Present } from './voting/publishing/present';

type ByGroup = Readonly<Record<GroupId, number>>;
/** Every group of the workshop is named, also those of which nobody came or took part. */
export type TookPart = Present & { readonly voted: number; readonly votedByGroup: ByGroup };

export function tookPart(state: SessionState, activityId: ActivityId): TookPart {
  const activity = activityState(state, activityId);
  const design = findActivity(state, activityId);
  // Late answers that are held back are not among what was revealed last.
  const published = design && activity.revealed ? rulesOf(design).published?.(state, activity) : undefined;
  const { people, present }: PublishedTurnout = published ?? { people: activity.takers };
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
