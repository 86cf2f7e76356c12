// As whom a command enters: a facilitator by the name they gave, a participant by their id alone.
import type { Actor } from '../../../server/engine/vocabulary';
import { ADDRESS_LIMITS, createIntake, type Sender } from '../../../server/live/intake';
import { memoryBudgets } from '../../../server/live/token-bucket';

/** Of a scope what the intake looks at: which room, and as whom. */
type Said = { readonly role: Sender['role']; readonly participantId?: string; readonly address?: string };
const within = (room: object, said: Said) => ({ ...said, room }) as unknown as Sender;

async function actorOf(sender: Said, by: unknown, type = 'session.start'): Promise<Actor | string> {
  let seen: Actor | undefined;
  const room = {
    sessionId: 's',
    submit: async (actor: Actor, message: object) => {
      seen = actor;
      expect(message).not.toHaveProperty('by');
      return { ok: true as const, seq: 1 };
    },
  };
  const answer = await createIntake(memoryBudgets(Date.now)).take(within(room, sender), {
    id: 'wJ4bq0h1S8eVtX5uGm2d7A',
    type,
    by,
  });
  return answer.ok ? (seen as Actor) : answer.code;
}
const desk: Said = { role: 'facilitator' };

test.each([
  ['Айгүл', 'Айгүл'],
  ['  two\nlines \u202e', 'two lines'],
  ['ы'.repeat(100), 'ы'.repeat(60)],
])('[DRAFT5] the name %j is kept as %j', async (typed, kept) => {
  expect(await actorOf(desk, typed)).toEqual({ role: 'facilitator', name: kept });
});

test.each([undefined, '', ' \u200b '])('[DRAFT5] %j is no name', async (typed) => {
  expect(await actorOf(desk, typed)).toEqual({ role: 'facilitator' });
});

test('[WIRE2] a name that is no text, or endless, is malformed', async () => {
  for (const typed of [7, {}, 'x'.repeat(201)]) expect(await actorOf(desk, typed)).toBe('malformed');
});

test('[VIEW1] a participant has no name', async () => {
  const person: Said = { role: 'participant', participantId: 'p1' };
  expect(await actorOf(person, 'Айгүл')).toEqual({ role: 'participant', id: 'p1' });
});

test('[WIRE14] devices, addresses and rooms have budgets of their own, and one over its rate takes nothing from others', () => {
  const intake = createIntake(memoryBudgets(() => 0));
  const room = (sessionId: string) => ({ sessionId });
  const device = (n: number, address = 'hall'): Said => ({ role: 'participant', participantId: `p${n}`, address });
  // A whole hall behind one address sends its whole outbox at once.
  for (let n = 0; n < 600; n += 1)
    for (let i = 0; i < 20; i += 1) expect(intake.charge(within(room('a'), device(n)))).toBe(0);
  expect(intake.charge(within(room('a'), device(1)))).toBeGreaterThan(0);
  // What is beyond its own rate is not taken from the address.
  for (let n = 600; n < 600 + ADDRESS_LIMITS.burst; n += 1) intake.charge(within(room('a'), device(n)));
  expect(intake.charge(within(room('a'), device(0, 'a phone elsewhere')))).toBeGreaterThan(0);
  expect(intake.charge(within(room('a'), device(-1, 'a phone elsewhere')))).toBe(0);
  expect(intake.charge(within(room('b'), device(-1, 'a phone elsewhere')))).toBe(0);
});
