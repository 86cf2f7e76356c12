// The parts of the script that draw one kind of activity each, with its words: loaded when a step of the kind is first come to.
import type { ActivityKind } from '../../../server/engine/activities/kinds';
import type { ParticipantFace } from '../../activities/phone/face';
import type { PhoneMessages } from './parts/words';

export type Part = { readonly face: ParticipantFace; readonly words: Readonly<Record<string, string>> };
export type Parts = Readonly<Record<ActivityKind, () => Promise<Part>>>;

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
