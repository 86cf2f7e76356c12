// Wanders through a session with random commands, and notes what each command can lead to: facts or refusals.

import { PARTICIPANT_COMMANDS } from '../../server/engine/activities/registry';
import { type CommandType, isParticipantCommand } from '../../server/engine/commands';
import { decide, isRejection } from '../../server/engine/decide';
import type { Event, RecordedEvent } from '../../server/engine/events';
import { evolve } from '../../server/engine/evolve';
import type { SessionState } from '../../server/engine/state';
import type { Actor } from '../../server/engine/vocabulary';
import { parseCommand } from '../../server/protocol/schemas';

type Message = Readonly<Record<string, unknown>>;
export type Seen = Readonly<Record<CommandType, { readonly facts: Set<string>; readonly refusals: Set<string> }>>;

/** A small generator of its own, so that a run that fails can be run again (mulberry32). */
export function randomFrom(start: number): () => number {
  let seed = start;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `examples`: one message of each command; their fields are exchanged for values from `pools`, field by field. */
export function wander(
  starts: readonly SessionState[],
  examples: readonly Message[],
  pools: Readonly<Record<string, (state: SessionState) => readonly unknown[]>>,
  { actors, steps, now }: { readonly actors: readonly Actor[]; readonly steps: number; readonly now: number },
): Seen {
  const random = randomFrom(7);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const seen = Object.fromEntries(
    examples.map(({ type }) => [type, { facts: new Set<string>(), refusals: new Set<string>() }]),
  ) as Seen;
  const vary = (example: Message, state: SessionState): Message =>
    Object.fromEntries(
      Object.entries(example).flatMap(([key, value]) => {
        const pool = pools[key];
        if (pool === undefined || random() < 0.4) return [[key, value]];
        const other = pick(pool(state));
        return other === undefined ? [] : [[key, other]];
      }),
    );
  const byPeople = examples.filter(({ type }) => PARTICIPANT_COMMANDS.some((one) => one === type));
  for (const start of starts) {
    let state = start;
    for (let step = 0; step < steps; step += 1) {
      // People write more than facilitators click, and steps would close before anything has gathered in them.
      const message = parseCommand(vary(pick(random() < 0.8 ? byPeople : examples), state));
      if (message === undefined) continue;
      const { id: commandId, ...command } = message;
      const actor = pick(actors.filter(({ role }) => (role === 'participant') === isParticipantCommand(command)));
      const decision = decide(state, { actor, command, now });
      if (isRejection(decision)) {
        seen[command.type].refusals.add(decision.rejected);
        continue;
      }
      for (const { type } of decision) seen[command.type].facts.add(type);
      // Often only noted: so more is tried from one place, and an end does not end the walk.
      if (random() < (command.type === 'session.end' ? 0.95 : 0.6)) continue;
      state = record(state, decision, { actor, commandId, at: now });
    }
  }
  return seen;
}

function record(
  state: SessionState,
  events: readonly Event[],
  by: Pick<RecordedEvent, 'actor' | 'commandId' | 'at'>,
): SessionState {
  return events.reduce((before, event) => evolve(before, { ...event, ...by, seq: before.seq + 1 }), state);
}
