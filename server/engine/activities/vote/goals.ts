// The goals of the vision: what was chosen from revealed votes, as it stood when the vote opened.
import type { VoteOption } from '../../events';
import type { SessionState } from '../../state';
import type { ActivityId, PriorityId } from '../../vocabulary';
import { shownVote } from './standing-options';

export type ChosenGoal = { readonly activityId: ActivityId; readonly option: VoteOption };

/** In agenda order of their votes, then in the order the facilitator gave. A priority chosen twice is one goal. */
export function chosenGoals(state: SessionState): readonly ChosenGoal[] {
  const goals = new Map<PriorityId, ChosenGoal>();
  for (const { id: activityId } of state.design.agenda) {
    const vote = state.activities[activityId]?.vote;
    const shown = vote === undefined ? undefined : shownVote(state, vote);
    for (const priorityId of shown?.goals ?? []) {
      const option = shown?.options.find(({ id }) => id === priorityId);
      if (option !== undefined && !goals.has(priorityId)) goals.set(priorityId, { activityId, option });
    }
  }
  return [...goals.values()];
}
