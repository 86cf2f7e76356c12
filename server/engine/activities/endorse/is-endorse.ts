// Whether in a step the room judges the draft: for what only that has. What every kind can answer is asked of its room instead.
import type { ActivityKind } from '../kinds';

export function isEndorse<Step extends { readonly kind: ActivityKind }>(
  step: Step | undefined,
): step is Step & { readonly kind: 'endorse' } {
  return step?.kind === 'endorse';
}
