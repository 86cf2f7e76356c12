import fc from 'fast-check';
import { createOutbox, type Outbox } from '../../../components/live/outbox';
import { createMemoryStorage, type TextStorage } from '../../../components/live/outbox-storage';
import type { Command } from '../../../server/engine/commands';
import type { Ack, CommandMessage } from '../../../server/protocol/wire';

/** A clock that only moves when told, so that minutes of back-off take no time. */
function createClock() {
  let now = 0;
  let nextId = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => now,
    after(delayMs: number, run: () => void) {
      nextId += 1;
      const id = nextId;
      timers.set(id, { at: now + delayMs, run });
      return () => void timers.delete(id);
    },
    async advance(ms: number) {
      const end = now + ms;
      for (;;) {
        for (let i = 0; i < 12; i += 1) await Promise.resolve();
        const next = [...timers.entries()].sort(([, a], [, b]) => a.at - b.at)[0];
        if (next === undefined || next[1].at > end) break;
        timers.delete(next[0]);
        now = next[1].at;
        next[1].run();
      }
      now = end;
    },
  };
}
type Clock = ReturnType<typeof createClock>;

type Fate = 'answered' | 'request_lost' | 'answer_lost' | 'busy' | 'late_copy';

/** A room that counts each command id once, behind a line that loses, repeats and delays. */
function createRoom(clock: Clock, fates: () => Fate, refusedTexts: ReadonlySet<string> = new Set()) {
  const counted: CommandMessage[] = [];
  const answers = new Map<string, Ack>();
  function receive(message: CommandMessage): Ack {
    const before = answers.get(message.id);
    if (before !== undefined) return before;
    const text = message.type === 'idea.submit' ? message.text : '';
    const ack: Ack = refusedTexts.has(text)
      ? { ok: false, code: 'text_too_long', params: { max: 280 } }
      : { ok: true, seq: counted.push(message) };
    answers.set(message.id, ack);
    return ack;
  }
  return {
    counted,
    send(message: CommandMessage, timeoutMs: number): Promise<Ack | undefined> {
      const fate = fates();
      return new Promise((resolve) => {
        if (fate === 'answered') clock.after(5, () => resolve(receive(message)));
        else if (fate === 'busy') {
          clock.after(5, () => resolve({ ok: false, code: 'rate_limited', retryAfterMs: 1_000 }));
        } else {
          if (fate === 'answer_lost') clock.after(5, () => receive(message));
          // A copy the network held back arrives long after the sender gave up on it.
          if (fate === 'late_copy') clock.after(timeoutMs + 3_000, () => receive(message));
          clock.after(timeoutMs, () => resolve(undefined));
        }
      });
    },
  };
}

let ids = 0;
function open(
  storage: TextStorage,
  clock: Clock,
  send: ReturnType<typeof createRoom>['send'],
  line = { up: true },
): Outbox {
  return createOutbox({
    storage,
    prefix: 'out:',
    newId: () => {
      ids += 1;
      return `command-${String(ids).padStart(8, '0')}`;
    },
    canSend: () => line.up,
    send,
    now: clock.now,
    random: () => 0.5,
    after: clock.after,
  });
}

const idea = (text: string): Command => ({
  type: 'idea.submit',
  activityId: 'a',
  ideaId: `idea-${text}`,
  text,
  lang: 'ky',
});
const ballot = (dots: number): Command => ({ type: 'ballot.cast', activityId: 'v', choices: [{ option: 'p', dots }] });
const texts = (messages: readonly CommandMessage[]) =>
  messages.map((m) => (m.type === 'idea.submit' ? m.text : m.type));
const good = (): Fate => 'answered';

