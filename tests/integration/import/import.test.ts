// The hall's laptop gives the archive of a finished session to the organiser's server.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresStorage, type Storage } from '../../../server/container';
import { archivedDraft } from '../../../server/engine/draft/archived-draft';
import type { RecordedEvent } from '../../../server/engine/events';
import { evolve } from '../../../server/engine/evolve';
import { initialState } from '../../../server/engine/state';
import type { ImportAnswer, OrganiserSession } from '../../../server/protocol/organiser';
import { connect, newId } from '../../support/client';
import { png } from '../../support/png';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';
import { silent, startTestServer, type TestServer } from '../../support/server';

const root = join(__dirname, '..', '..', '..');
let hall: TestServer;
let office: TestServer;
let storage: Storage;
let database: TestDatabase;
let running: string;
let archive: string;

const get = async (server: TestServer, path: string, token = server.facilitatorToken) =>
  (await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).text();
const archiveOf = (server: TestServer) => get(server, `/api/sessions/${hall.code}/archive`, server.organiserToken);

async function send(body: string, token = office.organiserToken) {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${office.url}/api/organiser/archives`, { method: 'POST', headers, body });
  return { status: response.status, answer: (await response.json()) as ImportAnswer };
}
const listed = async () =>
  (
    JSON.parse(await get(office, '/api/organiser/sessions', office.organiserToken)) as {
      sessions: readonly OrganiserSession[];
    }
  ).sessions;

const sha = (line: string) => createHash('sha256').update(line).digest('hex');
type Line = { seq?: number; type?: string; end?: true; data: Record<string, unknown>; sessionId?: string };

/** The archive with other lines in it, chained and sealed as if it had always been so. */
function forged(change: (lines: Line[]) => Line[]): string {
  const lines = change(
    archive
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
  );
  const done: string[] = [];
  for (const line of lines) {
    const prev = sha(done.at(-1) ?? '');
    const count = lines.length - 2;
    if (line.end) done.push(JSON.stringify({ end: true, count, closingHash: prev, draft: draftOf(lines) }));
    else done.push(JSON.stringify(line.seq === undefined ? line : { ...line, prev }));
  }
  return `${done.join('\n')}\n`;
}
/** As a careful forger composes it; nothing where the facts cannot be folded. */
function draftOf(lines: readonly Line[]) {
  try {
    const facts = lines.filter(({ seq }) => seq !== undefined) as unknown as RecordedEvent[];
    return archivedDraft(facts.reduce(evolve, initialState));
  } catch {
    return [];
  }
}
const ofAnotherSession = (code: string, more: object = {}, sessionId: string = randomUUID()) => {
  return forged(([header, first, ...rest]) => [
    { ...header, sessionId } as Line,
    {
      ...first,
      data: { ...first?.data, sessionId, code, design: { ...(first?.data.design as object), ...more } },
    } as Line,
    ...rest,
  ]);
};

beforeAll(async () => {
  database = await createTestDatabase();
  storage = postgresStorage(database.url, silent);
  [hall, office] = await Promise.all([startTestServer(), startTestServer({ storage })]);
  const facilitator = await connect(hall, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'collect' });
  const phone = await connect(hall);
  await phone.must({ type: 'participant.join', groupId: 'communities' });
  const idea = { ideaId: newId(), text: 'Таза суу', lang: 'ky', themeId: 'law', horizonId: 'today' } as const;
  await phone.must({ type: 'idea.submit', activityId: 'collect', ...idea });
  await facilitator.must({ type: 'session.end' });
  archive = await archiveOf(hall);
  // As the server of the hall gave it away in earlier versions.
  running = forged((lines) => lines.filter(({ type }) => type !== 'SessionEnded'));
  phone.close();
  facilitator.close();
});
afterAll(async () => {
  await Promise.all([hall.close(), office.close()]);
  await database.drop();
});

test('[IMP1] a session that still runs stays where it runs', async () => {
  expect(await send(running)).toMatchObject({ status: 409, answer: { ok: false, code: 'not_ended' } });
});

test('[IMP1] what does not verify stays outside, and is named', async () => {
  const changed = archive.replace('Таза суу', 'Таза жол');
  expect(await send(changed)).toMatchObject({
    status: 422,
    answer: { code: 'not_verified', verdict: { code: 'chain_broken' } },
  });
  expect(await send('hello')).toMatchObject({ status: 422, answer: { verdict: { code: 'not_an_archive' } } });
  expect(await send('')).toMatchObject({ status: 422 });
});

test.each([
  ['an id that would reach into every object', { ideaId: '__proto__' }],
  ['a text that is none', { text: { toString: 1 } }],
  ['a field of nobody’s', { price: 3 }],
])('[IMP2] a good chain does not let in %s', async (_what, bad) => {
  const file = forged((lines) =>
    lines.map((line) => (line.type === 'IdeaSubmitted' ? { ...line, data: { ...line.data, ...bad } } : line)),
  );
  const { status, answer } = await send(file);
  expect(status).toBe(422);
  expect(answer).toMatchObject({ code: 'not_verified', verdict: { badRecord: expect.any(Number) } });
});

test('[IMP2] nothing of all that is here afterwards', async () => {
  expect((await listed()).map(({ code }) => code)).toEqual([office.code]);
});

test('[IMP2] [EXP11] a logo comes in when it can be printed: torn inside, no PDF could be made with it', async () => {
  const bearing = (logo: string) => {
    const organisations = [{ role: 'funder', name: { ky: 'Фонд', ru: 'Фонд', en: 'Fund' }, logo }];
    return ofAnotherSession('PHRASE', { organisations });
  };
  const torn = {
    ok: false,
    code: 'not_a_fact',
    badRecord: 2,
    why: 'an organisation with a logo that cannot be printed',
  };
  expect(await send(bearing(png(true)))).toMatchObject({ status: 422, answer: { verdict: torn } });
  expect(await send(bearing(png()))).toMatchObject({ status: 201, answer: { ok: true, code: 'PHRASE' } });
});

const rowsOf = (text: string, from: number, to?: number) =>
  text
    .trim()
    .split('\n')
    .slice(from, to)
    .map((body) => {
      const { seq, type, commandId } = JSON.parse(body) as { seq: number; type: string; commandId: string };
      return { sessionId: hall.sessionId, seq, type, commandId, body };
    });

test('[IMP6] facts that no import of this server began are not continued', async () => {
  const other = randomUUID();
  await storage.store.append(rowsOf(archive, 1, 3).map((row) => ({ ...row, sessionId: other })));
  const file = ofAnotherSession('PHRASX', {}, other);
  expect(await send(file)).toMatchObject({ status: 409, answer: { ok: false, code: 'differs' } });
  expect((await storage.store.read(other, 0, 100)).map(({ seq }) => seq)).toEqual([1, 2]);
});

test('[IMP3] [IMP6] an import that was cut off goes on; the session then reads fact for fact as in the hall', async () => {
  const { closingHash } = JSON.parse(archive.trim().split('\n').at(-1) ?? '') as { closingHash: string };
  await storage.imports.begin(hall.sessionId, closingHash, []);
  await storage.store.append(rowsOf(archive, 1, 3));
  const { status, answer } = await send(archive);
  expect(status).toBe(201);
  expect(answer).toMatchObject({ ok: true, code: hall.code, known: false });
  const token = answer.ok ? (answer.facilitatorUrl.split('#')[1] ?? '') : '';
  expect(await archiveOf(office)).toBe(archive);
  const markdown = (server: TestServer, key: string) =>
    get(server, `/api/sessions/${hall.code}/exports/draft.md?lang=ky`, key);
  expect(await markdown(office, token)).toBe(await markdown(hall, hall.facilitatorToken));
});

test('[IMP3] the same archive again changes nothing', async () => {
  expect(await send(archive)).toMatchObject({ status: 200, answer: { ok: true, known: true } });
  const codes = (await listed()).map(({ code }) => code);
  expect(codes.filter((code) => code === hall.code)).toHaveLength(1);
});

test('[VER5] [IMP1] a genuine archive comes in, in whatever order the groups of a figure came', async () => {
  const genuine = readFileSync(join(root, 'tests/fixtures/archives/withdrawn-ballot.eles'), 'utf8');
  expect(await send(genuine)).toMatchObject({ status: 201, answer: { ok: true, known: false } });
});

test('[IMP4] other facts of a session that is here are refused, and nothing is overwritten', async () => {
  const other = forged((lines) =>
    lines.map((line) => (line.type === 'IdeaSubmitted' ? { ...line, data: { ...line.data, text: 'Жол' } } : line)),
  );
  expect(await send(other)).toMatchObject({ status: 409, answer: { code: 'differs', sessionCode: hall.code } });
  const shorter = forged((lines) => lines.filter(({ type }) => type !== 'IdeaSubmitted').map(renumbered));
  expect(await send(shorter)).toMatchObject({ answer: { code: 'differs' } });
  expect(await send(archive)).toMatchObject({ answer: { known: true } });
});

test('[IMP6] a known beginning with forged facts after it changes nothing, in the log and in memory', async () => {
  const link = (await listed()).find(({ code }) => code === hall.code)?.facilitatorUrl ?? '';
  const seen = async () => {
    const path = `/api/sessions/${hall.code}/view?role=facilitator`;
    return { ...JSON.parse(await get(office, path, link.split('#')[1])), now: 0 };
  };
  const before = await seen();
  const participantId = newId();
  const later = (by: object, type: string, data: (lines: readonly Line[]) => object) =>
    forged((lines) =>
      [
        ...lines.slice(0, -1),
        { seq: 0, at: 1, actor: by, commandId: newId(), type, data: data(lines) },
        ...lines.slice(-1),
      ].map((line, at) => renumbered(line as Line, at)),
    );
  const joined = later({ role: 'participant', id: participantId }, 'ParticipantJoined', () => ({
    participantId,
    groupId: 'communities',
  }));
  // Nobody joins after the end; a desk may still turn the wall to a line.
  expect(await send(joined)).toMatchObject({ status: 422, answer: { verdict: { code: 'against_the_rules' } } });
  const lit = later({ role: 'facilitator' }, 'LineLit', (lines) => ({
    lineId: `need:${lines.find(({ type }) => type === 'IdeaSubmitted')?.data.ideaId}`,
  }));
  expect(await send(lit)).toMatchObject({ status: 409, answer: { code: 'differs', replaceable: true } });
  expect(await seen()).toEqual(before);
  expect(await send(archive)).toMatchObject({ status: 200, answer: { known: true } });
});

test('[IMP6] a session that was run here is known, or refused; it is never replaced', async () => {
  const sendToHall = async (body: string, query = '') => {
    const headers = { authorization: `Bearer ${hall.organiserToken}` };
    const response = await fetch(`${hall.url}/api/organiser/archives${query}`, { method: 'POST', headers, body });
    return { status: response.status, answer: (await response.json()) as ImportAnswer };
  };
  expect(await sendToHall(archive)).toMatchObject({ status: 200, answer: { known: true } });
  const other = forged((lines) =>
    lines.map((line) => (line.type === 'IdeaSubmitted' ? { ...line, data: { ...line.data, text: 'Жол' } } : line)),
  );
  const { closingHash } = JSON.parse(archive.trim().split('\n').at(-1) ?? '') as { closingHash: string };
  for (const query of ['', `?replace=${closingHash}`])
    expect(await sendToHall(other, query)).toMatchObject({
      status: 409,
      answer: { code: 'differs', replaceable: false },
    });
});

test.each(['KITAIL', '../../', 'k7mr4d'])(
  '[IMP7] a join code that no server gives out is refused: %s',
  async (code) => {
    const { status, answer } = await send(ofAnotherSession(code));
    expect({ status, answer }).toMatchObject({
      status: 422,
      answer: { verdict: { code: 'not_a_fact', badRecord: 2 } },
    });
  },
);

test('[IMP8] a forgery that came first does not lock the honest archive out: seen beside it, and replaced on the record', async () => {
  const office2 = await startTestServer();
  const ask = async (body: string, query = '') => {
    const headers = { authorization: `Bearer ${office2.organiserToken}` };
    const response = await fetch(`${office2.url}/api/organiser/archives${query}`, { method: 'POST', headers, body });
    return { status: response.status, answer: (await response.json()) as ImportAnswer };
  };
  const forgery = forged((lines) =>
    lines.map((line) => (line.type === 'IdeaSubmitted' ? { ...line, data: { ...line.data, text: 'Жол' } } : line)),
  );
  const inTheWay = await ask(forgery);
  expect(inTheWay).toMatchObject({ status: 201 });
  const watching = await connect(
    {
      ...office2,
      code: hall.code,
      facilitatorToken: inTheWay.answer.ok ? (inTheWay.answer.facilitatorUrl.split('#')[1] ?? '') : '',
    },
    { role: 'facilitator' },
  );
  const { answer } = await ask(archive);
  if (answer.ok || answer.code !== 'differs') throw new Error(`not refused as differing: ${JSON.stringify(answer)}`);
  expect(answer).toMatchObject({ replaceable: true, here: [{ facts: answer.file.facts }] });
  const [seen] = answer.here;
  // Of what the organiser has not seen nothing is replaced.
  expect(await ask(archive, `?replace=${'0'.repeat(64)}`)).toMatchObject({ status: 409 });
  expect(await ask(archive, `?replace=${seen?.closingHash}`)).toMatchObject({ status: 201, answer: { known: false } });
  expect(await get(office2, `/api/sessions/${hall.code}/archive`, office2.organiserToken)).toBe(archive);
  const record = JSON.parse(await get(office2, '/api/organiser/set-aside', office2.organiserToken));
  const { closingHash: replacedBy, facts } = answer.file;
  expect(record.setAside).toMatchObject([{ code: hall.code, facts, closingHash: seen?.closingHash, replacedBy }]);
  // It is kept as the archive it came in with.
  const kept = `/api/organiser/set-aside/${record.setAside[0].id}.eles`;
  const factsOf = (text: string) => text.trimEnd().split('\n').slice(0, -1);
  expect(factsOf(await get(office2, kept, office2.organiserToken))).toEqual(factsOf(forgery));
  expect(JSON.parse(await get(office2, kept, office2.facilitatorToken))).toMatchObject({ code: 'unauthorised' });
  watching.close();
  await office2.close();
});

/** Seqs in a row again, after a line was taken out. */
function renumbered(line: Line, at: number): Line {
  return line.seq === undefined ? line : { ...line, seq: at };
}

test('[IMP4] a join code that another session has is refused', async () => {
  expect(await send(ofAnotherSession(office.code))).toMatchObject({ status: 409, answer: { code: 'code_taken' } });
});

test('[WIRE2] a fault of our own after the whole file has come is answered', async () => {
  const fault = jest.spyOn(storage.sessions, 'findByCode').mockRejectedValue(new Error('a fault'));
  const answered = await send(archive);
  fault.mockRestore();
  expect(answered).toMatchObject({ status: 500, answer: { ok: false, code: 'internal' } });
});

test('[IMP5] nobody but the organiser may bring in or list', async () => {
  for (const token of [office.facilitatorToken, office.screenToken, 'x'.repeat(43)]) {
    expect((await send(archive, token)).status).toBe(401);
    expect(JSON.parse(await get(office, '/api/organiser/sessions', token))).toMatchObject({ code: 'unauthorised' });
  }
});

test('[IMP5] a file without end is refused before it fills the disk', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const upload = request(
      `${office.url}/api/organiser/archives`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${office.organiserToken}`, 'content-length': 600 * 1024 * 1024 },
      },
      (response) => {
        resolve(response.statusCode);
        upload.destroy();
      },
    );
    upload.on('error', reject);
    upload.write('{"format":"eles-archive"}\n');
  });
  expect(status).toBe(413);
});

test('[IMP3] the command brings in several files and says a sentence for each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eles-import-'));
  const files = [ofAnotherSession('KYRGYZ'), running].map((text, at) => {
    const file = join(folder, `${at}.eles`);
    writeFileSync(file, text);
    return file;
  });
  const program = [join(root, 'server/launch/tool.mjs'), join(root, 'server/import/index.ts')];
  const link = `${office.url}/organiser#${office.organiserToken}`;
  const child = spawn(process.execPath, [...program, ...files, '--organiser', link, '--lang', 'en'], { cwd: root });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  const [first = '', done, , refused] = output.split('\n');
  expect(JSON.parse(first)).toMatchObject({ ok: true, code: 'KYRGYZ' });
  expect(done).toMatch(/^The session has come in: KYRGYZ\. Nothing in this archive contradicts itself\./);
  expect(refused).toContain('has not ended');
  expect(status).toBe(1);
});
