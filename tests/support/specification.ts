// given(wishes).when(wish).thenFacts(…): rules read as sentences, with no server and no mocks.
import type { Command } from '../../server/engine/commands';
import { createSession } from '../../server/engine/create-session';
import { decide, isRejection } from '../../server/engine/decide';
import type { Event, EventType, RecordedEvent } from '../../server/engine/events';
import { evolve } from '../../server/engine/evolve';
import type { RejectionCode } from '../../server/engine/rejection';
import type { SessionState } from '../../server/engine/state';
import { initialState } from '../../server/engine/state';
import type { Actor, EarlierVision } from '../../server/engine/vocabulary';
import { smallWorkshop } from './workshop';

export const facilitator: Actor = { role: 'facilitator' };
export const person = (id: string): Actor => ({ role: 'participant', id });
export const NOW = 1_900_000_000_000;

/** Who wishes what, e.g. `['p1', {type: 'participant.join', …}]`; `'facilitator'` is the facilitator, `'desk-a'` one console of several. */
export type Step = readonly [who: string, command: Command];

export function actorOf(who: string): Actor {
  if (who.startsWith('desk-')) return { role: 'facilitator', desk: who };
  return who === 'facilitator' ? facilitator : person(who);
}

/** A log being written: decides, records and folds like a room, in memory. */
export class Session {
  readonly log: RecordedEvent[] = [];
  state: SessionState = initialState;

  constructor(design = smallWorkshop, earlier?: EarlierVision) {
    this.record({ role: 'system' }, 'c-created', [
      createSession({ sessionId: 's1', code: 'ELES23', rehearsal: false, design, earlier }),
    ]);
  }

  private record(actor: Actor, commandId: string, events: readonly Event[]): void {
    for (const event of events) {
      const recorded = { ...event, seq: this.state.seq + 1, at: NOW, actor, commandId } as RecordedEvent;
      this.log.push(recorded);
      this.state = evolve(this.state, recorded);
    }
  }

  wish(who: string, command: Command, now = NOW, seen?: number, press?: string): readonly Event[] | RejectionCode {
    const actor = { ...actorOf(who), ...(press === undefined ? {} : { press }) };
    const decision = decide(this.state, { actor, command, now, seen });
    if (isRejection(decision)) return decision.rejected;
    this.record(actor, `c-${this.log.length}`, decision);
    return decision;
  }
}

type Outcome = {
  /** Exactly these facts, in this order. */
  thenFacts(...expected: Event[]): Session;
  /** Facts of these types, in this order. */
  thenTypes(...types: EventType[]): Session;
  /** Legal, and nothing changed: how a repeated wish must read. */
  thenNothing(): Session;
  thenRefused(code: RejectionCode): Session;
};

export function given(...steps: readonly Step[]): {
  when(who: string, command: Command, now?: number): Outcome;
  session: Session;
} {
  const session = new Session();
  for (const [who, command] of steps) {
    const outcome = session.wish(who, command);
    if (typeof outcome === 'string') throw new Error(`given: ${who} ${command.type} was refused: ${outcome}`);
  }
  return {
    session,
    when(who, command, now) {
      const before = session.state;
      const outcome = session.wish(who, command, now);
      return {
        thenFacts(...expected) {
          expect(outcome).toEqual(expected);
          return session;
        },
        thenTypes(...types) {
          expect(typeof outcome === 'string' ? outcome : outcome.map((event) => event.type)).toEqual(types);
          return session;
        },
        thenNothing() {
          expect(outcome).toEqual([]);
          return session;
        },
        thenRefused(code) {
          expect(outcome).toBe(code);
          expect(session.state).toBe(before);
          return session;
        },
      };
    },
  };
}
