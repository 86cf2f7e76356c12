// Where people chose other goals than the vote had selected. The declared outcome is the proposal; whatever differs is told.
import type { VoteView } from '../../activities/vote/types';
import type { OwnText, PriorityId } from '../../vocabulary';

export type Departure = {
  /** Goals that the vote had not selected. */
  readonly added: readonly PriorityId[];
  /** Selected by the vote, and no goal. */
  readonly leftOut: readonly PriorityId[];
  /** Missing where none was given. */
  readonly reason?: OwnText;
};

/** The same options, in whatever order. */
export function isSameChoice(a: readonly PriorityId[], b: readonly PriorityId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** Undefined while no goals are chosen, or where they are what the vote selected. */
export function departureOf({
  goals,
  goalsReason: reason,
  outcome,
}: Pick<VoteView, 'goals' | 'goalsReason' | 'outcome'>): Departure | undefined {
  if (outcome === undefined || isSameChoice(goals, outcome.selected)) return undefined;
  if (goals.length === 0 && reason === undefined) return undefined;
  return {
    added: goals.filter((id) => !outcome.selected.includes(id)),
    leftOut: outcome.selected.filter((id) => !goals.includes(id)),
    ...(reason === undefined ? {} : { reason }),
  };
}
