import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519';
import { bytesToHex } from '@noble/hashes/utils';
import { readExpectation } from '../../../server/audit/expectation';
import { linesOf } from '../../../server/audit/lines-of';
import { sha256 } from '../../../server/audit/node-sha256';
import { fingerprintOf, signedBytes } from '../../../server/audit/seal-signature';
import { inFours } from '../../../server/protocol/in-fours';
import { checkArchive, type Verdict } from '../../../server/verify/check-archive';
import { sentenceOf } from '../../../server/verify/sentence';
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

const runWithFixture = (name: string) => runWith(join(root, 'tests/fixtures/archives', name));

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
  expect(sentence).toMatch(/^Бул архивде өзүнө өзү карама-каршы келген эч нерсе жок\./);
  expect(run(bytes, '--lang', 'en').sentence).toMatch(
    /^Nothing in this archive contradicts itself\. Whether .* is not shown/,
  );
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
  expect(sentence).toMatch(/^Do not trust this file\. Its line \d+: /);
});

test.each([
  ['nothing', '', 'not_an_archive'],
  ['a picture', '\u0089PNG\r\n', 'not_an_archive'],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'not_an_archive'],
  ['a text', 'Dear colleagues,\n', 'not_an_archive'],
  ['an archive of another version', `${lines[0]?.replace('"version":1', '"version":9')}\n`, 'other_version'],
  ['another file', '{"a":1}\n', 'not_an_archive'],
  ['half of it', bytes.subarray(0, bytes.length / 2).toString('latin1'), undefined],
])('[VER1] %s is refused with a code', async (_what, text, code) => {
  const verdict = await check(Buffer.from(text));
  expect(verdict.ok).toBe(false);
  if (code !== undefined) expect(verdict).toMatchObject({ code });
});

const text = bytes.toString();
test.each([
  ['CR LF', text.replaceAll('\n', '\r\n'), 'line_ends', /line ends/],
  ['CR', text.replaceAll('\n', '\r'), 'line_ends', /line ends/],
  [
    'CR LF from the second half on',
    `${text.slice(0, 9_000)}${text.slice(9_000).replaceAll('\n', '\r\n')}`,
    'line_ends',
    /line ends/,
  ],
  ['a byte order mark', `\ufeff${text}`, 'byte_order_mark', /byte order mark/],
  ['both', `\ufeff${text.replaceAll('\n', '\r\n')}`, 'byte_order_mark', /byte order mark/],
])('[VER7] a file with %s is told so, not called a forgery', async (_what, changed, code, sentence) => {
  const verdict = await check(Buffer.from(changed));
  expect(verdict).toMatchObject({ ok: false, verdict: 'unread', code });
  expect(sentenceOf(verdict, 'en')).toMatch(sentence);
});

describe('[VER6] what is known from outside the file', () => {
  const { closingHash } = JSON.parse(lines.at(-1) ?? '') as { closingHash: string };
  const held = (file: readonly string[], expect?: string) =>
    checkArchive(() => file, sha256, { expect: expect === undefined ? undefined : readExpectation(expect) });
  const seed = new Uint8Array(32).fill(7);
  const key = bytesToHex(ed25519.getPublicKey(seed));
  const signed = (of: readonly string[], over: object = {}) => {
    const trailer = JSON.parse(of.at(-1) ?? '') as { count: number; closingHash: string };
    const signature = bytesToHex(ed25519.sign(signedBytes(trailer.closingHash), seed));
    const signatures = [{ count: trailer.count, key, signature, ...over }];
    return [...of.slice(0, -1), JSON.stringify({ ...trailer, signatures })];
  };
  /** Chained anew by a forger who kept what the trailer had. */
  const forgery = sealed({
    state: session.state,
    log: session.log.map((fact) =>
      fact.type === 'EndorsementGiven' ? { ...fact, at: fact.at - 60_000 } : fact,
    ) as never,
  });

  test('a forgery that is consistent is called that and no more; the hash from the wall unmasks it', async () => {
    expect(await held(forgery)).toMatchObject({ ok: true, verdict: 'consistent', confirmed: false });
    expect(await held(forgery, closingHash)).toMatchObject({ ok: false, verdict: 'broken', code: 'other_hash' });
    expect(await held(lines, closingHash)).toMatchObject({ ok: true, verdict: 'signed', confirmed: true });
  });

  test('typed in groups, with spaces and capitals, the hash is the same; what is none is refused', () => {
    expect(readExpectation(` ${inFours(closingHash).toUpperCase()}\n`)).toEqual({ kind: 'hash', hash: closingHash });
    for (const wrong of ['', 'abc', `${closingHash}0`, 'z'.repeat(64)]) expect(readExpectation(wrong)).toBeUndefined();
  });

  test('a hash of an earlier moment says how far it reaches', async () => {
    const { prev } = JSON.parse(lines.at(-2) ?? '') as { prev: string };
    const facts = lines.length - 2;
    const verdict = await held(lines, prev);
    expect(verdict).toMatchObject({ ok: true, verdict: 'consistent', confirmed: false, expectedAt: facts - 1 });
    expect(sentenceOf(verdict, 'en')).toContain(
      `Up to record ${facts - 1} it is the log whose closing hash was given.`,
    );
    expect(run(bytes, '--expect', prev).status).toBe(1);
    expect(run(bytes, '--expect', closingHash).status).toBe(0);
  });

  test('a signature names its key, and confirms nothing until the key is known', async () => {
    const fingerprint = fingerprintOf(key);
    const verdict = await held(signed(lines));
    expect(verdict).toMatchObject({
      ok: true,
      verdict: 'signed',
      confirmed: false,
      signedBy: [{ fingerprint, known: false }],
    });
    expect(sentenceOf(verdict, 'en')).toContain(`signed with the key ${inFours(fingerprint)}`);
    expect(sentenceOf(verdict, 'en')).toContain('anybody can sign with a key of their own');
    expect(await held(signed(lines), fingerprint)).toMatchObject({ ok: true, verdict: 'signed', confirmed: true });
    expect(await held(signed(lines), 'f'.repeat(32))).toMatchObject({ ok: false, code: 'other_key' });
    expect(await held(lines, fingerprint)).toMatchObject({ ok: false, code: 'other_key' });
  });

  test('a signature that was kept under another log is found', async () => {
    const { signatures } = JSON.parse(signed(lines).at(-1) ?? '') as { signatures: readonly object[] };
    const trailer = JSON.parse(forgery.at(-1) ?? '') as object;
    const kept = [...forgery.slice(0, -1), JSON.stringify({ ...trailer, signatures })];
    expect(await held(kept)).toMatchObject({ ok: false, verdict: 'broken', code: 'wrong_signature' });
    for (const over of [{ count: 9_999 }, { key: '0'.repeat(64) }, { signature: 'x' }])
      expect(await held(signed(lines, over))).toMatchObject({ ok: false, code: 'wrong_signature' });
  });
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
