import { type EventStore, type LogRow, StorageError, type StorageFailure } from '../../../server/data/event-store';
import { createEventWriter, type Outcome, WRITER_LIMITS } from '../../../server/live/event-writer';
import { PATIENCE_MS } from '../../support/patience';
import { silent } from '../../support/server';

/** A store whose every answer the test decides. */
function scripted(
  answers: readonly (StorageFailure | 'ok' | ((rows: readonly LogRow[]) => StorageFailure | 'ok'))[] = [],
) {
  const batches: (readonly LogRow[])[] = [];
  const startedAt: number[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  const store: Pick<EventStore, 'append'> = {
    async append(rows) {
      const answer = answers[batches.length] ?? 'ok';
      batches.push(rows);
      startedAt.push(performance.now());
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      await new Promise((resolve) => setTimeout(resolve, 2));
      underWay -= 1;
      const outcome = typeof answer === 'function' ? answer(rows) : answer;
      if (outcome !== 'ok') throw new StorageError(outcome);
    },
  };
  return { store, batches, startedAt, mostUnderWay: () => mostUnderWay };
}

const limits = { ...WRITER_LIMITS, firstBackoffMs: 2, longestBackoffMs: 8 };

function sender(store: Pick<EventStore, 'append'>, over: Partial<typeof limits> = {}) {
  const writer = createEventWriter(store, silent, { ...limits, ...over });
  const outcomes: string[] = [];
  const write = (sessionId: string, seq: number) =>
    writer.write({
      sessionId,
      rows: [{ sessionId, seq, type: 'T', commandId: `c${seq}`, body: `${sessionId}${seq}` }],
      settle: (outcome: Outcome) => outcomes.push(`${sessionId}${seq} ${outcome}`),
    });
  return { writer, outcomes, write };
}

test('what comes together is written in one statement, across rooms', async () => {
  const { store, batches } = scripted();
  const { writer, write, outcomes } = sender(store);
  for (const seq of [1, 2, 3]) for (const room of ['a', 'b']) write(room, seq);
  expect(await writer.drain(PATIENCE_MS)).toBe(true);
  expect(batches).toHaveLength(1);
  expect(outcomes).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'].map((entry) => `${entry} committed`));
});

test('one flush is under way at a time, and the next begins no sooner than the gap', async () => {
  const { store, startedAt, mostUnderWay } = scripted();
  const { writer, write } = sender(store, { gapMs: 20 });
  for (let seq = 1; seq <= 5; seq += 1) {
    write('a', seq);
    await new Promise((resolve) => setTimeout(resolve, 12));
  }
  await writer.drain(PATIENCE_MS);
  expect(mostUnderWay()).toBe(1);
  const gaps = startedAt.slice(1).map((at, i) => at - (startedAt[i] as number));
  // Timers of Node may fire up to a millisecond early.
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(18);
});

test('a batch has at most as many rows as the limit says', async () => {
  const { store, batches } = scripted();
  const { writer, write } = sender(store, { rowsPerFlush: 4 });
  for (let seq = 1; seq <= 10; seq += 1) write('a', seq);
  await writer.drain(PATIENCE_MS);
  expect(batches.map((rows) => rows.length)).toEqual([4, 4, 2]);
});

test('[WIRE7] a log that cannot be reached is tried again with the same rows until it answers', async () => {
  const { store, batches } = scripted(['unavailable', 'unavailable', 'unavailable', 'ok']);
  const { writer, write, outcomes } = sender(store);
  write('a', 1);
  await writer.drain(PATIENCE_MS);
  expect(batches).toHaveLength(4);
  expect(new Set(batches.map((rows) => JSON.stringify(rows))).size).toBe(1);
  expect(outcomes).toEqual(['a1 committed']);
});

test('[WIRE7] the queue is bounded: it says that it is full, and is not once the log answers', async () => {
  const { store } = scripted(['unavailable', 'unavailable']);
  const { writer, write } = sender(store, { queuedRows: 3 });
  for (const seq of [1, 2]) write('a', seq);
  expect(writer.isFull('b')).toBe(false);
  write('a', 3);
  expect(writer.isFull('b')).toBe(true);
  await writer.drain(PATIENCE_MS);
  expect(writer.isFull('b')).toBe(false);
});

test('[WIRE14] one room does not fill the queue for the others', async () => {
  const { store } = scripted(['unavailable', 'unavailable']);
  const { writer, write } = sender(store, { queuedRows: 10 });
  for (let seq = 1; seq <= 7; seq += 1) write('a', seq);
  expect(writer.isFull('a')).toBe(true);
  expect(writer.isFull('b')).toBe(false);
  await writer.drain(PATIENCE_MS);
  expect(writer.isFull('a')).toBe(false);
});

test('[LOG4] a room whose log moved on fails with all that followed; the other room of the batch is written', async () => {
  const movedOn = (rows: readonly LogRow[]) => (rows.some((row) => row.sessionId === 'a') ? 'moved_on' : 'ok');
  const { store } = scripted([movedOn, movedOn, movedOn]);
  const { writer, write, outcomes } = sender(store, { rowsPerFlush: 2 });
  write('a', 1);
  write('b', 1);
  write('a', 2);
  await writer.drain(PATIENCE_MS);
  expect([...outcomes].sort()).toEqual(['a1 moved_on', 'a2 moved_on', 'b1 committed']);
});

test('[WIRE7] a full disk refuses what waited, and later writing goes on', async () => {
  const { store } = scripted(['full', 'ok']);
  const { writer, write, outcomes } = sender(store);
  write('a', 1);
  await writer.drain(PATIENCE_MS);
  write('a', 1);
  await writer.drain(PATIENCE_MS);
  expect(outcomes).toEqual(['a1 full', 'a1 committed']);
});

test('a drain that takes too long says so, and closing ends the tries without claiming anything', async () => {
  const { store } = scripted(Array.from({ length: 1_000 }, () => 'unavailable' as const));
  const { writer, write, outcomes } = sender(store);
  write('a', 1);
  expect(await writer.drain(30)).toBe(false);
  writer.close();
  expect(await writer.drain(PATIENCE_MS)).toBe(true);
  expect(outcomes).toEqual([]);
});
