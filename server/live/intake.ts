// Where every command enters, by socket or by HTTP: budget, shape and role, then the room.

import { NAME_MAX_LENGTH } from '../engine/limits';
import { cleanText } from '../engine/text/clean';
import type { Audience } from '../engine/views';
import type { Actor, ParticipantId } from '../engine/vocabulary';
import { parseCommand } from '../protocol/schemas';
import type { Ack } from '../protocol/wire';
import type { RoomDoor } from './door';
import { TokenBuckets } from './token-bucket';

export type Sender =
  | { readonly role: Extract<Audience, 'participant'>; readonly participantId: ParticipantId }
  | { readonly role: Exclude<Audience, 'participant'> };

export type Intake = {
  take(room: RoomDoor, sender: Sender, message: unknown): Promise<Ack>;
  /** 0, or how long this sender should wait before it asks for anything. */
  charge(room: RoomDoor, sender: Sender): number;
};

/** A person taps a few times a second at most; a reload sends a whole outbox. */
export const PARTICIPANT_LIMITS = { perSecond: 5, burst: 20 };
export const FACILITATOR_LIMITS = { perSecond: 30, burst: 60 };

export function createIntake(clock: () => number): Intake {
  const participants = new TokenBuckets(PARTICIPANT_LIMITS, clock);
  const others = new TokenBuckets(FACILITATOR_LIMITS, clock);

  function charge(room: RoomDoor, sender: Sender): number {
    return sender.role === 'participant'
      ? participants.take(`${room.sessionId}|${sender.participantId}`)
      : others.take(`${room.sessionId}|${sender.role}`);
  }

  return {
    charge,
    async take(room, sender, message) {
      const retryAfterMs = charge(room, sender);
      if (retryAfterMs > 0) return { ok: false, code: 'rate_limited', retryAfterMs };
      const parsed = parseCommand(message);
      if (parsed === undefined) return { ok: false, code: 'malformed' };
      const { by = '', desk, seen, ...command } = parsed;
      if (sender.role === 'screen') return { ok: false, code: 'forbidden' };
      if (sender.role === 'participant') return room.submit({ role: 'participant', id: sender.participantId }, command);
      return room.submit(facilitatorAt(desk, by), seen === undefined ? command : { ...command, seen });
    },
  };
}

/** Nothing that could disturb a log line or a neighbour's screen; an empty name is none. */
function facilitatorAt(desk: string | undefined, typed: string): Actor {
  const name = [...cleanText(typed)].slice(0, NAME_MAX_LENGTH).join('');
  return { role: 'facilitator', ...(name === '' ? {} : { name }), ...(desk === undefined ? {} : { desk }) };
}
