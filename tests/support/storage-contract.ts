// What every store of the log must do. One suite, run against each implementation, so that the one in memory can be
// trusted everywhere else.
import type { EventStore, LogRow } from '../../server/data/event-store';
import { StorageError } from '../../server/data/event-store';
import type { Imports } from '../../server/data/imports';
import type { Sessions } from '../../server/data/sessions';
import { uuid7 } from '../../server/data/uuid7';
import { organiser } from './organiser';
import { inAll, smallWorkshop } from './workshop';

type Stores = { readonly store: EventStore; readonly sessions: Sessions; readonly imports: Imports };

export function storageContract(open: () => Promise<Stores>): void {
  let store: EventStore;
  let sessions: Sessions;
  let imports: Imports;
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
    ({ store, sessions, imports } = await open());
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

  test('[START5] the running session has begun, and is the one made last, whatever the clock said', async () => {
    const { id: workshopId } = await sessions.saveWorkshop({
      slug: 'contract',
      title: inAll('Vision'),
      design: smallWorkshop,
    });
    const make = async (rehearsal: boolean, type = 'SessionStarted', id = newId()) => {
      await sessions.create({ id, workshopId, code: newCode(), rehearsal }, row(1, { sessionId: id, type }));
      return id;
    };
    // Made by a clock that was two hours ahead.
    await make(false, 'SessionStarted', uuid7(now + 7_200_000));
    const first = await make(false);
    const second = await make(false);
    await make(true);
    await make(false, 'SessionCreated');
    await make(false, 'ParticipantJoined');
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
    const importedAt = new Date(1_700_000_900_000);
    const signatures = [{ count: 3, key: 'a'.repeat(64), signature: 'b'.repeat(128) }];
    const session = {
      ...{ id: newId(), workshopId, code: newCode(), rehearsal: false, createdAt, endedAt, importedAt },
      signatures,
    };
    const bring = async (row: typeof session, hash = 'x') => {
      expect(await imports.begin(row.id, hash, [])).toBe('begun');
      return imports.finish(row, hash);
    };
    expect(await bring(session)).toBe(true);
    expect(await imports.begin(session.id, 'x', [])).toBe('taken');
    expect(await bring({ ...session, id: newId() })).toBe(false);
    expect(await sessions.findByCode(session.code)).toEqual(session);
    expect(await sessions.find(session.id)).toEqual(session);
    const [newest] = await sessions.list(organiser, 1);
    expect(newest).toEqual({ ...session, title: inAll('Theirs'), timeZone: 'Asia/Bishkek' });
  });

  test('[IMP6] an import goes on only where it was begun with the same archive; another one begins anew', async () => {
    const { id: workshopId } = await sessions.findOrAddWorkshop({
      slug: 'w',
      title: inAll('W'),
      design: smallWorkshop,
    });
    const dates = { createdAt: new Date(1), importedAt: new Date(2) };
    const session = { id: sessionId, workshopId, code: newCode(), rehearsal: false, signatures: [], ...dates };
    expect(await imports.begin(sessionId, 'one', [])).toBe('begun');
    await store.append([row(1)]);
    expect(await imports.begin(sessionId, 'one', [])).toBe('begun');
    expect(await store.last(sessionId)).toEqual(row(1));
    expect(await imports.begin(sessionId, 'two', [])).toBe('begun');
    expect(await store.last(sessionId)).toBeUndefined();
    // The mark is the other archive's by now.
    expect(await imports.finish(session, 'one')).toBe(false);
    expect(await imports.finish(session, 'two')).toBe(true);
    expect(await imports.begin(sessionId, 'two', [])).toBe('taken');
  });

  test('[IMP6] a log that no import began is left alone', async () => {
    await store.append([row(1)]);
    expect(await imports.begin(sessionId, 'one', [])).toBe('taken');
    expect(await store.read(sessionId, 0, 10)).toEqual([row(1)]);
  });

  test('[IMP8] what is replaced keeps its facts, under another id, on the record', async () => {
    const { id: workshopId } = await sessions.findOrAddWorkshop({
      slug: 'w',
      title: inAll('W'),
      design: smallWorkshop,
    });
    const [code, dates] = [newCode(), { createdAt: new Date(1), importedAt: new Date(2) }];
    await imports.begin(sessionId, 'forged', []);
    await store.append([row(1)]);
    await imports.finish({ id: sessionId, workshopId, code, rehearsal: false, signatures: [], ...dates }, 'forged');
    const signatures = [{ count: 1, key: 'a'.repeat(64), signature: 'b'.repeat(128) }];
    const replaced = { sessionId, code, facts: 1, closingHash: 'forged', signatures };
    expect(await imports.begin(sessionId, 'honest', [replaced])).toBe('begun');
    expect(await sessions.findByCode(code)).toBeUndefined();
    expect(await store.last(sessionId)).toBeUndefined();
    const [kept] = await imports.listSetAside(organiser, 1);
    expect(kept).toMatchObject({ ...replaced, replacedBy: 'honest' });
    expect((await store.last(kept?.id ?? ''))?.body).toBe(row(1).body);
    expect(await imports.findSetAside(organiser, kept?.id ?? '')).toEqual(kept);
  });

  test('a workshop saved again under its slug keeps its id and has the new design', async () => {
    const first = await sessions.saveWorkshop({ slug: 'again', title: inAll('One'), design: smallWorkshop });
    const design = { ...smallWorkshop, smallestCell: 9 };
    const second = await sessions.saveWorkshop({ slug: 'again', title: inAll('Two'), design });
    expect(second).toEqual({ id: first.id, slug: 'again', title: inAll('Two'), design });
    expect(await sessions.findWorkshop(first.id)).toEqual(second);
  });

  test('a design is changed from what somebody saw, and only from that', async () => {
    const { id } = await sessions.saveWorkshop({ slug: 'seen', title: inAll('One'), design: smallWorkshop });
    const [one, two] = [8, 9].map((smallestCell) => ({ ...smallWorkshop, smallestCell }));
    const writes = [one, two].map((design) =>
      sessions.changeDesign(organiser, id, smallWorkshop, design ?? smallWorkshop),
    );
    expect((await Promise.all(writes)).sort()).toEqual([false, true]);
    const standing = (await sessions.findWorkshop(id))?.design;
    expect([one, two]).toContainEqual(standing);
    expect(await sessions.changeDesign(organiser, id, smallWorkshop, smallWorkshop)).toBe(false);
    expect(await sessions.changeDesign(organiser, id, standing ?? smallWorkshop, smallWorkshop)).toBe(true);
  });

  test('a ping asks the database', () => expect(store.ping()).resolves.toBeUndefined());

  const newCode = () => Math.random().toString(36).slice(2, 8).toUpperCase();
}
