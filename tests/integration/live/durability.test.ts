// What a database can do to a room, done to a real one.

import { Client } from 'pg';
import { createContainer, postgresStorage } from '../../../server/container';
import { openDatabase } from '../../../server/data/database';
import { createPostgresEventStore } from '../../../server/data/postgres-event-store';
import { openLog } from '../../../server/live/open-log';
import { foldOnThread } from '../../../server/live/snapshots';
import type { Ack } from '../../../server/protocol/wire';
import { connect, newId, type TestClient } from '../../support/client';
import { until } from '../../support/patience';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';
import { silent, startTestServer, TEST_SECRET, type TestServer } from '../../support/server';

let database: TestDatabase;
let admin: Client;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new Client({ connectionString: database.url });
  await admin.connect();
});
beforeEach(async () => {
  server = await startTestServer({ databaseUrl: database.url });
});
afterEach(() => server.close());
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const killConnections = () =>
  admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
const seqs = async () =>
  (await admin.query('SELECT seq FROM event WHERE session_id = $1 ORDER BY seq', [server.sessionId])).rows.map(
    ({ seq }) => seq as number,
  );

async function crowd(size: number): Promise<TestClient[]> {
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'ask' });
  facilitator.close();
  return Promise.all(
    Array.from({ length: size }, async () => {
      const phone = await connect(server);
      await phone.must({ type: 'participant.join', groupId: 'heads' });
      return phone;
    }),
  );
}

test('[WIRE7] [WIRE10] connections killed under load: every command is answered, is in the log once, and the log has no gap', async () => {
  const phones = await crowd(20);
  const acks: Promise<Ack>[] = [];
  const ideas: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    for (const phone of phones) {
      const ideaId = newId();
      ideas.push(ideaId);
      acks.push(phone.send({ type: 'idea.submit', activityId: 'ask', ideaId, text: 'x', lang: 'en' }));
    }
    await killConnections();
    await new Promise((resolve) => setTimeout(resolve, 220));
  }
  const answers = await Promise.all(acks);
  const counted = answers.filter((ack) => ack.ok);
  for (const ack of answers) if (!ack.ok) expect(['too_many_ideas', 'rate_limited']).toContain(ack.code);
  expect(counted).toHaveLength(40);
  const places = await seqs();
  expect(places).toEqual(places.map((_, i) => i + 1));
  const { rows } = await admin.query(
    "SELECT body::json->'data'->>'ideaId' AS id FROM event WHERE session_id = $1 AND type = 'IdeaSubmitted'",
    [server.sessionId],
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows).toHaveLength(40);
  const store = createPostgresEventStore(openForCheck.database);
  expect((await openLog(store, server.sessionId))?.state.ideas.size).toBe(40);
  for (const phone of phones) phone.close();
});

const openForCheck = {
  get database() {
    this.opened ??= openDatabase(database.url, silent);
    return this.opened;
  },
  opened: undefined as ReturnType<typeof openDatabase> | undefined,
};
afterAll(() => openForCheck.opened?.close());

test('[LOG4] another writer takes the room’s next place: the room refuses with retry, reads the log again and goes on', async () => {
  const phone = await connect(server);
  const rival = createContainer({
    storage: postgresStorage(database.url, silent),
    secret: TEST_SECRET,
    logger: silent,
  });
  const door = await rival.rooms.open(server.code);
  const id = newId();
  await door?.submit({ role: 'participant', id: newId() }, { id, type: 'participant.join', groupId: 'civil' });
  const command = { type: 'participant.join', groupId: 'heads' } as const;
  const own = newId();
  expect(await phone.send(command, own)).toMatchObject({ ok: false, code: 'retry' });
  await phone.until(({ rev }) => rev >= 2, 'the snapshot after loading again');
  expect(await phone.send(command, own)).toEqual({ ok: true, seq: 3 });
  expect(await seqs()).toEqual([1, 2, 3]);
  phone.close();
  await rival.close();
});

test('[WIRE9] shutting down waits for a slow log, answers what was taken, refuses what is new, and the log has it all', async () => {
  const phones = await crowd(10);
  await admin.query('BEGIN');
  await admin.query('LOCK TABLE event IN ACCESS EXCLUSIVE MODE');
  const idea = () => ({ type: 'idea.submit', activityId: 'ask', ideaId: newId(), text: 'x', lang: 'en' }) as const;
  const opened = await server.container.rooms.openRoom(server.code);
  const submit = jest.spyOn(opened?.room as NonNullable<typeof opened>['room'], 'submit');
  const taken = phones.map((phone) => phone.send(idea()));
  await until(() => submit.mock.calls.length === phones.length, 'all ideas to be taken');
  const closing = server.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await phones[0]?.send(idea())).toMatchObject({ ok: false, code: 'stopping' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await admin.query('COMMIT');
  for (const ack of await Promise.all(taken)) expect(ack).toEqual({ ok: true, seq: expect.any(Number) });
  await closing;
  const { rows } = await admin.query("SELECT 1 FROM event WHERE session_id = $1 AND type = 'IdeaSubmitted'", [
    server.sessionId,
  ]);
  expect(rows).toHaveLength(10);
});

test('[LOG2] a thread of its own folds the snapshot; a room opened from it has the same state and remembers commands', async () => {
  const phones = await crowd(5);
  const id = newId();
  const idea = { type: 'idea.submit', activityId: 'ask', ideaId: 'kept', text: 'x', lang: 'en' } as const;
  const ack = await (phones[0] as TestClient).send(idea, id);
  const seq = await foldOnThread(database.url)(server.sessionId);
  expect(seq).toBe((await seqs()).length);
  const store = createPostgresEventStore(openForCheck.database);
  const short = await openLog(store, server.sessionId);
  const long = await openLog({ ...store, latestSnapshot: async () => undefined }, server.sessionId);
  expect(short?.snapshotSeq).toBe(seq);
  expect(JSON.stringify(short?.state)).toBe(JSON.stringify(long?.state));
  const token = (phones[0] as TestClient).token as string;
  for (const phone of phones) phone.close();
  await server.close();
  server = await startTestServer({ databaseUrl: database.url, session: server });
  const again = await connect(server, { token });
  expect(await again.send(idea, id)).toEqual({ ...ack, repeated: true });
  again.close();
});

test('an acknowledged vote does not depend on the database’s own default for durability', async () => {
  const name = new URL(database.url).pathname.slice(1);
  await admin.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
  const opened = openDatabase(database.url, silent);
  const rows = await opened.prisma.$queryRaw<{ synchronous_commit: string }[]>`SHOW synchronous_commit`;
  expect(rows[0]?.synchronous_commit).toBe('on');
  await opened.close();
});
