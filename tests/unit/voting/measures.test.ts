import fc from 'fast-check';
import { fraction } from '../../../server/engine/voting/fraction';
import {
  geometricMean,
  groupInformedConsensus,
  representativeness,
} from '../../../server/engine/voting/measures/agreement';
import { kendallTauB, kendallW, spearmanRho } from '../../../server/engine/voting/measures/concordance';
import { atLeast, consensus, quadrant, quantile, spread } from '../../../server/engine/voting/measures/distribution';
import { compareRounds, compareScales } from '../../../server/engine/voting/measures/rounds';
import {
  groupSplit,
  isClose,
  isLowTurnout,
  isPolarised,
  isTiedAtCut,
  lowTurnoutGroups,
  notHeard,
} from '../../../server/engine/voting/selecting/flags';
import { selectHighest } from '../../../server/engine/voting/selecting/most-supported';
import { groupWeights, weightedTotal } from '../../../server/engine/voting/selecting/weights';

const counts = (agree: number, disagree: number, pass = 0) => ({ agree, disagree, pass });

test('[AGR2] one group against outweighs a large group for; a group not heard counts one half', () => {
  expect(groupInformedConsensus([counts(3, 1), counts(0, 2)])).toEqual(fraction(1, 6));
  expect(groupInformedConsensus([counts(98, 0), counts(0, 0)])).toEqual(fraction(99, 200));
  expect(groupInformedConsensus([])).toEqual(fraction(1));
  expect(geometricMean(0.25, 2)).toBe(0.5);
  expect(geometricMean(1, 0)).toBeUndefined();
});

test('[AGR3] a group that agrees where the rest does not stands out', () => {
  const { ratio, differenceZ } = representativeness(counts(9, 1), [counts(2, 8), counts(1, 9)]);
  expect(ratio).toEqual(fraction(55, 12));
  expect(differenceZ).toBeGreaterThan(1.2816);
});

test('[FLAG1] polarised needs ten answers and a third on the smaller side', () => {
  expect(isPolarised(counts(6, 3, 1))).toBe(true);
  expect(isPolarised(counts(7, 3, 0))).toBe(false);
  expect(isPolarised(counts(5, 4, 0))).toBe(false);
  expect(isPolarised(counts(0, 0, 20))).toBe(false);
});

test('[FLAG2] group-split needs 0.4 between shares, exactly, and a difference chance would not make', () => {
  expect(groupSplit({ a: counts(9, 1), b: counts(1, 9), c: counts(5, 5) })).toEqual({ most: 'a', least: 'b' });
  // (7+1)/(8+2) − (3+1)/(8+2) is 0.4, though doubles make it a little more or less.
  expect(groupSplit({ a: counts(7, 1), b: counts(3, 5) })).toEqual({ most: 'a', least: 'b' });
  expect(groupSplit({ a: counts(6, 2), b: counts(3, 5) })).toBeUndefined();
  expect(groupSplit({ a: counts(1, 0), b: counts(0, 1) })).toBeUndefined();
  expect(groupSplit({})).toBeUndefined();
});

test('[FLAG3] close is one ballot away from another outcome; a tie is a tie', () => {
  const scores = [9, 5, 4, 1].map((n) => fraction(n));
  expect(isClose(scores, 2, fraction(1))).toBe(true);
  expect(isClose(scores, 1, fraction(1))).toBe(false);
  expect(isClose(scores, 3, fraction(3))).toBe(true);
  expect(isClose(scores, 4, fraction(9))).toBe(false);
  const tied = [9, 5, 5, 1].map((n) => fraction(n));
  expect(isClose(tied, 2, fraction(1))).toBe(false);
  expect(isTiedAtCut(selectHighest(tied, 2))).toBe(true);
});

test('[FLAG4] turnout: under half of the room, under 30 % of a group, nobody of a group; all of a small group are not few', () => {
  expect(isLowTurnout(29, 60)).toBe(true);
  expect(isLowTurnout(30, 60)).toBe(false);
  expect(isLowTurnout(0, 0)).toBe(false);
  const present = { heads: 20, women: 30, youth: 5, district: 4 };
  const ballots = { heads: 5, women: 9, youth: 4 };
  expect(lowTurnoutGroups(ballots, present)).toEqual(['heads']);
  expect(lowTurnoutGroups({ ...ballots, district: 4 }, present)).toEqual(['heads']);
  // The first rules counted heads as well.
  expect(lowTurnoutGroups(ballots, present, 5)).toEqual(['heads', 'youth']);
  expect(notHeard(ballots, ['heads', 'women', 'youth', 'district'])).toEqual(['district']);
});

