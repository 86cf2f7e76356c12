// What the phone asks of a kind of activity. Each kind's room answers in its participant.tsx.
import type { FunctionComponent } from 'preact';
import type { ActivityKind, Kinds } from '../../../server/engine/activities/kinds';
import type { Page } from '../../live/phone/parts/page';
import type { PhoneKey } from '../../live/phone/parts/words';

export type ParticipantFace<Kind extends ActivityKind = ActivityKind> = {
  readonly Step: FunctionComponent<{ readonly page: Page; readonly activity: Kinds[Kind]['view'] }>;
  /** Nothing can be sent in it, nor half typed: people look at the wall. */
  readonly watched?: true;
  /** Closed, and there are results to read in it instead of a notice. */
  isShown?(activity: Kinds[Kind]['view']): boolean;
  /** This person's answers are counted, as a notice says when it is closed; without it, an idea or action of their own is. */
  hasAnswered?(page: Page, activity: Kinds[Kind]['view']): boolean;
  /** What the notice says otherwise than by that: its title and its text. */
  readonly closed?: readonly [title: PhoneKey, text: PhoneKey];
};
