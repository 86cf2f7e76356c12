// Group, as types: its design and its view. Nobody but the desk does anything in it.
import type { ActivityViewBase } from '../../views';
import type { ActivityBase } from '../../vocabulary';

/** The facilitator merges ideas into priorities; participants watch. */
export type GroupDesign = ActivityBase & { readonly kind: 'group' };

export type GroupView = ActivityViewBase & { readonly kind: 'group'; readonly priorityCount?: number };

declare module '../kinds' {
  interface Kinds {
    group: {
      design: GroupDesign;
      command: never;
      fact: never;
      opening: unknown;
      state: unknown;
      view: GroupView;
      mine: unknown;
    };
  }
}
