// The counting as strangers meet it: a process that reads cases and writes results.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { withReference } from '../../support/reference-cases';

const root = path.join(__dirname, '..', '..', '..');

async function run(program: string, args: readonly string[], input: string): Promise<string> {
  const child = spawn(program, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  child.stdin.end(input);
  expect(await ended).toBe(0);
  return Buffer.concat(chunks).toString('utf8');
}

/** One case or raw line in, one parsed result out. */
async function tally(lines: readonly (string | object)[]): Promise<readonly Record<string, unknown>[]> {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const output = await run(process.execPath, ['server/launch/tool.mjs', 'server/tally/index.ts'], input);
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

const committee = { kind: 'committee', num_candidates: 4, committee_size: 2, approvals: [[0, 1], [1], [2, 3]] };

test('[TALLY1] npm run -s tally writes results and nothing else', async () => {
  const input = `${JSON.stringify({
    id: 'x',
    kind: 'kendall_w',
    raters_by_items: [
      [1, 2],
      [1, 2],
    ],
  })}\n`;
  const npm = process.env.npm_execpath;
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  expect(await run(program, [...first, 'run', '-s', 'tally'], input)).toBe('{"id":"x","kendall_w":1}\n');
});

test('[TALLY1] one result per line in the same order, ids as they came', async () => {
  const ids = ['a', 7, null, { deep: [1] }, 'a', true];
  const results = await tally([...ids.map((id) => ({ ...committee, id, rule: 'av' })), { ...committee, rule: 'av' }]);
  expect(results.map((result) => result.id)).toEqual([...ids, undefined]);
  for (const result of results) expect(result.committee).toEqual([0, 1]);
});

test('[TALLY2] a bad case says what is wrong with it and stops nothing', async () => {
  const bad: readonly (readonly [string | object, RegExp])[] = [
    ['{"kind":', /JSON/],
    ['', /JSON/],
    ['[]', /object/],
    ['null', /object/],
    [{ kind: 'lottery' }, /kind: one of/],
    [{ ...committee }, /rule/],
    [{ ...committee, rule: 'pav' }, /rule/],
    [{ ...committee, rule: 'av', committee_size: 5 }, /committee_size/],
    [{ ...committee, rule: 'av', committee_size: 0 }, /committee_size/],
    [{ ...committee, rule: 'av', num_candidates: 1e12 }, /num_candidates/],
    [{ ...committee, rule: 'av', approvals: [[4]] }, /approvals.0: no candidate 4/],
    [{ ...committee, rule: 'av', approvals: [[-1]] }, /approvals.0.0/],
    [{ ...committee, rule: 'av', approvals: [[1, 1]] }, /candidate 1 twice/],
    [{ ...committee, rule: 'av', approvals: 'all' }, /approvals/],
    [{ ...committee, rule: 'av', weights: [1, 1] }, /weights: one for every ballot/],
    [{ ...committee, rule: 'av', weights: [1, -1, 1] }, /weights.1/],
    [{ ...committee, rule: 'av', weights: [1, '1/0', 1] }, /weights.1/],
    [{ ...committee, rule: 'av', weights: [0, 0, 0] }, /weights: all are 0/],
    [`{"kind":"rating_distribution","counts":[1,1e999]}`, /counts.1/],
    [{ kind: 'rating_distribution', counts: [0, 0] }, /nobody/],
    [{ kind: 'ranking', num_candidates: 2, orders: [[1, [[0], [0]]]] }, /orders.0: candidate 0 twice/],
    [{ kind: 'ranking', num_candidates: 2, orders: [[-1, [[0], [1]]]] }, /orders.0.0/],
    [{ kind: 'agreement', group_names: ['a'], group_of_participant: ['b'], votes: [[1]] }, /no group "b"/],
    [{ kind: 'agreement', group_names: ['a'], group_of_participant: ['a'], votes: [[2]] }, /votes.0.0/],
    [{ kind: 'agreement', group_names: ['a'], group_of_participant: ['a', 'a'], votes: [[1], []] }, /votes.1/],
    [{ kind: 'dots', ballots: [[['a', -1]]] }, /ballots.0.0.1/],
    [{ kind: 'budget', projects: [], budget: 1, ballots: [['a']], rule: 'greedy', utility: 'cost' }, /no project "a"/],
    [{ kind: 'rank_correlation', a: [1, 2], b: [1, 2, 3] }, /one length/],
    [{ kind: 'kendall_w', raters_by_items: [[1, 2], [1]] }, /raters_by_items/],
    [`{"id":1,"kind":"kendall_w","raters_by_items":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, /./],
  ];
  const results = await tally([...bad.map(([line]) => line), { ...committee, id: 'good', rule: 'seqphragmen' }]);
  expect(results).toHaveLength(bad.length + 1);
  bad.forEach(([, reason], at) => {
    expect(results[at]!.error).toMatch(reason);
  });
  expect(results.at(-1)).toMatchObject({ id: 'good', committee: [1, 2] });
});

test('[TALLY3] weights mean what is written: 0.1 three times is 0.3, "1/3" three times is 1', async () => {
  const approvals = [[0], [0], [0], [1]];
  const even = { kind: 'committee', num_candidates: 2, committee_size: 1, approvals, rule: 'av' };
  const results = await tally([
    { ...even, weights: [0.1, 0.1, 0.1, 0.3] },
    { ...even, weights: ['1/3', '1/3', '1/3', 1] },
  ]);
  for (const result of results) expect(result.tied_at_cut).toEqual([0, 1]);
  expect(results[0]!.scores).toEqual(['3/10', '3/10']);
});

test('[TALLY1] thousands of lines stream through; blank lines at the end are no cases', async () => {
  const lines = Array.from({ length: 5_000 }, (_, id) => ({ id, kind: 'rating_distribution', counts: [1, id, 2] }));
  const results = await tally([...lines, '', '']);
  expect(results.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
});

test('[TALLY1] groups may be named or counted from 0, and someone of no group is not counted', async () => {
  const votes = [
    [1, null],
    [-1, 0],
    [1, 1],
  ];
  const base = { kind: 'agreement', group_names: ['heads', 'women'], votes };
  const [named, numbered] = await tally([
    { ...base, group_of_participant: ['heads', 'women', null] },
    { ...base, group_of_participant: [0, 1, null] },
  ]);
  expect(named).toEqual(numbered);
  expect(named!.statements).toMatchObject([
    {
      groups: [
        { agree: 1, seen: 1 },
        { disagree: 1, seen: 1 },
      ],
      group_informed_consensus: 2 / 9,
    },
    {
      groups: [
        { seen: 0, p_agree: 0.5 },
        { pass: 1, seen: 1 },
      ],
    },
  ]);
});

type Reference = {
  readonly id: string;
  readonly expected: Readonly<Record<string, { readonly lexicographic: readonly number[]; readonly trace?: unknown }>>;
};

withReference<Reference>('voting/committees.json', (cases) => {
  test('[TALLY1] every reference committee comes out of the process as it should', async () => {
    const rules = ['av', 'sav', 'seqphragmen', 'equal-shares'];
    const asked = cases.flatMap((given) => rules.map((rule) => ({ ...given, kind: 'committee', rule })));
    const results = await tally(asked);
    expect(results.map(({ id, committee: found }) => [id, found])).toEqual(
      asked.map(({ id, rule, expected }) => [id, expected[rule]!.lexicographic]),
    );
  });
});

withReference<{ readonly id: string; readonly expected: Readonly<Record<string, unknown>> }>(
  'voting/rankings.json',
  (cases) => {
    test('[TALLY1] every reference ranking comes out of the process as it should', async () => {
      const results = await tally(cases.map((given) => ({ ...given, kind: 'ranking' })));
      results.forEach((result, at) => {
        const { expected } = cases[at]!;
        const common = Object.keys(result).filter((key) => key in expected);
        expect(common.length).toBeGreaterThan(7);
        for (const key of common) expect(result[key]).toEqual(expected[key]);
      });
    });
  },
);
