// A session that goes on from another: over HTTP, with that log's closing hash in its first fact.
import { connect } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';

let server: TestServer;

async function made(body: object): Promise<{ readonly first: { readonly data: Record<string, unknown> } }> {
  const headers = { authorization: `Bearer ${server.facilitatorToken}` };
  const from = JSON.stringify({ from: server.code, ...body });
  const answer = await fetch(`${server.url}/api/sessions`, { method: 'POST', headers, body: from });
  const { code, facilitatorUrl } = (await answer.json()) as { code: string; facilitatorUrl: string };
  const archive = await fetch(`${server.url}/api/sessions/${code}/archive`, {
    headers: { authorization: `Bearer ${facilitatorUrl.split('#')[1]}` },
  });
  return { first: JSON.parse((await archive.text()).split('\n')[1] ?? '{}') };
}

beforeAll(async () => {
  server = await startTestServer();
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
  const archive = await fetch(`${server.url}/api/sessions/${server.code}/archive`, {
    headers: { authorization: `Bearer ${server.facilitatorToken}` },
  });
  const { closingHash } = JSON.parse((await archive.text()).trim().split('\n').at(-1) ?? '{}') as {
    closingHash: string;
  };
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
