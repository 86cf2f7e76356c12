import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from '../../../server/audit/lines-of';
import { sha256 } from '../../../server/audit/node-sha256';
import { checkArchive, type Verdict } from '../../../server/verify/check-archive';
import { randomFrom } from '../../support/command-walk';
import { sealed } from '../../support/sealed';
import { playSeminar } from '../../support/seminar';

const root = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'eles-verify-'));
const session = playSeminar();
const lines = sealed(session);
const bytes = Buffer.from(`${lines.join('\n')}\n`);

const check = (file: Uint8Array): Promise<Verdict> =>
  checkArchive(
    () =>
      linesOf(
        (async function* () {
          yield file;
        })(),
      ),
    sha256,
  );

function run(file: Uint8Array, ...more: string[]) {
  const path = join(folder, `${Math.random()}.eles`);
  writeFileSync(path, file);
  return runWith(path, ...more);
}

function runWith(...args: string[]) {
  const program = [join(root, 'server/launch/tool.mjs'), join(root, 'server/verify/index.ts')];
  const { status, stdout } = spawnSync(process.execPath, [...program, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const [first = '', sentence = ''] = stdout.split('\n');
  return { status, verdict: JSON.parse(first) as Verdict, sentence };
}

const runWithFixture = (name: string) => runWith(join(root, 'tests/fixtures', name));

test('[VER1] a whole archive verifies: one JSON line, one sentence, exit 0', () => {
  const { status, verdict, sentence } = run(bytes);
  expect(status).toBe(0);
  expect(verdict).toMatchObject({
    ok: true,
    facts: session.state.seq,
    participants: 8,
    votes: { vote: { ballots: 7, outcome: 'agrees' } },
    draft: 'agrees',
  });
  expect(sentence).toMatch(/^Архив бүтүн, өзгөртүлгөн эмес\./);
  expect(run(bytes, '--lang', 'en').sentence).toMatch(/^The archive is whole and unchanged\./);
});

test('[VER5] a ballot that was taken back leaves an archive that verifies, in whatever order the groups came', async () => {
  const { verdict, status } = runWithFixture('withdrawn-ballot.eles');
  expect({ status, ok: verdict.ok }).toEqual({ status: 0, ok: true });
});

test('[VER1] each of 100 changes of a single byte is found, and its record named', async () => {
  const random = randomFrom(2030);
  const missed: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    const at = Math.floor(random() * bytes.length);
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at]! + 1 + Math.floor(random() * 255)) % 256;
    const record = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    const verdict = await check(changed);
    // The line itself, or the next one, which no longer follows from it.
    if (verdict.ok || ![record, record + 1].includes(verdict.badRecord)) missed.push(at);
  }
  expect(missed).toEqual([]);
});

test('[VER1] the program says so too, and exits 1', () => {
  const changed = Buffer.from(bytes);
  changed[2000] = changed[2000]! ^ 1;
  const { status, verdict, sentence } = run(changed, '--lang', 'en');
  expect(status).toBe(1);
  expect(verdict.ok).toBe(false);
  expect(sentence).toMatch(/^Do not trust this file\. Record \d+: /);
});

test.each([
  ['nothing', '', 'cut_off'],
  ['a picture', '\u0089PNG\r\n', 'not_json'],
  ['another file', '{"a":1}\n', 'not_an_archive'],
  ['half of it', bytes.subarray(0, bytes.length / 2).toString('latin1'), undefined],
])('[VER1] %s is refused with a code', async (_what, text, code) => {
  const verdict = await check(Buffer.from(text));
  expect(verdict.ok).toBe(false);
  if (code !== undefined) expect(verdict).toMatchObject({ code });
});

test('[VER1] a file that is not there is named, not a crash', () => {
  expect(runWith(join(folder, 'none.eles'))).toMatchObject({ status: 1, verdict: { ok: false, code: 'unreadable' } });
});

const forge = (change: (fact: (typeof session.log)[number]) => unknown) =>
  check(Buffer.from(sealed({ state: session.state, log: session.log.map(change) as never }).join('\n')));

test('[VER3] an outcome forged in a freshly chained log is found by the recount', async () => {
  const verdict = await forge((fact) =>
    fact.type === 'OutcomeDeclared' ? { ...fact, data: { ...fact.data, selected: ['i3'] } } : fact,
  );
  expect(verdict).toMatchObject({ ok: false, code: 'outcome_differs' });
});

test('[VER2] so is a reason that the rules do not give', async () => {
  const verdict = await forge((fact) =>
    fact.type === 'OutcomeDeclared' ? { ...fact, data: { ...fact.data, joined: 80 } } : fact,
  );
  expect(verdict).toMatchObject({ ok: false, code: 'outcome_differs' });
});

test('[VER2] a draft that the log does not lead to is found', async () => {
  const trailer = JSON.parse(lines.at(-1) ?? '') as { draft: { text: string }[] };
  const [first, ...others] = trailer.draft;
  const changed = JSON.stringify({ ...trailer, draft: [{ ...first, text: 'something else' }, ...others] });
  const verdict = await check(Buffer.from([...lines.slice(0, -1), changed].join('\n')));
  expect(verdict).toMatchObject({ ok: false, code: 'draft_differs', badRecord: lines.length });
});

test('[VER2] data that the engine never writes are refused, not folded', async () => {
  const verdict = await forge((fact) =>
    fact.type === 'ActivityOpened' && fact.data.activityId === 'vote'
      ? { ...fact, data: { ...fact.data, options: [null] } }
      : fact,
  );
  expect(verdict.ok).toBe(false);
});
