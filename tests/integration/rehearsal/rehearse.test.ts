// The rehearsal as a person starts it: its own process, against a server it knows only by address and link.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadTemplate } from '../../../prisma/templates/load';
import { LOCALES } from '../../../server/engine/vocabulary';
import { DOCUMENT_NAMES, TABLE_NAMES } from '../../../server/protocol/downloads';
import { until } from '../../support/patience';
import { startTestServer, type TestServer } from '../../support/server';

const root = path.join(__dirname, '../../..');
let server: TestServer;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  server = await startTestServer({ design: loadTemplate() });
  folder = mkdtempSync(path.join(tmpdir(), 'eles-rehearsal-'));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function rehearse(args: readonly string[]) {
  const child = spawn(process.execPath, ['server/launch/tool.mjs', 'server/rehearsal/index.ts', ...args], {
    cwd: root,
    env: { ...process.env, ELES_DATA_DIR: folder },
  });
  children.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...output }));
  });
  return { child, output, ended };
}

const link = () => `${server.url}/console/${server.code}#${server.facilitatorToken}`;
const links = () => ['--facilitator', link(), '--organiser', `${server.url}/organiser#${server.organiserToken}`];
const fast = ['--participants', '10', '--speed', '100'];

test('[REH1] a whole seminar ends with the exports, a recount that agrees, and one line of JSON', async () => {
  const out = path.join(folder, 'out');
  const { code, stdout, stderr } = await rehearse([...fast, ...links(), '--out', out]).ended;
  expect(stderr).toBe('');
  const result = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
  expect({ code, matches: result.recountMatches, participants: result.participants }).toEqual({
    code: 0,
    matches: true,
    participants: 10,
  });
  expect(Object.keys(result)).toEqual(['participants', 'commands', 'ackMs', 'seq', 'closingHash', 'recountMatches']);
  const { sent, counted, refused } = result.commands;
  expect(sent).toBe(counted + Object.values<number>(refused).reduce((sum, times) => sum + times, 0));
  expect(stdout).toContain(`/screen/${server.code}`);

  const archive = readFileSync(path.join(out, 'archive.eles'), 'utf8').trimEnd().split('\n');
  expect(JSON.parse(archive.at(-1) ?? '')).toMatchObject({
    end: true,
    count: result.seq,
    closingHash: result.closingHash,
  });
  for (const locale of LOCALES) {
    expect(readdirSync(path.join(out, locale))).toHaveLength(DOCUMENT_NAMES.length + TABLE_NAMES.length);
    const draft = readFileSync(path.join(out, locale, 'draft.md'), 'utf8');
    for (const { name } of loadTemplate().themes) expect(draft).toContain(name[locale]);
    expect(draft).toContain('2030');
  }

  // The session is used now: the next rehearsal plays in a new one, which says that it is a rehearsal.
  const second = rehearse([...fast, ...links()]);
  await until(() => second.output.stdout.includes('The wall:'), 'the second rehearsal');
  expect(second.output.stdout).not.toContain(`session ${server.code}`);
  expect(second.output.stdout).toMatch(/The wall: http\S+\/screen\/[A-Z2-9]{6}#\S+/);

  // Ctrl-C in the middle: a seminar played to its end would not say 130.
  await until(() => second.output.stdout.includes('have taken part'), 'the middle of the seminar');
  second.child.kill('SIGINT');
  const stopped = await second.ended;
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toBe('');
});

test.each([
  [
    'no server at the address',
    () => [...links(), '--facilitator', 'http://127.0.0.1:9/console/ABCDEF#abc'],
    /^No server answers at http:\/\/127\.0\.0\.1:9\./,
  ],
  ['no start.json', () => [], /^No running server found: .*start\.json is missing/],
  ['a link that is none', () => ['--facilitator', 'http://x/y'], /^This is not a facilitator's sign-in link/],
  [
    'a link of another session',
    () => [...links(), '--facilitator', `${server.url}/console/${server.code}#wrong`],
    /^The facilitator's link does not open/,
  ],
  ['a code nobody has', () => [...links(), '--code', 'ZZZZZZ'], /^There is no session ZZZZZZ/],
  [
    'no organiser’s link',
    () => ['--facilitator', link()],
    /the archive, which is the organiser's: give .* --organiser\./,
  ],
  [
    'the organiser’s link of another server',
    () => ['--facilitator', link(), '--organiser', `${server.url}/organiser#wrong`],
    /^The organiser's link does not fit the server at/,
  ],
  ['a speed that is no number', () => ['--speed', 'fast'], /^--speed must be a number/],
  ['an unknown option', () => ['--people', '3'], /Usage: npm run rehearse/],
])('[REH1] %s: one sentence and exit code 1', async (_what, args, sentence) => {
  const { code, stderr } = await rehearse(args()).ended;
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});

test('a folder that cannot be written is said before anybody plays', async () => {
  const out = path.join(folder, 'a-file', 'out');
  writeFileSync(path.join(folder, 'a-file'), '');
  const { code, stderr, stdout } = await rehearse([...fast, ...links(), '--out', out]).ended;
  expect({ code, stderr }).toEqual({ code: 1, stderr: `The folder ${out} cannot be written.\n` });
  expect(stdout).not.toContain('seminar begins');
});
