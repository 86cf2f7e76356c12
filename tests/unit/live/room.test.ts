// The room's promises towards its log, with a log whose every answer the test decides.

import { memoryStorage } from '../../../server/container';
import { type EventStore, type LogRow, StorageError, type StorageFailure } from '../../../server/data/event-store';
import type { Actor } from '../../../server/engine/vocabulary';
import { createEventWriter, WRITER_LIMITS } from '../../../server/live/event-writer';
import { hashLine, headerLine, readLine } from '../../../server/live/log-line';
import { makeSnapshot } from '../../../server/live/make-snapshot';
import { createOpenSession } from '../../../server/live/new-session';
import { openLog } from '../../../server/live/open-log';
import type { RoomOutput } from '../../../server/live/output';
import { Room } from '../../../server/live/room';
import type { Ack, CommandMessage } from '../../../server/protocol/wire';
import { until } from '../../support/patience';
import { silent } from '../../support/server';
import { inAll, smallWorkshop } from '../../support/workshop';

const FACILITATOR: Actor = { role: 'facilitator' };
const person = (name: string): Actor => ({ role: 'participant', id: name.padEnd(22, '-') });

let ids = 0;
const message = (command: Omit<CommandMessage, 'id'> & object): CommandMessage => {
  ids += 1;
  return { id: `command-${String(ids).padStart(12, '0')}`, ...command } as CommandMessage;
};
const join = (groupId = 'heads') => message({ type: 'participant.join', groupId } as never);
const start = () => message({ type: 'session.start' } as never);

const rooms: Room[] = [];
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
});

async function openRoom() {
  const { store, sessions } = memoryStorage();
  const workshop = await sessions.saveWorkshop({ slug: 'w', title: inAll('w'), design: smallWorkshop });
  const openSession = createOpenSession(sessions, Date.now);
  const { sessionId } = await openSession({ workshopId: workshop.id, design: smallWorkshop, rehearsal: false });
  /** What the next appends answer before anything is written; a gate holds them back. */
  const failures: StorageFailure[] = [];
  let gate: Promise<void> = Promise.resolve();
  const guarded: EventStore = {
    ...store,
    async append(rows) {
      await gate;
      const failure = failures.shift();
      if (failure !== undefined) throw new StorageError(failure);
      await store.append(rows);
    },
  };
  const said: string[] = [];
  const output: RoomOutput = {
    patch: (audience, { base, rev }) => said.push(`patch ${audience} ${base}-${rev}`),
    mine: (id, { rev }) => said.push(`mine ${id.replaceAll('-', '')} ${rev}`),
    heartbeat: () => {},
    presence: () => {},
    resync: () => said.push('resync'),
    disconnect: () => said.push('disconnect'),
  };
  const open = async () => {
    const opened = await openLog(store, sessionId);
    if (opened === undefined) throw new Error('no log');
    const writer = createEventWriter(guarded, silent, { ...WRITER_LIMITS, firstBackoffMs: 2, longestBackoffMs: 4 });
    const parts = { store: guarded, writer, output, logger: silent, clock: Date.now, onCommitted: () => {} };
    const room = new Room(opened, parts);
    rooms.push(room);
    return room;
  };
  const hold = () => {
    let release = () => {};
    gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  };
  const log = () => store.read(sessionId, 0, 1_000);
  return { room: await open(), open, store, sessionId, failures, hold, said, log };
}

const isAnswered = async (ack: Promise<Ack>) =>
  Promise.race([ack.then(() => true), new Promise<false>((resolve) => setTimeout(() => resolve(false), 30))]);

test('[WIRE1] nothing is answered and nothing is shown before it is committed; a refusal is told at once', async () => {
  const { room, hold, said, log } = await openRoom();
  const release = hold();
  const joined = room.submit(person('aida'), join());
  expect(await isAnswered(joined)).toBe(false);
  expect(room.snapshot('screen').view).toMatchObject({ joined: 0 });
  expect(
    room.snapshot('participant', person('aida').role === 'participant' ? 'aida'.padEnd(22, '-') : '').mine,
  ).toBeUndefined();
  expect(said).toEqual([]);
  expect(await room.submit(person('bek'), join('nobody'))).toEqual({ ok: false, code: 'unknown_group' });
  release();
  expect(await joined).toEqual({ ok: true, seq: 2 });
  expect(said).toContain('mine aida 2');
  expect(await log()).toHaveLength(2);
});

