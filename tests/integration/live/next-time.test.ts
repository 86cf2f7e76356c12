// A session that goes on from another: over HTTP, with that log's closing hash in its first fact.
import { memoryStorage } from '../../../server/container';
import { hashLine } from '../../../server/live/log-line';
import { connect } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';

const storage = memoryStorage();
let server: TestServer;

async function made(body: object): Promise<{ readonly first: { readonly data: Record<string, unknown> } }> {
  const headers = { authorization: `Bearer ${server.facilitatorToken}` };
  const from = JSON.stringify({ from: server.code, ...body });
  const answer = await fetch(`${server.url}/api/sessions`, { method: 'POST', headers, body: from });
  const { code } = (await answer.json()) as { code: string };
  const session = await storage.sessions.findByCode(code);
  const [row] = await storage.store.read(session?.id ?? '', 0, 1);
  return { first: JSON.parse(row?.body ?? '{}') };
}

beforeAll(async () => {
  server = await startTestServer({ storage });
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.rehearse' });
  await facilitator.must({
    type: 'line.add',
    lineId: 'own:a',
    kind: 'goal',
    themeId: 'law',
    text: 'Water',
    lang: 'en',
  });
  facilitator.close();
});
afterAll(() => server.close());

test('[NEXT1] it carries the vision, and the hash that the log it comes from ends with', async () => {
  const { first } = await made({ goOn: true, rehearsal: true });
  const closingHash = hashLine((await storage.store.read(server.sessionId, 0, 100)).at(-1)?.body ?? '');
  expect(first.data.earlier).toMatchObject({
    code: server.code,
    closingHash,
    lines: [{ id: 'earlier:0', kind: 'goal', text: { text: 'Water', lang: 'en' } }],
  });
});

test('[NEXT1] without being asked a new session knows nothing of the one before', async () => {
  expect((await made({})).first.data).not.toHaveProperty('earlier');
});

test('[NEXT1] what was made up goes on as a rehearsal only', async () => {
  expect((await made({ goOn: true })).first.data).toMatchObject({ rehearsal: true });
  expect((await made({ goOn: false })).first.data).toMatchObject({ rehearsal: false });
});
