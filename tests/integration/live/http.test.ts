import { request as rawRequest } from 'node:http';
import { createContainer, memoryStorage } from '../../../server/container';
import { hashLine } from '../../../server/live/log-line';
import { connect, newId } from '../../support/client';
import { silent, startTestServer, TEST_SECRET, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

type Sent = {
  readonly token?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};
async function call(method: 'GET' | 'POST', path: string, { token, cookie, headers, body }: Sent = {}) {
  const response = await fetch(`${server.url}/api${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = text.startsWith('{') ? (JSON.parse(text.split('\n')[0] as string) as Record<string, unknown>) : {};
  return { status: response.status, json, text, headers: response.headers, cookies: response.headers.getSetCookie() };
}
const session = (rest = '') => `/sessions/${server.code}${rest}`;
const command = (value: object) => ({ id: newId(), ...value });

test('health asks the storage', async () => {
  expect(await call('GET', '/health')).toMatchObject({ status: 200, json: { ok: true } });
});

test('before joining a phone may know the title, the groups, the phase and the languages', async () => {
  const { status, json } = await call('GET', session());
  expect(status).toBe(200);
  expect(json).toEqual({
    ok: true,
    code: server.code,
    title: expect.any(Object),
    groups: expect.any(Array),
    phase: 'lobby',
    languages: ['ky', 'ru', 'en'],
  });
  expect((await call('GET', `/sessions/${server.code.toLowerCase().replace(/(...)/, '$1%20')}`)).status).toBe(200);
  expect(await call('GET', '/sessions/AAAAAA')).toMatchObject({
    status: 404,
    json: { ok: false, code: 'unknown_session' },
  });
});

test('[JOIN1] [JOIN3] joining gives a token in an HttpOnly cookie, and joining again with it is the same person', async () => {
  const first = await call('POST', session('/join'), { body: { groupId: 'heads' } });
  expect(first).toMatchObject({ status: 200, json: { ok: true, token: expect.any(String) } });
  expect(first.cookies[0]).toMatch(/^eles_device=[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  expect(first.json.snapshot).toMatchObject({ mine: { groupId: 'heads' } });
  const cookie = (first.cookies[0] as string).split(';')[0] as string;
  const again = await call('POST', session('/join'), { cookie, body: { groupId: 'heads' } });
  expect(again.json.participantId).toBe(first.json.participantId);
  expect(again.json).not.toHaveProperty('token');
  expect(again.cookies).toEqual([]);
  const other = await call('POST', session('/join'), { cookie, body: { groupId: 'civil' } });
  expect(other).toMatchObject({ status: 409, json: { ok: false, code: 'group_fixed' } });
});

test('a client without sockets takes part: commands and views by HTTP', async () => {
  const facilitator = { token: server.facilitatorToken };
  const phone = { token: newId() };
  await call('POST', session('/join'), { ...phone, body: { groupId: 'heads' } });
  for (const body of [command({ type: 'session.start' }), command({ type: 'activity.open', activityId: 'ask' })]) {
    expect((await call('POST', session('/commands'), { ...facilitator, body })).status).toBe(200);
  }
  const body = command({ type: 'idea.submit', activityId: 'ask', ideaId: 'one', text: 'Суу', lang: 'ky' });
  expect(await call('POST', session('/commands'), { ...phone, body })).toMatchObject({
    status: 200,
    json: { ok: true },
  });
  const mine = await call('GET', session('/view'), phone);
  expect(mine.json).toMatchObject({ view: { audience: 'participant' }, mine: { ideas: { one: { text: 'Суу' } } } });
  expect((await call('GET', session('/view?role=facilitator'), facilitator)).json).toMatchObject({
    view: { audience: 'facilitator' },
  });
});

test('[CMD5] [WIRE5] rights: every address with every credential', async () => {
  const phone = newId();
  await call('POST', session('/join'), { token: phone, body: { groupId: 'heads' } });
  const start = () => command({ type: 'session.start' });
  const statuses = async (token?: string) => {
    const sent = token === undefined ? {} : { token };
    return {
      start: (await call('POST', session('/commands'), { ...sent, body: start() })).status,
      screen: (await call('GET', session('/view?role=screen'), sent)).status,
      facilitator: (await call('GET', session('/view?role=facilitator'), sent)).status,
      archive: (await call('GET', session('/archive'), sent)).status,
      sessions: (await call('GET', '/organiser/sessions', sent)).status,
      more: (await call('POST', '/sessions', { ...sent, body: { from: server.code } })).status,
    };
  };
  const nobody = { start: 401, screen: 401, facilitator: 401, archive: 401, sessions: 401, more: 401 };
  expect(await statuses()).toEqual(nobody);
  expect(await statuses(phone)).toEqual({ ...nobody, start: 403 });
  expect(await statuses(server.screenToken)).toEqual({ ...nobody, screen: 200 });
  expect(await statuses(server.facilitatorToken)).toEqual({
    start: 200,
    screen: 401,
    facilitator: 200,
    archive: 403,
    sessions: 401,
    more: 201,
  });
  expect(await statuses(server.organiserToken)).toEqual({ ...nobody, archive: 409, sessions: 200 });
});

test('signing in turns a link into a cookie of that session and role', async () => {
  const { status, json, cookies } = await call('POST', session('/sign-in'), {
    body: { token: server.facilitatorToken },
  });
  expect({ status, json }).toEqual({ status: 200, json: { ok: true, role: 'facilitator' } });
  expect(cookies[0]).toMatch(new RegExp(`^eles_facilitator_${server.code}=.*HttpOnly; SameSite=Lax`));
  const cookie = (cookies[0] as string).split(';')[0] as string;
  expect((await call('GET', session('/view?role=facilitator'), { cookie })).status).toBe(200);
  expect((await call('POST', session('/sign-in'), { body: { token: 'guessed' } })).status).toBe(401);
});

test('the facilitator opens another session of the same workshop', async () => {
  const sent = { token: server.facilitatorToken, body: { from: server.code, rehearsal: true } };
  const { json } = await call('POST', '/sessions', sent);
  expect(json).toEqual({
    ok: true,
    code: expect.stringMatching(/^[A-Z2-9]{6}$/),
    joinUrl: `/j/${json.code}`,
    screenUrl: expect.stringMatching(`^/screen/${json.code}#[\\w-]{43}$`),
    facilitatorUrl: expect.stringMatching(`^/console/${json.code}#[\\w-]{43}$`),
  });
  const token = String(json.facilitatorUrl).split('#')[1] as string;
  const view = await call('GET', `/sessions/${json.code}/view?role=facilitator`, { token });
  expect(view.json).toMatchObject({ view: { session: { rehearsal: true, phase: 'lobby' } } });
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour on the same host', { 'sec-fetch-site': 'same-site' }],
])('[WIRE4] a change asked for by %s is refused, right credentials or not', async (_who, headers) => {
  const sent = { token: server.facilitatorToken, headers, body: command({ type: 'session.start' }) };
  expect(await call('POST', session('/commands'), sent)).toMatchObject({ status: 403 });
  expect(await call('POST', session('/join'), { headers, body: { groupId: 'heads' } })).toMatchObject({ status: 403 });
});

