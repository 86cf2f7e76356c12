import type { Split, SplitRules } from '../../../server/engine/voting/publishing/suppression';
import { splitAmount, splitCounts } from '../../../server/engine/voting/publishing/suppression';
import { inAll } from '../../support/workshop';

type World = Readonly<Record<string, readonly number[]>>;

function rulesOf(respondents: Readonly<Record<string, number>>, withheld: readonly string[] = []): SplitRules {
  const groups = Object.keys(respondents).map((id) => ({ id, name: inAll(id) }));
  return { groups, smallestCell: 3, respondents, withheld: new Set(withheld) };
}

test('[CELL6] a group that all chose the same is shown as a bound, and the next smallest is withheld with it', () => {
  const rules = rulesOf({ a: 8, b: 6, c: 7, d: 0 });
  expect(splitAmount({ a: 8, b: 2, c: 3 }, 1, rules)).toEqual({
    byGroup: { c: 3, d: 0 },
    nearlyAll: { a: { atLeast: 7, of: 8 } },
  });
  expect(splitAmount({ a: 6, b: 2, c: 3 }, 1, rules)).toEqual({ byGroup: { a: 6, b: 2, c: 3, d: 0 } });
});

test('[CELL6] all but one looks the same as all; of a large group nine in ten do', () => {
  const rules = rulesOf({ a: 8, b: 6, c: 40 });
  const one = splitAmount({ a: 8, b: 2, c: 3 }, 1, rules);
  expect(splitAmount({ a: 7, b: 3, c: 3 }, 1, rules)).toEqual(one);
  expect(splitAmount({ a: 1, b: 2, c: 37 }, 1, rules).nearlyAll).toEqual({ c: { atLeast: 36, of: 40 } });
});

test('[CELL6] dots are near all when nobody can have been left out but one', () => {
  const rules = rulesOf({ a: 4, b: 5 });
  expect(splitAmount({ a: 9, b: 4 }, 3, rules)).toEqual({ byGroup: {}, nearlyAll: { a: { atLeast: 9, of: 12 } } });
  expect(splitAmount({ a: 8, b: 4 }, 3, rules)).toEqual({ byGroup: { a: 8, b: 4 } });
});

test('[CELL6] a histogram names the answer that nearly all gave', () => {
  const rules = rulesOf({ a: 5, b: 4, c: 6 });
  expect(splitCounts({ a: [0, 5, 0], b: [2, 1, 1], c: [3, 1, 2] }, 3, rules)).toEqual({
    byGroup: { c: [3, 1, 2] },
    nearlyAll: { a: { point: 1, atLeast: 4, of: 5 } },
  });
});

test('[CELL3] without small cells to protect every figure is exact', () => {
  const rules = { ...rulesOf({ a: 1, b: 2 }), smallestCell: 1 };
  expect(splitAmount({ a: 1, b: 2 }, 1, rules)).toEqual({ byGroup: { a: 1, b: 2 } });
});

/** Everything that `people` can have answered: counts per point, each from 0 to `most` a person. */
function worlds(
  respondents: Readonly<Record<string, number>>,
  answersOf: (n: number) => readonly (readonly number[])[],
): readonly World[] {
  return Object.entries(respondents).reduce<readonly World[]>(
    (all, [group, n]) => all.flatMap((world) => answersOf(n).map((counts) => ({ ...world, [group]: counts }))),
    [{}],
  );
}

function histograms(people: number, points: number): readonly (readonly number[])[] {
  if (points === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, count) => count).flatMap((count) =>
    histograms(people - count, points - 1).map((rest) => [count, ...rest]),
  );
}

/** What a reader sees, and the groups all of whom are known by it to have answered alike, though the total does not say so. */
function knownUnanimous(
  all: readonly World[],
  show: (world: World) => Split<unknown>,
  isUnanimous: (group: string, counts: readonly number[]) => string | undefined,
  groups: readonly string[],
): readonly string[] {
  const totalOf = (world: World): string =>
    JSON.stringify(Object.values(world).reduce((sum, counts) => counts.map((count, at) => count + (sum[at] ?? 0)), []));
  const sorted = (key: (world: World) => string): Map<string, World[]> => {
    const piles = new Map<string, World[]>();
    for (const world of all) piles.set(key(world), [...(piles.get(key(world)) ?? []), world]);
    return piles;
  };
  const byTotal = sorted(totalOf);
  const known = (some: readonly World[], group: string): boolean => {
    const kinds = new Set(some.map((world) => isUnanimous(group, world[group]!)));
    return kinds.size === 1 && !kinds.has(undefined);
  };
  return [...sorted((world) => JSON.stringify([totalOf(world), show(world)]))].flatMap(([seen, possible]) =>
    groups
      .filter((group) => known(possible, group) && !known(byTotal.get(totalOf(possible[0]!))!, group))
      .map((group) => `${group}: ${seen}`),
  );
}

const SIZES: readonly (readonly [Readonly<Record<string, number>>, readonly string[]])[] = [
  [{ a: 3, b: 4 }, []],
  [{ a: 3, b: 3, c: 4 }, []],
  [{ a: 1, b: 2, c: 5 }, ['a', 'b']],
  [{ a: 1, b: 3, c: 4, d: 5 }, ['a', 'b']],
  [{ a: 3, b: 0, c: 12 }, []],
  [{ a: 3, b: 3, c: 3, d: 3 }, []],
];

test.each(SIZES)('[CELL6] approvals: no split says of a group that all approve: %j, withheld %j', (sizes, withheld) => {
  const rules = rulesOf(sizes, withheld);
  const all = worlds(sizes, (n) => Array.from({ length: n + 1 }, (_, count) => [count]));
  const show = (world: World) =>
    splitAmount(Object.fromEntries(Object.entries(world).map(([group, [count = 0]]) => [group, count])), 1, rules);
  const isUnanimous = (group: string, [count = 0]: readonly number[]) =>
    count === sizes[group] && count > 0 ? 'all' : undefined;
  expect(knownUnanimous(all, show, isUnanimous, Object.keys(sizes))).toEqual([]);
});

test.each(SIZES.slice(0, 2))('[CELL6] dots: no split says that all of a group gave some: %j', (sizes) => {
  const rules = rulesOf(sizes);
  const all = worlds(sizes, (n) => Array.from({ length: 2 * n + 1 }, (_, count) => [count]));
  const show = (world: World) =>
    splitAmount(Object.fromEntries(Object.entries(world).map(([group, [count = 0]]) => [group, count])), 2, rules);
  const isUnanimous = (group: string, [count = 0]: readonly number[]) =>
    count > 2 * (sizes[group]! - 1) ? 'all' : undefined;
  expect(knownUnanimous(all, show, isUnanimous, Object.keys(sizes))).toEqual([]);
});

test.each(SIZES.filter((_, at) => at !== 3 && at !== 4))(
  '[CELL6] answers: no split says that all of a group answered alike: %j, withheld %j',
  (sizes, withheld) => {
    const rules = rulesOf(sizes, withheld);
    const all = worlds(sizes, (n) => histograms(n, 3));
    const isUnanimous = (group: string, counts: readonly number[]) => {
      const point = counts.indexOf(sizes[group]!);
      return point < 0 ? undefined : String(point);
    };
    expect(knownUnanimous(all, (world) => splitCounts(world, 3, rules), isUnanimous, Object.keys(sizes))).toEqual([]);
  },
);