test('[DIST1] quartiles of type 7 from counts are those of the list written out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
      fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
      (scale, p) => {
        const list = scale.flatMap((count, index) => new Array<number>(count).fill(index + 1));
        if (list.length === 0) return expect(quantile(scale, p)).toBeUndefined();
        const at = (list.length - 1) * p;
        const [low, high] = [list[Math.floor(at)]!, list[Math.ceil(at)]!];
        return expect(quantile(scale, p)).toBe(low + (at % 1) * (high - low));
      },
    ),
  );
});

test('[DIST1] the lower median is a point people chose', () => {
  expect(spread([0, 0, 0, 2, 2])).toEqual({ n: 4, q1: 4, median: 4.5, q3: 5, lowerMedian: 4 });
  expect(spread([0, 0, 0])).toBeUndefined();
  expect(atLeast([1, 1, 1, 3, 2], 4)).toBe(5);
});

test('[DIST2] consensus is 1 when all agree, 0 when half stand at each end', () => {
  expect(consensus([0, 7, 0, 0, 0])).toBe(1);
  expect(consensus([5, 0, 0, 0, 5])).toBe(0);
  expect(consensus([3])).toBe(1);
  expect(consensus([0, 0])).toBeUndefined();
});

test('[DIST1] quadrants have fixed borders', () => {
  const at = (point: number) => spread([1, 2, 3, 4, 5].map((here) => (here === point ? 3 : 0)))!;
  expect([quadrant(at(4), at(3)), quadrant(at(4), at(2)), quadrant(at(3), at(3)), quadrant(at(3), at(2))]).toEqual([
    'do-now',
    'prepare',
    'easy-extra',
    'set-aside',
  ]);
});

test('[DIST3] rankings: all alike 1, opposite −1, without an order no value', () => {
  expect(
    kendallW([
      [1, 2, 3],
      [10, 20, 30],
      [0, 1, 9],
    ]),
  ).toBe(1);
  expect(
    kendallW([
      [1, 2, 3],
      [3, 2, 1],
    ]),
  ).toBe(0);
  expect(kendallW([[1, 1, 1]])).toBeUndefined();
  expect(kendallTauB([1, 2, 3], [9, 5, 1])).toBe(-1);
  expect(spearmanRho([1, 2, 3], [9, 5, 1])).toBeCloseTo(-1, 12);
  expect(kendallTauB([1, 1], [1, 2])).toBeUndefined();
  expect(spearmanRho([1, 1], [1, 2])).toBeUndefined();
});

test('[ROUND1] a second round is stable at tau-b of 0.9, and says who left and who came', () => {
  const first = { scores: [9, 8, 7, 3, 2, 1], committee: [0, 1, 2] };
  expect(compareRounds(first, { scores: [8, 7, 6, 3, 2, 1], committee: [0, 1, 2] })).toEqual({
    tauB: 1,
    left: [],
    entered: [],
    stable: true,
  });
  expect(compareRounds(first, { scores: [1, 8, 7, 9, 2, 3], committee: [3, 1, 2] })).toMatchObject({
    left: [0],
    entered: [3],
    stable: false,
  });
  expect(compareRounds(first, { scores: [1, 1, 1, 1, 1, 1], committee: [0, 1, 2] })).toEqual({
    left: [],
    entered: [],
    stable: false,
  });
});

test('[ROUND2] a scale is agreed when quartiles are near and one side holds 70 %', () => {
  expect(compareScales([2, 2, 2, 2, 2], [0, 1, 1, 8, 10])).toMatchObject({ agreed: true, medianUnchanged: false });
  expect(compareScales([2, 2, 2, 2, 2], [2, 2, 2, 2, 2])).toEqual({
    agreed: false,
    medianUnchanged: true,
    consensusChange: 0,
  });
  expect(compareScales([1], [0])).toBeUndefined();
});

test('[WEIGHT1] weighted by group every group that voted counts the same, and the whole stays the whole', () => {
  const people = { heads: 10, women: 30, youth: 0 };
  const weights = groupWeights(people);
  expect(weights).toEqual({ heads: fraction(2), women: fraction(2, 3) });
  expect(weightedTotal(people, weights)).toEqual(fraction(40));
  expect(weightedTotal({ heads: 5, women: 15 }, weights)).toEqual(fraction(20));
});
