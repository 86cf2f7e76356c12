// Pulse, as types: one word of several for how a person feels, which may be changed.
import type { Fact } from '../../events';
import type { PersistentMap } from '../../persistent-map';
import type { ActivityViewBase } from '../../views';
import type { ActivityBase, ActivityId, LocalText, ParticipantId } from '../../vocabulary';

type Mood = { readonly id: string; readonly name: LocalText };

export type PulseDesign = ActivityBase & { readonly kind: 'pulse'; readonly moods: readonly Mood[] };

export type PulseView = ActivityViewBase & {
  readonly kind: 'pulse';
  readonly moods: readonly Mood[];
  /** By mood, once it is revealed. */
  readonly counts?: Readonly<Record<string, number>>;
};

declare module '../kinds' {
  interface Kinds {
    pulse: {
      design: PulseDesign;
      command: { readonly type: 'pulse.tell'; readonly activityId: ActivityId; readonly mood: string };
      fact: Fact<'PulseTold', { participantId: ParticipantId; activityId: ActivityId; mood: string }>;
      opening: unknown;
      state: { readonly moods?: PersistentMap<string> };
      view: PulseView;
      mine: { readonly pulses: Readonly<Record<ActivityId, string>> };
    };
  }
}
