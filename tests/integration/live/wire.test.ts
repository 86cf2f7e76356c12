import { createTestDatabase, type TestDatabase } from '../../support/postgres';
import { connect, newId, type TestClient } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';

describe('a room over the wire, with a real database', () => {
  let database: TestDatabase;
  let server: TestServer;
  const clients: TestClient[] = [];
  const join = async (...args: Parameters<typeof connect> extends [unknown, ...infer Rest] ? Rest : never) => {
    const client = await connect(server, ...args);
    clients.push(client);
    return client;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    server = await startTestServer({ databaseUrl: database.url });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await server.close();
  });
  afterAll(() => database.drop());

  const begin = async () => {
    const facilitator = await join({ role: 'facilitator' });
    await facilitator.must({ type: 'session.start' });
    await facilitator.must({ type: 'agenda.goto', activityId: 'ask' });
    await facilitator.must({ type: 'activity.open', activityId: 'ask' });
    return facilitator;
  };

  test('an idea is acknowledged with its seq, is in the log, and reaches its author and the facilitator', async () => {
    const facilitator = await begin();
    const phone = await join();
    await phone.must({ type: 'participant.join', groupId: 'heads' });
    const seq = await phone.must({
      type: 'idea.submit',
      activityId: 'ask',
      ideaId: 'idea-1',
      text: 'Таза суу',
      lang: 'ky',
    });
    await phone.until(({ mine }) => mine?.ideas['idea-1']?.text === 'Таза суу', 'my own idea');
    await facilitator.until(({ view }) => view?.audience === 'facilitator' && view.ideas['idea-1'] !== undefined);
    expect(facilitator.gaps + phone.gaps).toBe(0);
    expect(seq).toBe(6);
  });

  test('a command sent twice counts once and says so', async () => {
    await begin();
    const phone = await join();
    await phone.must({ type: 'participant.join', groupId: 'heads' });
    const id = newId();
    const idea = { type: 'idea.submit', activityId: 'ask', ideaId: 'i', text: 'x', lang: 'en' } as const;
    const both = await Promise.all([phone.send(idea, id), phone.send(idea, id)]);
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[1]).toEqual({ ...both[0], repeated: true });
  });
});
