// Which steps take ideas: answers to a question, or ideas that each have a place.
import type { ActivityKind } from '../kinds';

export function takesIdeas<Step extends { readonly kind: ActivityKind }>(
  step: Step | undefined,
): step is Step & { readonly kind: 'ask' | 'collect' } {
  return step?.kind === 'ask' || hasPlaces(step);
}

/** Each idea is of a theme and a horizon. */
export function hasPlaces<Step extends { readonly kind: ActivityKind }>(
  step: Step | undefined,
): step is Step & { readonly kind: 'collect' } {
  return step?.kind === 'collect';
}