test('nothing is changed by GET, and every answer says what a browser may do with it', async () => {
  for (const path of ['/join', '/commands', '/sign-in']) {
    const { status, headers } = await call('GET', session(path));
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  }
  const { headers } = await call('GET', session());
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test('pages are asked for what a page can answer: no odd method and no address that is not a path reaches them', async () => {
  const asked: string[] = [];
  const container = createContainer({ storage: memoryStorage(), secret: TEST_SECRET, logger: silent });
  const port = await container.listen({ host: '127.0.0.1', port: 0 }, async (incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    response.end();
  });
  const statusOf = (method: string, path: string) =>
    new Promise((resolve, reject) => {
      const sent = rawRequest({ host: '127.0.0.1', port, method, path, agent: false });
      sent.once('response', (answer) => resolve(answer.resume().statusCode)).once('error', reject);
      sent.end();
    });
  expect(await statusOf('TRACE', '/console/ABC234')).toBe(405);
  expect(await statusOf('DELETE', '/console/ABC234')).toBe(405);
  expect(await statusOf('OPTIONS', '*')).toBe(400);
  expect(await statusOf('GET', 'http://evil.example/console/ABC234')).toBe(400);
  expect(await statusOf('GET', '/console/ABC234')).toBe(200);
  expect(asked).toEqual(['GET /console/ABC234']);
  await container.close();
});

test('a body over 64 kB is refused before it is read', async () => {
  const { status, json } = await call('POST', session('/commands'), {
    token: newId(),
    body: `"${'x'.repeat(70_000)}"`,
  });
  expect({ status, json }).toEqual({ status: 413, json: { ok: false, code: 'too_large' } });
});

test.each([
  '//evil.example/api/health',
  '/api/sessions/%E0%A4%A',
  '/api/sessions/..%2f..%2fetc',
  '/api/__proto__',
  '/nothing',
])('the address %s is answered and harms nobody', async (path) => {
  const status = await new Promise((resolve) => {
    rawRequest({ port: server.port, path }, (response) => resolve(response.resume().statusCode)).end();
  });
  expect([400, 404]).toContain(status);
});

test('[EXP35] [CELL8] the archive is sealed until the session has ended, and then for the organiser alone', async () => {
  const archive = (token: string) => call('GET', session('/archive'), { token });
  const facilitator = await connect(server, { role: 'facilitator' });
  const organiser = `eles_organiser=${server.organiserToken}`;
  const sealed = { status: 409, json: { ok: false, code: 'session_running' } };
  const notYours = { status: 403, json: { ok: false, code: 'organiser_only' } };
  for (const step of ['session.start', undefined, 'session.end'] as const) {
    expect(await archive(server.facilitatorToken)).toMatchObject(notYours);
    expect(await archive(server.organiserToken)).toMatchObject(sealed);
    expect(await call('GET', session('/archive'), { cookie: organiser })).toMatchObject(sealed);
    if (step !== undefined) await facilitator.must({ type: step });
  }
  expect(await archive(server.facilitatorToken)).toMatchObject(notYours);
  expect((await archive(server.screenToken)).status).toBe(401);
  expect((await archive(server.organiserToken)).status).toBe(200);
  expect((await call('GET', session('/archive'), { cookie: organiser })).status).toBe(200);
  facilitator.close();
});

test('[LOG3] the archive is the log: header, every line, trailer with the hash of the last line', async () => {
  const phone = await connect(server);
  await phone.must({ type: 'participant.join', groupId: 'heads' });
  phone.close();
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'session.end' });
  facilitator.close();
  const { text, headers } = await call('GET', session('/archive'), { token: server.organiserToken });
  expect(headers.get('content-disposition')).toContain('attachment');
  const lines = text.trimEnd().split('\n');
  let prev = hashLine(lines[0] as string);
  expect(JSON.parse(lines[0] as string)).toEqual({ format: 'eles-archive', version: 1, sessionId: server.sessionId });
  for (const line of lines.slice(1, -1)) {
    expect(JSON.parse(line).prev).toBe(prev);
    prev = hashLine(line);
  }
  expect(JSON.parse(lines.at(-1) as string)).toEqual({
    end: true,
    signatures: [{ count: lines.length - 2, key: expect.any(String), signature: expect.any(String) }],
    count: lines.length - 2,
    closingHash: prev,
    draft: [],
  });
});

test('[WIRE11] with a guesser at the same address, right codes are answered as if there were none', async () => {
  const wrong = () => call('GET', '/sessions/AAAAAA');
  // From here on the guesser's answers wait, or are refusals; honest ones are not behind them.
  await Promise.all(Array.from({ length: 70 }, wrong));
  const guesses = Promise.all(Array.from({ length: 40 }, wrong));
  for (let i = 0; i < 20; i += 1) expect((await call('GET', session())).status).toBe(200);
  const phone = await connect(server);
  phone.close();
  expect((await guesses).map(({ status }) => status)).toContain(429);
});

test('600 phones behind one address join within the minute, slips of the thumb included', async () => {
  const slips = Array.from({ length: 30 }, () => call('GET', '/sessions/AAAAAA'));
  for (let i = 0; i < 600; i += 50) {
    const joins = Array.from({ length: 50 }, () => call('POST', session('/join'), { body: { groupId: 'heads' } }));
    for (const { status } of await Promise.all(joins)) expect(status).toBe(200);
  }
  for (const { status } of await Promise.all(slips)) expect([404, 429]).toContain(status);
});
