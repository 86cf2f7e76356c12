// Who stands behind the workshop: entered by the organiser, carried in the next session's log, printed on the title page.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { OrganiserWorkshop } from '../../../server/protocol/organiser';
import { paragraphsOf, unpack } from '../../support/office-files';
import { png } from '../../support/png';
import { startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let workshop: OrganiserWorkshop;

const ask = (path: string, { body, token = server.organiserToken }: { body?: unknown; token?: string } = {}) =>
  fetch(`${server.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const save = (organisations: unknown) => ask(`/api/organiser/workshops/${workshop.id}`, { body: { organisations } });

const name = (text: string) => ({ ky: `${text} ky`, ru: `${text} ru`, en: text });
const AIL = { role: 'organiser', name: name('Development <Policy> Institute'), logo: png() };
const FUND = { role: 'funder', name: name('Fund') };

beforeAll(async () => {
  server = await startTestServer();
  const answer = await ask('/api/organiser/workshops');
  workshop = ((await answer.json()) as { workshops: OrganiserWorkshop[] }).workshops[0] as OrganiserWorkshop;
});
afterAll(() => server.close());

test.each([
  ['a script', { logo: 'data:text/html;base64,PHNjcmlwdD4=' }],
  ['a vector picture, which may run', { logo: 'data:image/svg+xml;base64,PHN2Zy8+' }],
  ['a picture that is none', { logo: 'data:image/png;base64,AAAA' }],
  ['an address', { logo: 'https://example.org/a.png' }],
  ['a name in one language only', { name: { en: 'Fund' } }],
  ['a role nobody has', { role: 'president' }],
])('[EXP11] %s is refused', async (_what, bad) => {
  expect((await save([{ ...AIL, ...bad }])).status).toBe(400);
});

test('[EXP11] a picture that is torn inside is refused, since no document could be made with it', async () => {
  const answer = await save([{ ...AIL, logo: png(true) }]);
  expect([answer.status, await answer.json()]).toEqual([422, { ok: false, code: 'bad_picture' }]);
});

test('[EXP11] of two windows the slower one is told what the other saved, and nothing is lost in silence', async () => {
  const body = { organisations: [AIL], version: workshop.version };
  const [first, second] = await Promise.all([1, 2].map(() => ask(`/api/organiser/workshops/${workshop.id}`, { body })));
  expect([first?.status, second?.status].sort()).toEqual([200, 409]);
  const refused = await ask(`/api/organiser/workshops/${workshop.id}`, { body: { ...body, organisations: [FUND] } });
  expect(refused.status).toBe(409);
  const { version, ...said } = (await refused.json()) as { version: string };
  expect(said).toEqual({ ok: false, code: 'changed', organisations: [AIL] });
  expect((await ask(`/api/organiser/workshops/${workshop.id}`, { body: { ...body, version } })).status).toBe(200);
});

test('[EXP11] only the organiser may', async () => {
  const token = server.facilitatorToken;
  expect((await ask('/api/organiser/workshops', { token })).status).toBe(401);
  expect((await ask(`/api/organiser/workshops/${workshop.id}`, { token, body: { organisations: [] } })).status).toBe(
    401,
  );
});

test('[EXP11] the next session has them on its title page in every format, this one stays as it is', async () => {
  expect((await save([AIL, FUND])).status).toBe(200);
  const made = await ask('/api/sessions', { token: server.facilitatorToken, body: { from: server.code } });
  const { code, facilitatorUrl } = (await made.json()) as { code: string; facilitatorUrl: string };
  const token = facilitatorUrl.split('#')[1] ?? '';
  const file = async (ending: string, session = code, key = token) =>
    new Uint8Array(
      await (await ask(`/api/sessions/${session}/exports/draft.${ending}?lang=en`, { token: key })).arrayBuffer(),
    );
  const word = await file('docx');
  const files = unzipSync(word);
  expect(Object.keys(files).filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
  const xml = unpack(word)['word/document.xml'] ?? '';
  expect(paragraphsOf(xml)).toEqual(
    expect.arrayContaining(['Organisers: Development <Policy> Institute', 'Funded by: Fund']),
  );
  expect(xml.includes('descr="Development &lt;Policy&gt; Institute"')).toBe(true);
  const { stdout } = spawnSync(process.execPath, [join(__dirname, '../../support/read-pdf.mjs')], {
    input: await file('pdf'),
  });
  const [first] = (JSON.parse(stdout.toString()) as { pages: { text: string; structure: object }[] }).pages;
  expect(first?.text).toContain('Funded by: Fund');
  expect(JSON.stringify(first?.structure)).toContain('"alt":"Development <Policy> Institute"');
  expect(Buffer.from(await file('md')).toString()).toContain('Organisers: Development \\<Policy\\> Institute');
  const data = JSON.parse(Buffer.from(await file('json')).toString()) as { organisations: unknown };
  expect(data.organisations).toEqual([
    { role: 'organiser', name: AIL.name },
    { role: 'funder', name: FUND.name },
  ]);
  const before = await file('md', server.code, server.facilitatorToken);
  expect(Buffer.from(before).toString()).not.toContain('Fund');
});
