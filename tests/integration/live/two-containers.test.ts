// Two containers in one process, on one storage and with one secret, share nothing else: what one keeps of its people is
// not known to the other.
import { memoryStorage } from '../../../server/container';
import { newId } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';

let first: TestServer;
let second: TestServer;
beforeEach(async () => {
  const storage = memoryStorage();
  first = await startTestServer({ storage });
  second = await startTestServer({ storage, session: first });
});
afterEach(() => Promise.all([first.close(), second.close()]));

const device = newId();
const at = (server: TestServer, path: string, init: RequestInit = {}) =>
  fetch(server.url + path, {
    redirect: 'manual',
    ...init,
    headers: { cookie: `eles_device=${device}`, 'accept-language': 'en' },
  });
const wish = (server: TestServer, command: object) =>
  at(server, `/api/sessions/${server.code}/commands`, {
    method: 'POST',
    body: JSON.stringify({ id: newId(), ...command }),
  });

test('the outcome of a form post is kept by the one that took it', async () => {
  const refused = new URLSearchParams({
    type: 'idea.submit',
    activityId: 'ask',
    draft: 'ask',
    text: 'Wells',
    lang: 'en',
  });
  const posted = await at(first, `/j/${first.code}/act`, { method: 'POST', body: refused });
  const page = posted.headers.get('location') ?? '';
  expect(page).toMatch(/outcome=/);
  const [here, there] = await Promise.all([first, second].map(async (server) => (await at(server, page)).text()));
  expect(here).toContain('Wells');
  expect(there).not.toContain('Wells');
});

test('budgets are charged where they are spent', async () => {
  const codes: string[] = [];
  for (let i = 0; i < 40; i += 1) codes.push((await (await wish(first, { type: 'nothing' })).json()).code);
  expect(codes).toContain('rate_limited');
  expect(await (await wish(second, { type: 'nothing' })).json()).toEqual({ ok: false, code: 'malformed' });
});

test('who guesses codes at one is not slow at the other', async () => {
  const wrong = async (server: TestServer) => (await at(server, '/api/sessions/AAAAAA')).json();
  const many = (server: TestServer, n: number) => Promise.all(Array.from({ length: n }, () => wrong(server)));
  const slowed = expect.objectContaining({ code: 'rate_limited' });
  expect(await many(first, 90)).toContainEqual(slowed);
  expect(await many(second, 20)).not.toContainEqual(slowed);
});

test('a room is open where it was asked for', async () => {
  const joined = await wish(first, { type: 'participant.join', groupId: 'heads' });
  expect(await joined.json()).toMatchObject({ ok: true });
  const [mine, other] = await Promise.all([first, second].map(({ container, code }) => container.rooms.openRoom(code)));
  expect(mine?.room).not.toBe(other?.room);
});