test('[CMD1] a repeat waits for the commit of the first and adds nothing', async () => {
  const { room, hold, log } = await openRoom();
  const release = hold();
  const command = join();
  const first = room.submit(person('aida'), command);
  const second = room.submit(person('aida'), command);
  expect(await isAnswered(second)).toBe(false);
  release();
  expect([await first, await second]).toEqual([
    { ok: true, seq: 2 },
    { ok: true, seq: 2, repeated: true },
  ]);
  expect(await log()).toHaveLength(2);
});

test('[CMD1] the same id from another person is another command', async () => {
  const { room, log } = await openRoom();
  const command = join();
  await room.submit(person('aida'), command);
  expect(await room.submit(person('bek'), command)).toEqual({ ok: true, seq: 3 });
  expect(await log()).toHaveLength(3);
});

test('[CMD6] a legal command that changes nothing waits for what it depends on, and adds no fact', async () => {
  const { room, hold, log } = await openRoom();
  const release = hold();
  const joined = room.submit(person('aida'), join());
  const again = room.submit(person('aida'), join());
  expect(await isAnswered(again)).toBe(false);
  release();
  expect([await joined, await again]).toEqual([
    { ok: true, seq: 2 },
    { ok: true, seq: 2 },
  ]);
  expect(await log()).toHaveLength(2);
});

test.each(['by replaying', 'from a snapshot'])(
  '[CMD2] a command is remembered by a room opened again %s',
  async (how) => {
    const { room, open, store, sessionId, log } = await openRoom();
    const command = join();
    await room.submit(person('aida'), command);
    if (how === 'from a snapshot') expect(await makeSnapshot(store, sessionId)).toBe(2);
    const later = await open();
    expect(await later.submit(person('aida'), command)).toEqual({ ok: true, seq: 2, repeated: true });
    expect(await later.submit(person('aida'), join())).toEqual({ ok: true, seq: 2 });
    expect(await log()).toHaveLength(2);
  },
);

test('[WIRE7] a full disk is told to everyone who waits, nothing of it stays, and the next try counts', async () => {
  const { room, failures, hold, log, said } = await openRoom();
  failures.push('full');
  const release = hold();
  const waiting = [room.submit(person('aida'), join()), room.submit(person('bek'), join())];
  release();
  for (const ack of await Promise.all(waiting)) expect(ack).toMatchObject({ ok: false, code: 'storage_full' });
  expect(room.state.participants.size).toBe(0);
  expect(said).toEqual([]);
  expect(await room.submit(person('bek'), join())).toEqual({ ok: true, seq: 2 });
  expect((await log()).map(({ seq }) => seq)).toEqual([1, 2]);
});

test('[WIRE7] a log that is away for a while delays the answer and loses nothing', async () => {
  const { room, failures, log } = await openRoom();
  failures.push('unavailable', 'unavailable', 'unavailable');
  expect(await room.submit(person('aida'), join())).toEqual({ ok: true, seq: 2 });
  expect(await log()).toHaveLength(2);
});

test('[LOG4] two owners of one log: the loser refuses, loads the room again and goes on from there', async () => {
  const { room, open, said, log } = await openRoom();
  const rival = await open();
  await rival.submit(person('bek'), join());
  expect(await room.submit(person('aida'), join())).toMatchObject({ ok: false, code: 'retry' });
  await until(() => said.includes('resync'), 'the room to be loaded again');
  expect(await room.submit(person('aida'), join())).toEqual({ ok: true, seq: 3 });
  expect(room.snapshot('screen').view).toMatchObject({ joined: expect.any(Number) });
  const seqs = (await log()).map(({ seq }) => seq);
  expect(seqs).toEqual([1, 2, 3]);
});

