// Every row with every kind of caller: only those named here get past. Written out by hand, so that a row whose `who` is
// changed by mistake is found.
import { request } from 'node:http';
import { createContainer, memoryStorage } from '../../../server/container';
import { ROWS } from '../../../server/routes/table';
import { newId } from '../../support/client';
import { silent, startTestServer, TEST_SECRET, type TestServer } from '../../support/server';

const KINDS = ['nobody', 'device', 'screen', 'facilitator elsewhere', 'facilitator', 'organiser'] as const;
type Kind = (typeof KINDS)[number];

const PUBLIC = KINDS;
const MAY: Readonly<Record<string, readonly Kind[]>> = {
  'GET /': PUBLIC,
  'GET /api/health': PUBLIC,
  'GET /api/organiser/roll-ups': ['organiser'],
  'GET /api/organiser/roll-ups/:id': ['organiser'],
  'GET /api/organiser/roll-ups/:id/exports/…': ['organiser'],
  'GET /api/organiser/sessions': ['organiser'],
  'GET /api/organiser/set-aside': ['organiser'],
  'GET /api/organiser/set-aside/:id.eles': ['organiser'],
  'GET /api/organiser/workshops': ['organiser'],
  'GET /api/sessions/:code': PUBLIC,
  'GET /api/sessions/:code/archive': ['organiser'],
  'GET /api/sessions/:code/exports/…': ['facilitator'],
  'GET /api/sessions/:code/seal': ['screen', 'facilitator'],
  'GET /api/sessions/:code/suggested-groups': ['facilitator'],
  'GET /api/sessions/:code/view': PUBLIC,
  'GET /j/:code': PUBLIC,
  'GET /j/:code/act': PUBLIC,
  'GET /j/:code/draft': PUBLIC,
  'GET /j/:code/join': PUBLIC,
  'GET /j/:code/step': PUBLIC,
  'GET /p/:name': PUBLIC,
  'POST /api/organiser/archives': ['organiser'],
  'POST /api/organiser/roll-ups': ['organiser'],
  'POST /api/organiser/roll-ups/:id': ['organiser'],
  'POST /api/organiser/sign-in': PUBLIC,
  'POST /api/organiser/workshops/:id': ['organiser'],
  'POST /api/sessions': ['facilitator'],
  'POST /api/sessions/:code/commands': ['device', 'facilitator'],
  'POST /api/sessions/:code/join': PUBLIC,
  'POST /api/sessions/:code/sign-in': PUBLIC,
  'POST /j/:code/act': PUBLIC,
  'POST /j/:code/join': PUBLIC,
  'POST /language': PUBLIC,
};

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) =>
  `${method} ${path.replace(/exports\/.+/, 'exports/…')}`;
const rows = ROWS.map((row) => [`${row.method} ${row.path}`, row] as const);

let server: TestServer;
let shown: Readonly<Record<Kind, { readonly token?: string; readonly cookie?: string }>>;
beforeAll(async () => {
  server = await startTestServer();
  const { code, container, facilitatorToken, screenToken, organiserToken } = server;
  const made = await fetch(`${server.url}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${facilitatorToken}` },
    body: JSON.stringify({ from: code }),
  });
  const elsewhere = ((await made.json()) as { facilitatorUrl: string }).facilitatorUrl.split('#')[1] as string;
  const device = newId();
  expect(container.tokens.organiserToken).toBe(organiserToken);
  shown = {
    nobody: {},
    device: { token: device, cookie: `eles_device=${device}` },
    screen: { token: screenToken, cookie: `eles_screen_${code}=${screenToken}` },
    // A key under another's name is no key.
    'facilitator elsewhere': { token: elsewhere, cookie: `eles_facilitator_${code}=${elsewhere}` },
    facilitator: { token: facilitatorToken, cookie: `eles_facilitator_${code}=${facilitatorToken}` },
    organiser: { token: organiserToken, cookie: `eles_organiser=${organiserToken}` },
  };
});
afterAll(() => server.close());

const ID = '019f0a3c-5d1e-7c44-9b5f-3a2e8c1d7f60';
const addressOf = (path: string, code = server.code) =>
  `${server.url}${path.replace(':code', code).replace(':id', ID).replace(':name', 'x.js')}`;
/** The session that a body names is found before anything else in it. */
const bodyFor = (path: string) => (path === '/api/sessions' ? JSON.stringify({ from: server.code }) : '{}');

async function ask(method: string, path: string, headers: Record<string, string>): Promise<Response> {
  const body = method === 'POST' ? { body: bodyFor(path) } : {};
  return fetch(addressOf(path), { method, headers, redirect: 'manual', ...body });
}