describe('outbox', () => {
  test('a command is queued, then sent, then counted', async () => {
    const clock = createClock();
    const room = createRoom(clock, good);
    const line = { up: false };
    const outbox = open(createMemoryStorage(), clock, room.send, line);
    outbox.add(idea('a'));
    expect(outbox.entries().map((e) => e.state)).toEqual(['queued']);
    line.up = true;
    outbox.wake();
    expect(outbox.entries().map((e) => e.state)).toEqual(['sent']);
    await clock.advance(100);
    expect(outbox.entries()).toMatchObject([{ state: 'counted', seq: 1 }]);
  });

  test('what was queued is written before the first send and survives a reload', async () => {
    const clock = createClock();
    const storage = createMemoryStorage();
    const room = createRoom(clock, good);
    open(storage, clock, room.send, { up: false }).add(idea('a'));
    const afterReload = open(storage, clock, room.send);
    afterReload.wake();
    await clock.advance(100);
    expect(texts(room.counted)).toEqual(['a']);
  });

  test('a newer ballot replaces an unsent older one, never one that has left', async () => {
    const clock = createClock();
    const room = createRoom(clock, good);
    const line = { up: false };
    const outbox = open(createMemoryStorage(), clock, room.send, line);
    outbox.add(ballot(1), { lane: 'ballot:v' });
    outbox.add(ballot(2), { lane: 'ballot:v' });
    expect(outbox.entries()).toHaveLength(1);
    line.up = true;
    outbox.wake();
    outbox.add(ballot(3), { lane: 'ballot:v' });
    expect(outbox.entries().map((e) => e.state)).toEqual(['sent', 'queued']);
    await clock.advance(100);
    expect(room.counted.map((m) => (m.type === 'ballot.cast' && 'choices' in m ? m.choices[0]?.dots : 0))).toEqual([
      2, 3,
    ]);
  });

  test('taps that follow quickly travel as one ballot, and the ballot is written down at the first tap', async () => {
    const clock = createClock();
    const storage = createMemoryStorage();
    const room = createRoom(clock, good);
    const outbox = open(storage, clock, room.send);
    outbox.add(ballot(1), { lane: 'ballot:v', holdMs: 600 });
    expect(storage.keys()).toHaveLength(1);
    await clock.advance(300);
    outbox.add(ballot(2), { lane: 'ballot:v', holdMs: 600 });
    await clock.advance(500);
    expect(room.counted).toHaveLength(0);
    await clock.advance(500);
    expect(room.counted).toMatchObject([{ choices: [{ dots: 2 }] }]);
  });

  test('a final refusal keeps the text and its reason, and does not hold up what comes after', async () => {
    const clock = createClock();
    const room = createRoom(clock, good, new Set(['too long']));
    const outbox = open(createMemoryStorage(), clock, room.send);
    outbox.add(idea('too long'));
    outbox.add(idea('b'));
    await clock.advance(1_000);
    expect(outbox.entries()).toMatchObject([
      { state: 'refused', code: 'text_too_long', params: { max: 280 }, command: { text: 'too long' } },
      { state: 'counted' },
    ]);
  });

  test('a temporary refusal is sent again after the time the room asked for', async () => {
    const clock = createClock();
    const fates: Fate[] = ['busy'];
    const room = createRoom(clock, () => fates.shift() ?? 'answered');
    const outbox = open(createMemoryStorage(), clock, room.send);
    outbox.add(idea('a'));
    await clock.advance(900);
    expect(room.counted).toHaveLength(0);
    await clock.advance(2_000);
    expect(texts(room.counted)).toEqual(['a']);
  });

  test('an entry that another tab replaced is not brought back by a late answer', async () => {
    const clock = createClock();
    const storage = createMemoryStorage();
    const room = createRoom(clock, good);
    const outbox = open(storage, clock, room.send);
    const { id } = outbox.add(idea('a'));
    storage.remove(`out:${id}`);
    await clock.advance(100);
    expect(outbox.entries()).toEqual([]);
  });

  test('an unreadable entry is dropped instead of stopping the others', async () => {
    const clock = createClock();
    const storage = createMemoryStorage();
    storage.set('out:broken', '{');
    const room = createRoom(clock, good);
    const outbox = open(storage, clock, room.send);
    outbox.add(idea('a'));
    await clock.advance(100);
    expect(texts(room.counted)).toEqual(['a']);
  });

  const fateOf = fc.constantFrom<Fate>('answered', 'request_lost', 'answer_lost', 'busy', 'late_copy');
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constant({ do: 'add' } as const) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20_000 }) }) },
    { weight: 1, arbitrary: fc.constant({ do: 'reload' } as const) },
    { weight: 1, arbitrary: fc.constant({ do: 'cut' } as const) },
    { weight: 1, arbitrary: fc.constant({ do: 'heal' } as const) },
  );

  test('whatever the line loses, repeats or delays, each command is counted exactly once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.array(fateOf, { maxLength: 40 }),
        async (steps, planned) => {
          const clock = createClock();
          const storage = createMemoryStorage();
          const fates = [...planned];
          const room = createRoom(clock, () => fates.shift() ?? 'answered');
          const line = { up: true };
          let outbox = open(storage, clock, room.send, line);
          const added: string[] = [];
          for (const act of steps) {
            if (act.do === 'add') {
              added.push(String(added.length));
              outbox.add(idea(added.at(-1) as string));
            } else if (act.do === 'wait') await clock.advance(act.ms);
            else if (act.do === 'reload') {
              outbox.close();
              outbox = open(storage, clock, room.send, line);
              outbox.wake();
            } else {
              line.up = act.do === 'heal';
              if (line.up) outbox.wake();
            }
          }
          line.up = true;
          outbox.wake();
          await clock.advance(3_600_000);
          expect(texts(room.counted)).toEqual(added);
          expect(outbox.entries().every(({ state }) => state === 'counted')).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('two tabs sharing one storage count each command once, and the last ballot wins', async () => {
    const twoTabStep = fc.record({ tab: fc.constantFrom(0, 1), ms: fc.integer({ min: 0, max: 12_000 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(twoTabStep, { minLength: 1, maxLength: 15 }),
        fc.array(fateOf, { maxLength: 30 }),
        async (steps, planned) => {
          const clock = createClock();
          const storage = createMemoryStorage();
          const fates = [...planned];
          const room = createRoom(clock, () => fates.shift() ?? 'answered');
          const tabs = [open(storage, clock, room.send), open(storage, clock, room.send)] as const;
          let dots = 0;
          for (const { tab, ms } of steps) {
            dots += 1;
            tabs[tab as 0 | 1].add(ballot(dots), { lane: 'ballot:v' });
            tabs[tab === 0 ? 1 : 0].refresh();
            await clock.advance(ms);
          }
          for (const tab of tabs) tab.wake();
          await clock.advance(3_600_000);
          const last = room.counted.at(-1);
          expect(last?.type === 'ballot.cast' && 'choices' in last && last.choices[0]?.dots).toBe(dots);
          expect(new Set(room.counted.map(({ id }) => id)).size).toBe(room.counted.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
