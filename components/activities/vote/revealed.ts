// Whether a vote has something to show: each method publishes under its own name.
import type { VoteView } from '../../../server/engine/activities/vote/types';

export function isRevealedVote({ results, approvals, scores, ranking, agreement }: VoteView): boolean {
  return [results, approvals, scores, ranking, agreement].some((published) => published !== undefined);
}