async function isPast(answer: Response): Promise<boolean> {
  const text = await answer.text();
  return answer.status !== 401 && !(answer.status === 403 && text.includes('organiser_only'));
}

test('[WIRE20] the list below names every row, and nothing that is none', () => {
  expect([...new Set(ROWS.map(nameOf))].sort()).toEqual(Object.keys(MAY).sort());
});

test.each(rows)('[WIRE20] %s lets in whom it names, by token and by cookie, and nobody else', async (_name, row) => {
  const past: Kind[] = [];
  for (const kind of KINDS) {
    const { token, cookie } = shown[kind];
    const asked: Record<string, string>[] = [
      ...(token === undefined ? [{}] : [{ authorization: `Bearer ${token}` }]),
      ...(cookie === undefined ? [] : [{ cookie }]),
    ];
    const answers = await Promise.all(asked.map(async (headers) => isPast(await ask(row.method, row.path, headers))));
    expect([kind, new Set(answers).size]).toEqual([kind, 1]);
    if (answers[0]) past.push(kind);
  }
  expect(past).toEqual(MAY[nameOf(row)]);
});

test.each(rows.filter(([, { method }]) => method === 'POST'))(
  '[WIRE4] %s is not for the page of another site, whatever it shows',
  async (_name, { method, path }) => {
    for (const kind of KINDS) {
      const { token } = shown[kind];
      const headers = { origin: 'https://evil.example', authorization: `Bearer ${token}` };
      expect((await ask(method, path, headers)).status).toBe(403);
    }
  },
);

test.each(rows.filter(([, { path }]) => path.includes(':code') && !path.startsWith('/j/:code/')))(
  '[WIRE20] %s: without a session there is nobody to be',
  async (_name, { method, path }) => {
    const headers = { authorization: `Bearer ${server.facilitatorToken}` };
    const body = method === 'POST' ? { body: '{}' } : {};
    expect((await fetch(addressOf(path, 'AAAAAA'), { method, headers, ...body })).status).toBe(404);
  },
);

test.each([...new Set(ROWS.map(({ path }) => path))])('[WIRE20] %s says which methods it has', async (path) => {
  const answer = await fetch(addressOf(path), { method: 'DELETE' });
  const methods = ['GET', 'POST'].filter((method) => ROWS.some((row) => row.path === path && row.method === method));
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, methods.join(', ')]);
});

/** What is answered to a body that was announced and never sent. */
const announced = (path: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request({
      port: server.port,
      path,
      method: 'POST',
      headers: { 'content-length': 60_000, ...headers },
    });
    sent.once('response', (answer) => {
      resolve(answer.statusCode);
      sent.destroy();
    });
    sent.once('error', reject);
    sent.flushHeaders();
  });

test('[WIRE20] who comes before the body: a stranger’s is not waited for', async () => {
  for (const path of ['/api/organiser/archives', '/api/organiser/roll-ups', `/api/sessions/${server.code}/commands`])
    expect(await announced(path, {})).toBe(401);
});

test('[WIRE20] 413 can be read, and the line goes on', async () => {
  const headers = { authorization: `Bearer ${newId()}` };
  const join = addressOf('/api/sessions/:code/join');
  const chunked = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 40; i += 1) controller.enqueue(Buffer.alloc(4_096, 'x'));
      controller.close();
    },
  });
  for (const body of ['x'.repeat(2_000_000), chunked]) {
    const answer = await fetch(join, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    expect([answer.status, await answer.json()]).toEqual([413, { ok: false, code: 'too_large' }]);
  }
});

test('[WIRE20] what a body says of its own type is not looked at', async () => {
  for (const type of ['nonsense', 'application/xml', 'multipart/form-data']) {
    const headers = { 'content-type': type };
    const answer = await fetch(addressOf('/api/sessions/:code/join'), {
      method: 'POST',
      headers,
      body: '{"groupId":"heads"}',
    });
    expect(answer.status).toBe(200);
  }
});

test('[WIRE20] what is no row reaches the pages as it was sent', async () => {
  const container = createContainer({ storage: memoryStorage(), secret: TEST_SECRET, logger: silent });
  const port = await container.listen({ host: '127.0.0.1', port: 0 }, async (incoming, response) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    response.end(`${incoming.url} ${incoming.headers['content-type']} ${text.length}`);
  });
  const send = (type: string, body: string) =>
    fetch(`http://127.0.0.1:${port}/console/%zz?a=%zz`, { method: 'POST', headers: { 'content-type': type }, body });
  for (const type of ['application/json', 'text/plain', 'nonsense']) {
    const answer = await send(type, '{'.repeat(300_000));
    expect(await answer.text()).toBe(`/console/%zz?a=%zz ${type} 300000`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  await container.close();
});
