import { withKnownCodes } from '../../../server/data/known-codes';
import { createMemoryEventStore } from '../../../server/data/memory-event-store';
import { createMemoryImports } from '../../../server/data/memory-imports';
import { createMemorySessions } from '../../../server/data/memory-sessions';

const fact = (sessionId: string) => ({ sessionId, seq: 1, type: 'SessionCreated', commandId: 'c', body: '{}' });
const session = (code: string) => ({ id: code, workshopId: 'w', code, rehearsal: false });

async function given() {
  let now = 0;
  let asked = 0;
  const store = createMemoryEventStore();
  const stored = createMemorySessions(store);
  const imports = createMemoryImports(store, stored);
  await stored.create(session('BEFORE'), fact('BEFORE'));
  const counting = {
    ...stored,
    findByCode(code: string) {
      asked += 1;
      return stored.findByCode(code);
    },
  };
  return {
    stored,
    ...withKnownCodes({ sessions: counting, imports }, () => now),
    asked: () => asked,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

test('[WIRE11] a flood of wrong codes does not reach the database, and right ones are found in it', async () => {
  const { sessions, asked } = await given();
  for (let i = 0; i < 1_000; i += 1) expect(await sessions.findByCode(`WRONG${i}`)).toBeUndefined();
  expect(asked()).toBeLessThanOrEqual(5);
  expect(await sessions.findByCode('BEFORE')).toMatchObject({ code: 'BEFORE' });
  expect(await sessions.create(session('LATER2'), fact('LATER2'))).toBe(true);
  expect(await sessions.findByCode('LATER2')).toMatchObject({ code: 'LATER2' });
});

test('what another process added is found', async () => {
  const { sessions, stored, wait } = await given();
  for (let i = 0; i < 10; i += 1) await sessions.findByCode(`WRONG${i}`);
  await stored.create(session('BESIDE'), fact('BESIDE'));
  wait(1_000);
  expect(await sessions.findByCode('BESIDE')).toMatchObject({ code: 'BESIDE' });
});
