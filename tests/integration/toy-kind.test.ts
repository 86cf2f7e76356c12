// What a new kind of activity costs, as the README's recipe says it: an engine room, a component room, a block of words, and an
// entry in four shared files, each a list that the compiler checks. A toy kind is laid over a copy of the sources.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ENTRIES, type Entry } from '../toy-kind/lists';

const run = promisify(execFile);
const root = path.join(__dirname, '..', '..');
const house = path.join(root, '.test', 'toy-kind');
const SOURCES = ['app', 'components', 'i18n', 'messages', 'prisma', 'server'];
/** What the drive is driven with. */
const SUPPORT = ['client', 'patience', 'server', 'workshop'].map((name) => `tests/support/${name}.ts`);
const FILES = ['package.json', 'tsconfig.json', 'next.config.js', 'proxy.ts'];

beforeAll(() => {
  rmSync(house, { recursive: true, force: true });
  mkdirSync(house, { recursive: true });
  for (const name of [...SOURCES, ...SUPPORT, ...FILES])
    cpSync(path.join(root, name), path.join(house, name), { recursive: true });
  cpSync(path.join(root, 'tests', 'toy-kind', 'overlay'), house, { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'dir');
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

function enter({ file, imports, record, entry }: Entry): void {
  const text = readFileSync(path.join(house, file), 'utf8');
  if (text.includes(imports)) return;
  const at = text.indexOf('\n', text.indexOf(record)) + 1;
  expect(text.indexOf(record)).toBeGreaterThan(0);
  writeFileSync(path.join(house, file), `${imports}\n${text.slice(0, at)}${entry}\n${text.slice(at)}`);
}

/** What the compiler asks for: `file: message`. */
async function asked(): Promise<readonly string[]> {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = await run(process.execPath, [tsc, '--noEmit', '--pretty', 'false'], {
    cwd: house,
    maxBuffer: 1e8,
  }).catch((error: { stdout: string }) => error);
  return [...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error \w+: (.*)$/gm)].map(
    ([, file, message]) => `${file}: ${message}`,
  );
}

test('forgetting an entry does not compile; with all of them the house stands', async () => {
  const files = [...new Set(ENTRIES.map(({ file }) => file))];
  expect(files.length).toBeLessThanOrEqual(4);
  const without = await asked();
  for (const file of files) {
    const missing = without.filter((one) => one.startsWith(`${file}: Property 'pulse' is missing in type`));
    expect([file, missing.length]).toEqual([file, ENTRIES.filter((entry) => entry.file === file).length]);
  }
  for (const entry of ENTRIES) enter(entry);
  expect(await asked()).toEqual([]);
});

test('it runs through engine, wire, phone, export, rehearsal and verification', async () => {
  for (const entry of ENTRIES) enter(entry);
  const launch = path.join('server', 'launch');
  const prepare = `import('./${launch}/prepare.mjs').then((it) => it.buildPhone()).then(() => process.exit(0))`;
  await run(process.execPath, ['-e', prepare], { cwd: house });
  const drive = [path.join(launch, 'tool.mjs'), path.join('tests', 'toy-kind', 'drive.ts')];
  const { stdout } = await run(process.execPath, drive, { cwd: house, maxBuffer: 1e8 });
  const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  expect(result).toMatchObject({
    html: ['How are you?', 'Mood bright', 'name="mood"', 'value="pulse.tell"'],
    forms: [303, 303, 303],
    early: { ok: false, code: 'still_open' },
    wall: { kind: 'pulse', secret: true, revealed: true, turnout: { voted: 3, joined: 3 } },
    sent: [
      ['participant.join', true],
      ['pulse.tell', true],
    ],
    json: { steps: [{ tookPart: 3 }] },
    // Its facts are none that the recount knows: that is said, and it is no forgery.
    verdict: { ok: true, participants: 3, notRecounted: ['pulse'] },
    sentence: expect.stringContaining('The recount does not know the kind of these steps'),
  });
  const { counts } = result.wall as { counts: Record<string, number> };
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(3);
  expect(result.markdown).toContain('Mood bright');
});
