// What a room says to those who watch it, without knowing how it gets there.
import type { Audience, Mine } from '../engine/views';
import type { ParticipantId } from '../engine/vocabulary';
import type { Heartbeat, PatchMessage, Presence } from '../protocol/wire';

export type RoomOutput = {
  patch(audience: Audience, message: PatchMessage): void;
  mine(participantId: ParticipantId, message: { readonly rev: number; readonly mine: Mine }): void;
  heartbeat(audience: Audience, heartbeat: Heartbeat): void;
  presence(presence: Presence): void;
  /** A fresh snapshot to everyone: the room jumped and no patch describes how. */
  resync(): void;
  /** The room is gone: everyone is sent away, and comes back by themselves. */
  disconnect(): void;
};
