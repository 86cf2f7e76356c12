// The one door into a room: socket commands, form posts and the rehearsal's tests all come through here.
import type { Audience, ParticipantView } from '../engine/views';
import type { Actor, LocalText, ParticipantId, StakeholderGroup } from '../engine/vocabulary';
import type { Ack, CommandMessage, Snapshot } from '../protocol/wire';

export type RoomDoor = {
  readonly sessionId: string;
  readonly code: string;
  /** What a phone may know before joining. */
  readonly welcome: {
    readonly title: LocalText;
    readonly groups: readonly StakeholderGroup[];
    readonly phase: ParticipantView['session']['phase'];
  };
  /** Answers after the facts are durable (or at once when refused). Never throws. */
  submit(actor: Actor, message: CommandMessage): Promise<Ack>;
  /** The audience's cached view: costs no projection. With a participant's id, that person's own things too. */
  snapshot(audience: Audience, participantId?: ParticipantId): Snapshot;
};

export type Rooms = {
  /** Opens the room from its log when it is cold. Undefined: no session has this (normalised) code. Rejects as `openRoom`. */
  open(code: string): Promise<RoomDoor | undefined>;
};
