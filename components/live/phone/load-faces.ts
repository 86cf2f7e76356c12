// The parts of the script that are loaded when first needed, with their words: one that answers whatever step there is, and one
// for each kind of activity, which draws it.
import type { ActivityKind } from '../../../server/engine/activities/kinds';
import type { ParticipantFace } from '../../activities/phone/face';
import type { createAnswering } from './answering';
import type { PhoneMessages } from './parts/words';

export type Part = { readonly face: ParticipantFace; readonly words: Readonly<Record<string, string>> };
export type Parts = Readonly<Record<ActivityKind, () => Promise<Part>>>;

/** What every step needs, of whatever kind. */
export type AnsweringPart = () => Promise<{
  readonly createAnswering: typeof createAnswering;
  readonly words: PhoneMessages;
}>;

export type Faces = {
  /** Undefined until its part is here. */
  of(kind: ActivityKind): ParticipantFace | undefined;
  /** Rejects when the part cannot be had; a browser does not try again before the page is loaded anew. */
  load(kind: ActivityKind): Promise<void>;
};

/** `messages` gains the words of each part that arrives. */
export function createFaces(parts: Parts, messages: PhoneMessages): Faces {
  const here = new Map<ActivityKind, ParticipantFace>();
  return {
    of: (kind) => here.get(kind),
    async load(kind) {
      const { face, words } = await parts[kind]();
      Object.assign(messages.Phone, words);
      here.set(kind, face);
    },
  };
}

/** `messages` gains its words. Rejects as a kind's part does. */
export async function loadAnswering(part: AnsweringPart, messages: PhoneMessages): Promise<typeof createAnswering> {
  const { createAnswering, words } = await part();
  Object.assign(messages.Phone, words.Phone);
  Object.assign(messages.Refusal, words.Refusal);
  return createAnswering;
}