test('[LOG1] facts are numbered 1, 2, 3 …, and the first carries the whole design', async () => {
  const { room, log } = await openRoom();
  await Promise.all([room.submit(FACILITATOR, start()), room.submit(person('aida'), join())]);
  await room.submit(person('bek'), join());
  const facts = (await log()).map(({ body }) => readLine(body).recorded);
  expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, at) => at + 1));
  expect(facts.map(({ type }) => type).lastIndexOf('SessionCreated')).toBe(0);
  expect(facts[0]?.data).toMatchObject({ design: smallWorkshop });
});

test('[CMD3] a refused command leaves no fact, and the same one is judged anew', async () => {
  const { room, log } = await openRoom();
  const early = message({ type: 'agenda.goto', activityId: 'vote' } as never);
  expect(await room.submit(FACILITATOR, early)).toMatchObject({ ok: false, code: 'session_not_started' });
  expect(await log()).toHaveLength(1);
  await room.submit(FACILITATOR, start());
  expect(await room.submit(FACILITATOR, early)).toMatchObject({ ok: true });
  expect((await log()).map(({ body }) => readLine(body).recorded.type)).toContain('AgendaMoved');
});

test('[LOG3] the lines are chained by hash, from the header on, across commands and rooms', async () => {
  const { room, open, sessionId, log } = await openRoom();
  await Promise.all([room.submit(FACILITATOR, start()), room.submit(person('aida'), join())]);
  await (await open()).submit(person('bek'), join());
  let prev = hashLine(headerLine(sessionId));
  for (const { body, seq } of await log()) {
    expect({ seq: readLine(body).recorded.seq, prev: readLine(body).prev }).toEqual({ seq, prev });
    prev = hashLine(body);
  }
});

test('[LOG3] a log that was changed is not opened', async () => {
  const { room, store, sessionId, log } = await openRoom();
  await room.submit(person('aida'), join());
  await room.submit(person('bek'), join());
  const rows = (await log()) as LogRow[];
  const forged = {
    ...store,
    read: async () => rows.map((row) => ({ ...row, body: row.body.replace('"groupId":"heads"', '"groupId":"civil"') })),
  };
  await expect(openLog(forged, sessionId)).rejects.toThrow(/broken at 3/);
});

test.each([
  ['damaged', '{"version":1,"sta'],
  ['of another engine', '{"version":-1,"state":{}}'],
])('[LOG5] a snapshot that is %s is ignored', async (_what, state) => {
  const { room, store, sessionId } = await openRoom();
  const command = join();
  await room.submit(person('aida'), command);
  await store.saveSnapshot({ sessionId, seq: 2, state, commandHashes: new Uint8Array() });
  const opened = await openLog(store, sessionId);
  expect(opened?.snapshotSeq).toBe(0);
  expect(opened?.state.participants.size).toBe(1);
  expect(opened?.laterCommands.size).toBe(2);
});

test('[LOG2] a snapshot with the facts after it opens to the same state and chain as the whole log', async () => {
  const { room, store, sessionId } = await openRoom();
  await room.submit(person('aida'), join());
  const whole = () => openLog({ ...store, latestSnapshot: async () => undefined }, sessionId);
  await makeSnapshot(store, sessionId);
  await room.submit(person('bek'), join());
  const [short, long] = [await openLog(store, sessionId), await whole()];
  expect(short?.snapshotSeq).toBe(2);
  expect(JSON.stringify(short?.state)).toBe(JSON.stringify(long?.state));
  expect(short?.lastHash).toBe(long?.lastHash);
});

test('[VIEW4] joins wait for a window; opening an activity is sent to everyone at once', async () => {
  const { room, said } = await openRoom();
  await room.submit(person('aida'), join());
  expect(said.filter((line) => line.startsWith('patch'))).toEqual([]);
  await room.submit(FACILITATOR, start());
  expect(said.filter((line) => line.startsWith('patch'))).toEqual([
    'patch screen 1-4',
    'patch facilitator 1-4',
    'patch participant 1-4',
  ]);
});

test('[WIRE9] a room that is stopping refuses what is new and answers what it has taken', async () => {
  const { room, hold } = await openRoom();
  const release = hold();
  const taken = room.submit(person('aida'), join());
  room.refuse('stopping');
  expect(await room.submit(person('bek'), join())).toMatchObject({ ok: false, code: 'stopping' });
  release();
  expect(await taken).toEqual({ ok: true, seq: 2 });
});
