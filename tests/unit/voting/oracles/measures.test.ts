// How alike and how much agreed, against identities that the literature proves, one person at a time, and printed figures.
import fc from 'fast-check';
import { toNumber } from '../../../../server/engine/voting/fraction';
import {
  agreeShare,
  disagreeShare,
  groupInformedConsensus,
  groupInformedDissent,
  majorityZ,
  representativeness,
} from '../../../../server/engine/voting/measures/agreement';
import { kendallTauB, kendallW, spearmanRho } from '../../../../server/engine/voting/measures/concordance';
import { consensus, spread } from '../../../../server/engine/voting/measures/distribution';
import { groupWeights, weightedTotal } from '../../../../server/engine/voting/selecting/weights';

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const value = fc.integer({ min: 0, max: 4 });
const twoLists = fc
  .integer({ min: 2, max: 7 })
  .chain((length) => fc.tuple(...[1, 2].map(() => fc.array(value, { minLength: length, maxLength: length }))));

/** The mean place among all, equals sharing theirs: one more than how many are smaller, and half of the others that are equal. */
const rankOf = (list: readonly number[], one: number): number =>
  1 + list.filter((other) => other < one).length + (list.filter((other) => other === one).length - 1) / 2;
function pearson(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const product = mean(a.map((x, at) => (x - ma) * (b[at]! - mb)));
  return product / Math.sqrt(mean(a.map((x) => (x - ma) ** 2)) * mean(b.map((x) => (x - mb) ** 2)));
}
const ranks = (list: readonly number[]) => list.map((one) => rankOf(list, one));

test('[DIST3] Spearman’s rho is the correlation of ranks, tau-b counts pairs that agree', () => {
  fc.assert(
    fc.property(twoLists, ([a = [], b = []]) => {
      const isFlat = [a, b].some((list) => new Set(list).size === 1);
      if (isFlat) {
        expect([spearmanRho(a, b), kendallTauB(a, b)]).toEqual([undefined, undefined]);
        return;
      }
      expect(spearmanRho(a, b)).toBeCloseTo(pearson(ranks(a), ranks(b)), 12);
      // tau-b is the correlation of the signs of all differences (Daniels 1944).
      const signs = (list: readonly number[]) => list.flatMap((x) => list.map((y) => Math.sign(x - y)));
      expect(kendallTauB(a, b)).toBeCloseTo(pearson(signs(a), signs(b)), 12);
    }),
  );
});

test('[DIST3] Kendall’s W says what the mean of rho over all pairs of raters says', () => {
  // For n raters who tell all items apart: mean rho = (n·W − 1)/(n − 1) (Kendall & Gibbons 1990, chapter 6).
  const raters = fc.integer({ min: 2, max: 5 }).chain((items) =>
    fc.array(
      fc.shuffledSubarray(
        Array.from({ length: items }, (_, at) => at),
        { minLength: items },
      ),
      {
        minLength: 2,
        maxLength: 5,
      },
    ),
  );
  fc.assert(
    fc.property(raters, (rows) => {
      const pairs = rows.flatMap((a, at) => rows.slice(at + 1).map((b) => spearmanRho(a, b)!));
      expect(kendallW(rows)).toBeCloseTo((mean(pairs) * (rows.length - 1) + 1) / rows.length, 12);
    }),
  );
});

test('[DIST2] consensus is of people: each as far from the mean as they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }), (people) => {
      const counts = [1, 2, 3, 4, 5].map((point) => people.filter((one) => one === point).length);
      const away = people.map((one) => Math.log2(1 - Math.abs(one - mean(people)) / 4));
      expect(consensus(counts)).toBeCloseTo(1 + mean(away), 12);
    }),
  );
});

