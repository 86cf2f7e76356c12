// Which kinds of activity there are, as types. Every kind's `types.ts` adds itself here (`declare module '../kinds'`), so that no
// file lists the types of all kinds, and what is made of them (commands, facts, views) imports no kind.

/**
 * Of each kind: its `design` in the agenda, the `command`s people send to it, the `fact`s only it brings, its part of the
 * `opening` fact, of the `state` of an activity and of a person's own things (`mine`), and its `view`. `unknown`: nothing of its own.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms of the kinds fill it
export interface Kinds {}

export type ActivityKind = keyof Kinds;

type Part = 'design' | 'command' | 'fact' | 'opening' | 'state' | 'view' | 'mine';

/** One of what the kinds have of this. */
export type SomeKinds<One extends Part> = { readonly [Kind in ActivityKind]: Kinds[Kind][One] }[ActivityKind];

/** All that the kinds have of this, together. */
export type AllKinds<One extends Part> = {
  readonly [Kind in ActivityKind]: (part: Kinds[Kind][One]) => void;
}[ActivityKind] extends (parts: infer All) => void
  ? All
  : never;
