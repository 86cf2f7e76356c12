// Whether a step is an open question: for what only its answers have. What every kind can answer is asked of its room instead.
import type { ActivityKind } from '../kinds';

export function isAsk<Step extends { readonly kind: ActivityKind }>(
  step: Step,
): step is Step & { readonly kind: 'ask' } {
  return step.kind === 'ask';
}
