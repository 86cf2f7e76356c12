// Ask, as types: its design and its view.
import type { ActivityViewBase } from '../../views';
import type { ActivityBase } from '../../vocabulary';
import type { IdeaCommand, IdeaFact, IdeasOfMine } from '../ideas/types';

/** Open answers to a guiding question. */
export type AskDesign = ActivityBase & { readonly kind: 'ask'; readonly maxPerPerson: number };

/** Ideas are present for the facilitator always, for the screen after reveal, for participants never (they have `mine`). */
export type AskView = ActivityViewBase & {
  readonly kind: 'ask';
  readonly maxPerPerson: number;
  readonly ideaCount?: number;
};

declare module '../kinds' {
  interface Kinds {
    ask: {
      design: AskDesign;
      command: IdeaCommand;
      fact: IdeaFact;
      opening: unknown;
      state: unknown;
      view: AskView;
      mine: IdeasOfMine;
    };
  }
}
