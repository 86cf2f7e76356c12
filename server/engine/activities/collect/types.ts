// Collect, as types: its design and its view.
import type { ActivityViewBase } from '../../views';
import type { ActivityBase, HorizonId, ThemeId } from '../../vocabulary';
import type { IdeaCommand, IdeaFact, IdeasOfMine } from '../ideas/types';

/** Ideas per theme and horizon. */
export type CollectDesign = ActivityBase & {
  readonly kind: 'collect';
  readonly horizonIds: readonly HorizonId[];
  readonly maxPerPerson: number;
};

/** Ideas are present as in `ask`. */
export type CollectView = ActivityViewBase & {
  readonly kind: 'collect';
  readonly horizonIds: readonly HorizonId[];
  /** Of these, whose ideas some vote of the agenda takes; the others go into the draft as they are. */
  readonly votedHorizonIds: readonly HorizonId[];
  readonly maxPerPerson: number;
  readonly ideaCount?: number;
  /** Live even before reveal: how full each theme is, not what it says. */
  readonly ideaCountByTheme?: Readonly<Record<ThemeId, number>>;
};

declare module '../kinds' {
  interface Kinds {
    collect: {
      design: CollectDesign;
      command: IdeaCommand;
      fact: IdeaFact;
      opening: unknown;
      state: unknown;
      view: CollectView;
      mine: IdeasOfMine;
    };
  }
}
