// Whether a step is a vote: for what only votes have. What every kind can answer is asked of its room instead.
import type { ActivityKind } from '../kinds';

export function isVote<Step extends { readonly kind: ActivityKind }>(
  step: Step | undefined,
): step is Step & { readonly kind: 'vote' } {
  return step?.kind === 'vote';
}
