import { unzipSync } from 'fflate';
import { sha256 } from '../../../server/audit/node-sha256';
import { recount, type Totals } from '../../../server/audit/recount';
import { memoryStorage } from '../../../server/container';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { connect, newId, type TestClient } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';

const storage = memoryStorage();
let server: TestServer;
let facilitator: TestClient;
const clients: TestClient[] = [];

const get = (
  file: string,
  { token = server.facilitatorToken, code = server.code, method = 'GET', headers = {} } = {},
) =>
  fetch(`${server.url}/api/sessions/${code}/${file}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });

beforeAll(async () => {
  server = await startTestServer({ storage });
  facilitator = await connect(server, { role: 'facilitator' });
  clients.push(facilitator);
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'collect' });
  for (const groupId of ['heads', 'communities', 'civil']) {
    const phone = await connect(server);
    clients.push(phone);
    await phone.must({ type: 'participant.join', groupId });
    const place = { themeId: 'law', horizonId: 'today' } as const;
    await phone.must({
      type: 'idea.submit',
      activityId: 'collect',
      ideaId: newId(),
      text: `Суу <b>${groupId}</b>`,
      lang: 'ky',
      ...place,
    });
  }
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server.close();
});

const FILES = [
  'exports/draft.md',
  'exports/draft.docx',
  'exports/draft.pdf',
  'exports/draft.xlsx',
  'exports/draft.json',
  'exports/ideas.csv',
  'exports/votes.csv',
  'exports/participants-by-group.csv',
  'exports/tables.zip',
];

test.each(FILES)('[EXP3] %s is for the facilitator only', async (file) => {
  expect((await get(file)).status).toBe(200);
  for (const token of [server.screenToken, newId(), 'x']) expect((await get(file, { token })).status).toBe(401);
  expect((await get(file, { code: 'ZZZZZZ' })).status).toBe(404);
  expect((await get(file, { method: 'POST' })).status).toBe(405);
});

test('[EXP6] the set of tables holds each of them as it is on its own, with the dictionary', async () => {
  const files = unzipSync(new Uint8Array(await (await get('exports/tables.zip?lang=ru')).arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual(
    [...TABLE_NAMES.map((table) => `${table}.csv`), 'data-dictionary.md'].sort(),
  );
  const alone = new Uint8Array(await (await get('exports/ideas.csv?lang=ru')).arrayBuffer());
  expect(Buffer.compare(files['ideas.csv'] ?? new Uint8Array(), alone)).toBe(0);
  expect(Buffer.from(files['data-dictionary.md'] ?? []).toString()).toMatch(/^# Data dictionary/);
});

test('[EXP3] the draft comes in the language asked for, in the middle of a session, and says so', async () => {
  const ky = await get('exports/draft.md?lang=ky');
  expect(ky.headers.get('content-type')).toMatch(/^text\/markdown; charset=utf-8/);
  expect(ky.headers.get('x-content-type-options')).toBe('nosniff');
  const text = await ky.text();
  expect(text).toContain('Долбоор. Жолугушуу бүтө элек');
  expect(text).toContain('Суу \\<b\\>heads\\</b\\>');
  expect(await (await get('exports/draft.md?lang=ru')).text()).toContain('Встреча ещё идёт');
  expect(await (await get('exports/draft.md?lang=xx', { headers: { 'accept-language': 'en' } })).text()).toContain(
    'still running',
  );
});

test('files have an ASCII name for everyone and the title for those who read filename*', async () => {
  const draft = (await get('exports/draft.md?lang=en')).headers.get('content-disposition');
  expect(draft).toBe(
    `attachment; filename="eles-${server.code}-draft-en.md"; filename*=UTF-8''Vision%20${server.code}.md`,
  );
  const csv = await get('exports/ideas.csv?lang=ru');
  expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="eles-${server.code}-ideas-ru.csv"`);
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
});

test.each([
  ['docx', /wordprocessingml/, 'PK'],
  ['pdf', /^application\/pdf$/, '%PDF-1.7'],
  ['xlsx', /spreadsheetml/, 'PK'],
  ['json', /^application\/json/, '{'],
])('[EXP6] draft.%s is such a file, with its name', async (ending, type, begin) => {
  const response = await get(`exports/draft.${ending}?lang=ru`);
  expect(response.headers.get('content-type')).toMatch(type);
  expect(response.headers.get('content-disposition')).toContain(`filename="eles-${server.code}-draft-ru.${ending}"`);
  expect(
    Buffer.from(await response.arrayBuffer())
      .toString('latin1')
      .startsWith(begin),
  ).toBe(true);
});

test('[EXP6] the byte order mark reaches the reader', async () => {
  const bytes = Buffer.from(await (await get('exports/ideas.csv')).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('what is no export is not found', async () => {
  for (const file of ['exports/draft.csv', 'exports/ideas.md', 'exports/people.csv', 'exports/constructor.csv'])
    expect((await get(file)).status).toBe(404);
});

test('[EXP4] the archive is the log as it stands, and a recount agrees with the view', async () => {
  await facilitator.must({ type: 'session.end' });
  const response = await get('archive', { token: server.organiserToken });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const lines = (await response.text()).trimEnd().split('\n');
  const totals = (await recount(lines, sha256)) as Totals;
  await facilitator.until(({ rev }) => rev >= totals.seq);
  expect(totals).toMatchObject({ participants: 3, ideas: { collect: 3 }, tookPart: { collect: 3 } });
  const rows = await storage.store.read(server.sessionId, 0, 100);
  expect(lines.slice(1, -1)).toEqual(rows.map(({ body }) => body));
});
