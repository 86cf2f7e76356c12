// What console and wall ask of a kind of activity. Each kind's room answers in its facilitator.tsx and screen.tsx.
import type { ComponentType } from 'react';
import type { ActivityKind, Kinds } from '../../server/engine/activities/kinds';
import type { FacilitatorView, ScreenView } from '../../server/engine/views';
import type { Judged } from '../../server/engine/vocabulary';

/** Why opening a step would be refused now: the word of the console's messages, and how many would fit, where that is why. */
export type Lack = { readonly lacks: string; readonly most?: number };

export type FacilitatorFace<Kind extends ActivityKind = ActivityKind> = {
  /** What the facilitator sees and can do in it. */
  readonly Desk: ComponentType<{ readonly view: FacilitatorView; readonly activity: Kinds[Kind]['view'] }>;
  /** What is said of the moment, by the key of a sentence of the console's help. */
  readonly help: { readonly beforeOpening?: string; readonly whileOpen: string };
  /** What the wish to open it names besides the activity. */
  opensWith?(judge: Judged): { readonly judge: Judged };
  lackBefore?(view: FacilitatorView, activity: Kinds[Kind]['view'], judge: Judged): Lack | undefined;
  /** It has been shown, and a person has to choose goals from it. */
  lacksGoals?(activity: Kinds[Kind]['view']): boolean;
};

export type ScreenFace<Kind extends ActivityKind = ActivityKind> = {
  readonly Scene: ComponentType<{ readonly view: ScreenView; readonly activity: Kinds[Kind]['view'] }>;
  /** Until it is revealed the scene itself says how many have taken part. */
  readonly picturesTurnout?: true;
  /** While it waits to be shown the hall reads the draft itself. */
  readonly readsDraft?: true;
  /** What is shown says little without the number of people behind it, which stands above. */
  readonly countsPeopleAbove?: true;
  /** In place of the head count below, where the colours of what is shown have to be explained. */
  readonly legend?: {
    readonly explains: (activity: Kinds[Kind]['view']) => boolean;
    readonly Legend: ComponentType<{ readonly view: ScreenView; readonly activity: Kinds[Kind]['view'] }>;
  };
};
