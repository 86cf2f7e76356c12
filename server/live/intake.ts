// Where every command enters, by socket or by HTTP: budget, shape and role, then the room.

import type { SessionScopes } from '../auth/session-scopes';
import { NAME_MAX_LENGTH } from '../engine/limits';
import { cleanText } from '../engine/text/clean';
import type { Actor } from '../engine/vocabulary';
import { parseCommand } from '../protocol/schemas';
import type { Ack } from '../protocol/wire';
import type { Budgets } from './budget';

/** Whoever was let into a room speaks in that room, as what they were let in. */
export type Sender = SessionScopes[keyof SessionScopes];

export type Intake = {
  take(sender: Sender, message: unknown): Promise<Ack>;
  /** 0, or how long this sender should wait before it asks for anything. */
  charge(sender: Sender): number;
};

/** A person taps a few times a second at most; a reload sends a whole outbox. */
export const PARTICIPANT_LIMITS = { perSecond: 5, burst: 20 };
export const FACILITATOR_LIMITS = { perSecond: 30, burst: 60 };
/** 600 phones behind one address that all send a whole outbox at once, and then more than people tap. */
export const ADDRESS_LIMITS = { perSecond: 1_500, burst: 12_000 };
export const ROOM_LIMITS = { perSecond: 3_000, burst: 24_000 };

export function createIntake(budgets: Budgets): Intake {
  const participants = budgets('participants', PARTICIPANT_LIMITS);
  const others = budgets('facilitators', FACILITATOR_LIMITS);
  const addresses = budgets('addresses', ADDRESS_LIMITS);
  const rooms = budgets('rooms', ROOM_LIMITS);

  /** The device first: one that is over its rate takes nothing from its neighbours. */
  function charge(sender: Sender): number {
    const { room } = sender;
    if (sender.role !== 'participant') return others.take(`${room.sessionId}|${sender.role}`);
    const owed = participants.take(`${room.sessionId}|${sender.participantId}`);
    if (owed > 0) return owed;
    return addresses.take(sender.address) || rooms.take(room.sessionId);
  }

  return {
    charge,
    async take(sender, message) {
      const retryAfterMs = charge(sender);
      if (retryAfterMs > 0) return { ok: false, code: 'rate_limited', retryAfterMs };
      const parsed = parseCommand(message);
      if (parsed === undefined) return { ok: false, code: 'malformed' };
      const { by = '', desk, press, seen, ...command } = parsed;
      const { room } = sender;
      if (sender.role === 'screen') return { ok: false, code: 'forbidden' };
      if (sender.role === 'participant') return room.submit({ role: 'participant', id: sender.participantId }, command);
      return room.submit(facilitatorAt(by, desk, press), seen === undefined ? command : { ...command, seen });
    },
  };
}

/** Nothing that could disturb a log line or a neighbour's screen; an empty name is none. */
function facilitatorAt(typed: string, desk?: string, press?: string): Actor {
  const name = [...cleanText(typed)].slice(0, NAME_MAX_LENGTH).join('');
  return {
    role: 'facilitator',
    ...(name === '' ? {} : { name }),
    ...(desk === undefined ? {} : { desk }),
    ...(press === undefined ? {} : { press }),
  };
}
