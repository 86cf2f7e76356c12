// What every store of the log must do. One suite, run against each implementation, so that the one in memory can be
// trusted everywhere else.
import type { EventStore, LogRow } from '../../server/data/event-store';
import { StorageError } from '../../server/data/event-store';
import type { Sessions } from '../../server/data/sessions';
import { uuid7 } from '../../server/data/uuid7';
import { inAll, smallWorkshop } from './workshop';

type Stores = { readonly store: EventStore; readonly sessions: Sessions };

export function storageContract(open: () => Promise<Stores>): void {
  let store: EventStore;
  let sessions: Sessions;
  let sessionId: string;
  let now = 1_790_000_000_000;

  const newId = () => {
    now += 1;
    return uuid7(now);
  };
  const row = (seq: number, over: Partial<LogRow> = {}): LogRow => ({
    sessionId,
    seq,
    type: 'SessionStarted',
    commandId: `command-${seq}`,
    body: `{"seq":${seq}}`,
    ...over,
  });
  const failureOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown) => thrown,
    );
    return error instanceof StorageError ? error.failure : error;
  };

  beforeAll(async () => {
    ({ store, sessions } = await open());
  });
  beforeEach(() => {
    sessionId = newId();
  });

  test('[LOG6] what was appended is read back in order and byte for byte', async () => {
    const bodies = [
      '{"text":"Жаңы өмүр үчүн"}',
      '{"text":"\\u0000 \\ud800 \\\\ \'; DROP TABLE event; --"}',
      '{ "spaces" :1}',
      '🙂',
    ];
    await store.append(bodies.map((body, i) => row(i + 1, { body })));
    const read = await store.read(sessionId, 0, 100);
    expect(read).toEqual(bodies.map((body, i) => row(i + 1, { body })));
  });

  test('[LOG6] pages follow each other without a gap', async () => {
    await store.append([1, 2, 3, 4, 5].map((seq) => row(seq)));
    expect((await store.read(sessionId, 0, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await store.read(sessionId, 2, 2)).map(({ seq }) => seq)).toEqual([3, 4]);
    expect((await store.read(sessionId, 4, 2)).map(({ seq }) => seq)).toEqual([5]);
    expect(await store.read(sessionId, 5, 2)).toEqual([]);
  });

  test('[LOG6] a batch is appended whole or not at all, also across sessions', async () => {
    const other = newId();
    await store.append([row(1)]);
    const batch = [row(1, { sessionId: other, body: 'theirs' }), row(1, { body: 'another one' }), row(2)];
    expect(await failureOf(store.append(batch))).toBe('moved_on');
    expect(await store.read(other, 0, 10)).toEqual([]);
    expect(await store.read(sessionId, 0, 10)).toEqual([row(1)]);
  });

  test('[LOG4] of two writers at the same place one is refused', async () => {
    const writers = [1, 2, 3, 4].map((writer) => failureOf(store.append([row(1, { body: `writer ${writer}` })])));
    const outcomes = await Promise.all(writers);
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'moved_on')).toHaveLength(3);
  });

  test('[WIRE10] writing the very same rows again is no conflict: the first answer may have been lost', async () => {
    const rows = [row(1), row(2)];
    await store.append(rows);
    await expect(store.append(rows)).resolves.toBeUndefined();
    expect(await store.read(sessionId, 0, 10)).toEqual(rows);
  });

  test('a batch that is only partly there is somebody else’s', async () => {
    await store.append([row(1)]);
    expect(await failureOf(store.append([row(1), row(2)]))).toBe('moved_on');
  });

  test('[CMD2] a command is found by its id in its own session only', async () => {
    const other = newId();
    await store.append([row(1, { commandId: 'c' }), row(2, { commandId: 'c' }), row(3)]);
    await store.append([row(1, { sessionId: other, commandId: 'c' })]);
    expect((await store.findCommand(sessionId, 'c')).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await store.findCommand(sessionId, 'never')).toEqual([]);
  });

  test('[LOG2] the latest snapshot is kept, older states go, all command hashes stay', async () => {
    expect(await store.latestSnapshot(sessionId)).toBeUndefined();
    await store.saveSnapshot({ sessionId, seq: 10, state: 'ten', commandHashes: Buffer.from('aaaaaa') });
    await store.saveSnapshot({ sessionId, seq: 20, state: 'twenty', commandHashes: Buffer.from('bbbbbb') });
    expect(await store.latestSnapshot(sessionId)).toEqual({ seq: 20, state: 'twenty' });
    expect(Buffer.from(await store.commandHashes(sessionId, 20)).toString()).toBe('aaaaaabbbbbb');
    expect(Buffer.from(await store.commandHashes(sessionId, 10)).toString()).toBe('aaaaaa');
  });

  test('a snapshot saved twice is one, and an older one that comes late does not replace a newer', async () => {
    await store.saveSnapshot({ sessionId, seq: 20, state: 'twenty', commandHashes: Buffer.from('bbbbbb') });
    await store.saveSnapshot({ sessionId, seq: 20, state: 'twenty again', commandHashes: Buffer.from('bbbbbb') });
    await store.saveSnapshot({ sessionId, seq: 10, state: 'ten', commandHashes: Buffer.from('aaaaaa') });
    expect(await store.latestSnapshot(sessionId)).toEqual({ seq: 20, state: 'twenty again' });
  });

  test('a session and its first fact come together or not at all', async () => {
    const workshop = await sessions.saveWorkshop({ slug: 'contract', title: inAll('Vision'), design: smallWorkshop });
    const session = { id: sessionId, workshopId: workshop.id, code: newCode(), rehearsal: false };
    expect(await sessions.create(session, row(1))).toBe(true);
    expect(await store.read(sessionId, 0, 10)).toEqual([row(1)]);
    const second = newId();
    expect(await sessions.create({ ...session, id: second }, row(1, { sessionId: second }))).toBe(false);
    expect(await store.read(second, 0, 10)).toEqual([]);
    expect(await sessions.findByCode(session.code)).toMatchObject({ ...session, createdAt: expect.any(Date) });
    expect(await sessions.findByCode('NOSUCH')).toBeUndefined();
    expect(await sessions.codes()).toContain(session.code);
  });

  test('the running session is the newest that has not ended and is no rehearsal', async () => {
    const { id: workshopId } = await sessions.saveWorkshop({
      slug: 'contract',
      title: inAll('Vision'),
      design: smallWorkshop,
    });
    const make = async (rehearsal: boolean) => {
      const id = newId();
      await sessions.create({ id, workshopId, code: newCode(), rehearsal }, row(1, { sessionId: id }));
      return id;
    };
    const first = await make(false);
    const second = await make(false);
    await make(true);
    expect((await sessions.findRunning())?.id).toBe(second);
    await sessions.markEnded(second, new Date());
    expect((await sessions.findRunning())?.id).toBe(first);
    await sessions.markRehearsal(first);
    expect((await sessions.findRunning())?.id).not.toBe(first);
  });

  test('a session from elsewhere keeps its own times, and takes no code and no id that is taken', async () => {
    const workshop = { slug: `imported-${newCode()}`, title: inAll('Theirs'), design: smallWorkshop };
    const { id: workshopId } = await sessions.findOrAddWorkshop(workshop);
    const changed = { ...workshop, title: inAll('Ours') };
    expect(await sessions.findOrAddWorkshop(changed)).toEqual({ ...workshop, id: workshopId });
    const [createdAt, endedAt] = [new Date(1_700_000_000_000), new Date(1_700_000_600_000)];
    const session = { id: newId(), workshopId, code: newCode(), rehearsal: false, createdAt, endedAt };
    expect(await sessions.addImported(session)).toBe(true);
    expect(await sessions.addImported({ ...session, id: newId() })).toBe(false);
    expect(await sessions.addImported({ ...session, code: newCode() })).toBe(false);
    expect(await sessions.findByCode(session.code)).toEqual(session);
    const [newest] = await sessions.list(1);
    expect(newest).toEqual({ ...session, title: inAll('Theirs') });
  });

  test('a workshop saved again under its slug keeps its id and has the new design', async () => {
    const first = await sessions.saveWorkshop({ slug: 'again', title: inAll('One'), design: smallWorkshop });
    const design = { ...smallWorkshop, smallestCell: 9 };
    const second = await sessions.saveWorkshop({ slug: 'again', title: inAll('Two'), design });
    expect(second).toEqual({ id: first.id, slug: 'again', title: inAll('Two'), design });
    expect(await sessions.findWorkshop(first.id)).toEqual(second);
  });

  test('a ping asks the database', () => expect(store.ping()).resolves.toBeUndefined());

  const newCode = () => Math.random().toString(36).slice(2, 8).toUpperCase();
}