type Matrix = readonly { readonly group: number; readonly answers: readonly (1 | 0 | -1 | null)[] }[];
const matrices: fc.Arbitrary<Matrix> = fc.array(
  fc.record({
    group: fc.integer({ min: 0, max: 2 }),
    answers: fc.array(fc.constantFrom(1 as const, 0 as const, -1 as const, null), { minLength: 2, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 14 },
);

test('[AGR1] [AGR2] [AGR3] agreement by group, counted answer by answer', () => {
  fc.assert(
    fc.property(matrices, (rows) => {
      for (const statement of [0, 1]) {
        const of = (people: Matrix, wanted: readonly (1 | 0 | -1)[]) =>
          people.filter(({ answers }) => wanted.some((one) => one === answers[statement])).length;
        const groups = [0, 1, 2].map((id) => rows.filter(({ group }) => group === id));
        const counts = groups.map((people) => ({
          agree: of(people, [1]),
          disagree: of(people, [-1]),
          pass: of(people, [0]),
        }));
        const share = (people: Matrix, side: 1 | -1) => (of(people, [side]) + 1) / (of(people, [1, 0, -1]) + 2);
        expect(counts.map((one) => toNumber(agreeShare(one)))).toEqual(groups.map((people) => share(people, 1)));
        expect(counts.map((one) => toNumber(disagreeShare(one)))).toEqual(groups.map((people) => share(people, -1)));
        const product = (side: 1 | -1) => groups.reduce((all, people) => all * share(people, side), 1);
        expect(toNumber(groupInformedConsensus(counts))).toBeCloseTo(product(1), 12);
        expect(toNumber(groupInformedDissent(counts))).toBeCloseTo(product(-1), 12);
        for (const [at, people] of groups.entries()) {
          const rest = groups.flatMap((one, place) => (place === at ? [] : one));
          const found = representativeness(
            counts[at]!,
            counts.filter((_, place) => place !== at),
          );
          expect(toNumber(found.ratio)).toBeCloseTo(share(people, 1) / share(rest, 1), 12);
          // The square of a two-proportion z is the chi-square of the two by two table.
          const table = [people, rest].map((some) => [of(some, [1]) + 1, of(some, [0, -1])]);
          const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
          const chi =
            b + d === 0 ? 0 : ((a + b + c + d) * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
          expect(found.differenceZ ** 2).toBeCloseTo(chi, 9);
          expect(Math.sign(Math.round(found.differenceZ * 1e9))).toBe(chi < 1e-18 ? 0 : Math.sign(a * d - b * c));
          const n = of(people, [1, 0, -1]) + 1;
          expect(found.majorityZ).toBeCloseTo(((a / n - 0.5) / 0.5) * Math.sqrt(n), 12);
          expect(majorityZ(a - 1, n - 1)).toBe(found.majorityZ);
        }
      }
    }),
  );
});

test('[WEIGHT1] weighted by group, each group that voted has one and the same share of the whole', () => {
  const people = fc.record({ a: fc.nat(9), b: fc.nat(9), c: fc.nat(9) });
  fc.assert(
    fc.property(people, (ballots) => {
      const weights = groupWeights(ballots);
      const heard = Object.entries(ballots).filter(([, count]) => count > 0);
      const whole = heard.reduce((sum, [, count]) => sum + count, 0);
      for (const [group, count] of heard)
        expect(toNumber(weightedTotal({ [group]: count }, weights))).toBeCloseTo(whole / heard.length, 12);
      expect(Object.keys(weights)).toEqual(heard.map(([group]) => group));
    }),
  );
});

describe('printed figures', () => {
  test('[DIST3] hours of television and IQ: rho is −29/165', () => {
    // Wikipedia, "Spearman's rank correlation coefficient", Example.
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearmanRho(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  test('[DIST3] the examples in the manual of SciPy', () => {
    // scipy.stats.kendalltau and scipy.stats.spearmanr, Examples.
    expect(kendallTauB([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.4714045207910316, 12);
    expect(spearmanRho([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12);
  });

  test('[DIST2] the example in the manual of R’s agrmt', () => {
    expect(consensus([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.7256876, 7);
  });

  test('[DIST1] quartiles of 1 … 9 and of 1 … 10, type 7', () => {
    // The default of R: quantile(1:9) is 3, 5, 7 in the middle, quantile(1:10) is 3.25, 5.5, 7.75.
    const once = (points: number) => new Array<number>(points).fill(1);
    expect(spread(once(9))).toMatchObject({ q1: 3, median: 5, q3: 7 });
    expect(spread(once(10))).toMatchObject({ q1: 3.25, median: 5.5, q3: 7.75 });
  });
});
