// Three halls of one workshop, side by side on the organiser's server: made, matched by a person, downloaded in every format.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { postgresStorage } from '../../../server/container';
import type { RollUpWish } from '../../../server/engine/roll-up/decide-roll-up';
import type { Member } from '../../../server/engine/roll-up/design';
import type { RollUpAnswer, RollUpRefused } from '../../../server/protocol/organiser';
import { connect, newId, type TestClient } from '../../support/client';
import { paragraphsOf, readWorkbook, unpack } from '../../support/office-files';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';
import { silent, startTestServer, type TestServer } from '../../support/server';
import { inAll, smallWorkshop } from '../../support/workshop';

let database: TestDatabase;
let server: TestServer;
const codes: string[] = [];

const HALLS = [
  ['Ар бир үйгө таза суу', 'Сапаттуу жол'],
  ['Ар бир үйдө таза суу', 'Мектеп салуу'],
  ['Таза суу ар бир айылга', '=1+1 <b>коопсуз</b>'],
] as const;

const ask = async (path: string, body?: unknown, token = server.organiserToken) => {
  const response = await fetch(`${server.url}/api/organiser/roll-ups${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    answer: (await response.json()) as Omit<RollUpAnswer, 'ok'> & Omit<RollUpRefused, 'ok'>,
  };
};

/** A hall of three people, one of each group, who give three dots to the first goal and two to the second: fewer are not shown. */
async function playHall(goals: readonly string[]): Promise<void> {
  const { sessions, openSession, tokens } = server.container;
  const workshop = await sessions.saveWorkshop({ slug: 'halls', title: inAll('Vision'), design: smallWorkshop });
  const { code, sessionId } = await openSession({ workshopId: workshop.id, design: smallWorkshop, rehearsal: false });
  const hall = { ...server, code, sessionId, facilitatorToken: tokens.linkToken('facilitator', sessionId) };
  const facilitator = await connect(hall, { role: 'facilitator' });
  const phones = await Promise.all(smallWorkshop.groups.map(() => connect(hall)));
  const [phone] = phones as [TestClient];
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'collect' });
  for (const [at, { id: groupId }] of smallWorkshop.groups.entries())
    await phones[at]?.must({ type: 'participant.join', groupId });
  const options = goals.map((text) => ({ text, option: newId() }));
  for (const { text, option: ideaId } of options) {
    const idea = { ideaId, text, lang: 'ky', themeId: 'services', horizonId: '2030' } as const;
    await phone.must({ type: 'idea.submit', activityId: 'collect', ...idea });
  }
  await facilitator.must({ type: 'activity.close', activityId: 'collect' });
  await facilitator.must({ type: 'agenda.goto', activityId: 'vote' });
  await facilitator.must({ type: 'activity.open', activityId: 'vote' });
  const choices = options.map(({ option }, at) => ({ option, dots: 3 - at }));
  for (const voter of phones) await voter.must({ type: 'ballot.cast', activityId: 'vote', choices });
  for (const type of ['activity.close', 'results.reveal'] as const)
    await facilitator.must({ type, activityId: 'vote' });
  await facilitator.must({ type: 'session.end' });
  codes.push(code);
  for (const client of [facilitator, ...phones]) client.close();
}

let id = '';
let water: Member[] = [];
const wish = (version: number, what: RollUpWish) => ask(`/${id}`, { version, wish: what });

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startTestServer({ storage: postgresStorage(database.url, silent) });
  for (const goals of HALLS) await playHall(goals);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('[ROLL6] it is made of sessions of this server, and suggests what may be one', async () => {
  const districts = codes.map((code, at) => ({ code, place: `Район ${at + 1}` }));
  expect(await ask('', { title: 'Ысык-Көл', districts: [...districts, { code: 'ZZZZZZ', place: '?' }] })).toMatchObject(
    {
      status: 409,
      answer: { code: 'unknown_district' },
    },
  );
  const { status, answer } = await ask('', { title: 'Ысык-Көл', districts });
  expect(status).toBe(201);
  id = answer.id;
  const services = answer.rollUp.themes.find(({ theme }) => theme.id === 'services');
  expect(services?.shares).toEqual([1, 1, 1]);
  water = [...(services?.suggestions[0]?.members ?? [])].map(({ code, priorityId }) => ({ code, priorityId }));
  expect(water.map(({ code }) => code).sort()).toEqual([...codes].sort());
});

test('[ROLL6] two who decide at once do not overwrite each other', async () => {
  const heading = { text: 'Таза суу', lang: 'ky' } as const;
  const match: RollUpWish = { type: 'match', matchId: newId(), heading, members: water };
  const both = await Promise.all([wish(1, match), wish(1, { type: 'rename', title: 'Башка' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.answer.code).toBe('changed');
  if (both[0]?.status !== 200) expect((await wish(2, match)).status).toBe(200);
  const { answer } = await ask(`/${id}`);
  expect(answer.rollUp.themes[1]?.common).toMatchObject([
    { heading, cells: [{ share: 0.6 }, { share: 0.6 }, { share: 0.6 }] },
  ]);
  expect(await wish(answer.version, { type: 'unmatch', matchId: newId() })).toMatchObject({
    status: 409,
    answer: { code: 'unknown_match' },
  });
});

const file = async (ending: string, lang = 'en') => {
  const headers = { authorization: `Bearer ${server.organiserToken}` };
  const response = await fetch(`${server.url}/api/organiser/roll-ups/${id}/exports/roll-up.${ending}?lang=${lang}`, {
    headers,
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

test('[ROLL7] every format has the same figures, and hostile text stays text', async () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../../docs/schema/roll-up.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(schema);
  const data = JSON.parse((await file('json')).toString());
  expect(validate(data) ? [] : validate.errors).toEqual([]);
  expect(JSON.stringify(data)).not.toContain(water[0]?.priorityId);
  const markdown = (await file('md')).toString();
  expect(markdown).toMatch(/\| services \| (\d+)\/\1 \(100\s%\) \|/);
  expect(markdown).toMatch(/\| Таза суу \(ky\) \\\[1\\\] \| \d+\/\d+ \(60\s%\) \|/);
  expect(markdown).toContain('=1+1 \\<b\\>коопсуз\\</b\\>');
  const word = unpack(await file('docx'));
  expect(paragraphsOf(word['word/document.xml'] ?? '')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^(\d+)\/\1 \(100\s%\)$/), expect.stringMatching(/\(60\s%\)$/)]),
  );
  expect(word['word/document.xml']?.includes('w:fill="5ea3b2"')).toBe(true);
  expect(paragraphsOf(word['word/footnotes.xml'] ?? '').join('\n')).toContain('Район 2: Ар бир үйдө таза суу');
  const sheets = readWorkbook(await file('xlsx'));
  const services = sheets.get('Themes and districts')?.find(([theme]) => theme === 'services');
  expect(services?.slice(0, 4)).toEqual(['services', 100, 100, 100]);
  expect(sheets.get('In common')?.[1]?.slice(0, 9)).toEqual([
    'services',
    'Таза суу',
    'ky',
    60,
    60,
    60,
    'withheld',
    'withheld',
    'withheld',
  ]);
  expect((await file('pdf', 'ky')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('[IMP5] nobody but the organiser sees it', async () => {
  expect((await ask(`/${id}`, undefined, server.facilitatorToken)).status).toBe(401);
  expect((await ask('/nothing')).status).toBe(404);
  expect((await ask(`/${id.replace(/^./, (one) => (one === '0' ? '1' : '0'))}`)).status).toBe(404);
});
