// Ranked ballots, against every pair looked at ballot by ballot, every path walked, and printed examples.
import fc from 'fast-check';
import {
  condorcetWinner,
  copelandScores,
  countMargins,
  type Margins,
  minimaxScores,
  type Order,
  strictBorda,
  symmetricBorda,
} from '../../../../server/engine/voting/measures/pairwise';
import { schulze } from '../../../../server/engine/voting/selecting/schulze';

type Vote = readonly [count: number, order: Order];

const elections = fc.integer({ min: 1, max: 5 }).chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    votes: fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 4 }),
        // A tier for each candidate; those of tier 3 are left out of the ballot.
        fc
          .array(fc.integer({ min: 0, max: 3 }), { minLength: candidates, maxLength: candidates })
          .map((tiers) =>
            [0, 1, 2]
              .map((tier) => tiers.flatMap((at, one) => (at === tier ? [one] : [])))
              .filter((tied) => tied.length > 0),
          ),
      ),
      { maxLength: 6 },
    ),
  }),
);
const all = (candidates: number) => Array.from({ length: candidates }, (_, one) => one);
/** How many people put a above b. */
const preferring = (votes: readonly Vote[], a: number, b: number): number =>
  votes.reduce((sum, [count, order]) => {
    const place = (one: number) => order.findIndex((tier) => tier.includes(one)) >>> 0;
    return place(a) < place(b) ? sum + count : sum;
  }, 0);

test('[RANK1] [RANK3] margins and all that follows from them, pair by pair from the ballots', () => {
  fc.assert(
    fc.property(elections, ({ candidates, votes }) => {
      const margins = countMargins(candidates, votes);
      const lead = (a: number, b: number) => preferring(votes, a, b) - preferring(votes, b, a);
      const others = (a: number) => all(candidates).filter((b) => b !== a);
      expect(margins).toEqual(all(candidates).map((a) => all(candidates).map((b) => lead(a, b))));
      const beatsAll = all(candidates).filter((a) => others(a).every((b) => lead(a, b) > 0));
      expect(condorcetWinner(margins)).toBe(beatsAll[0]);
      expect(beatsAll.length).toBeLessThan(2);
      expect(copelandScores(margins)).toEqual(
        all(candidates).map(
          (a) => others(a).filter((b) => lead(a, b) > 0).length - others(a).filter((b) => lead(a, b) < 0).length,
        ),
      );
      expect(minimaxScores(margins)).toEqual(
        all(candidates).map((a) => 0 - Math.max(0, ...others(a).map((b) => lead(b, a)))),
      );
      expect(symmetricBorda(margins)).toEqual(
        all(candidates).map((a) =>
          others(a).reduce((sum, b) => sum + preferring(votes, a, b) - preferring(votes, b, a), 0),
        ),
      );
    }),
  );
});

test('[RANK1] Borda: whoever stands first of m gets m − 1, the last nothing', () => {
  const ballots = fc.array(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(ballots, (orders) => {
      const votes = orders.map((order): Vote => [1, order.map((one) => [one])]);
      const points = all(4).map((one) => orders.reduce((sum, order) => sum + 3 - order.indexOf(one), 0));
      expect(strictBorda(4, votes)).toEqual(points);
    }),
  );
});

/** The strongest of all paths that visit nobody twice; 0 where there is none. */
function strongestPath(margins: Margins, from: number, to: number): number {
  const walk = (at: number, seen: readonly number[], weakest: number): number => {
    if (at === to) return weakest;
    return Math.max(
      0,
      ...all(margins.length)
        .filter((next) => !seen.includes(next) && margins[at]![next]! > 0)
        .map((next) => walk(next, [...seen, next], Math.min(weakest, margins[at]![next]!))),
    );
  };
  return walk(from, [from], Number.POSITIVE_INFINITY);
}

test('[RANK2] Schulze: whose strongest path there is stronger than the one back', () => {
  fc.assert(
    fc.property(elections, ({ candidates, votes }) => {
      const margins = countMargins(candidates, votes);
      const isAhead = (a: number, b: number) => a !== b && strongestPath(margins, a, b) > strongestPath(margins, b, a);
      const { defeats, winners } = schulze(margins);
      expect(defeats).toEqual(
        all(candidates).flatMap((a) =>
          all(candidates)
            .filter((b) => isAhead(a, b))
            .map((b) => [a, b]),
        ),
      );
      expect(winners).toEqual(all(candidates).filter((a) => !all(candidates).some((b) => isAhead(b, a))));
    }),
  );
});

/** "acb" as tiers of places in the alphabet. */
const vote = (count: number, letters: string): Vote => [count, [...letters].map((one) => [one.charCodeAt(0) - 97])];

test('[RANK2] the second example of Schulze’s paper: 30 voters rank d, a, c, b', () => {
  // M. Schulze, The Schulze Method of Voting (arXiv:1804.02973), example 2.
  const { winners, defeats } = schulze(
    countMargins(4, [
      vote(5, 'acbd'),
      vote(2, 'acdb'),
      vote(3, 'adcb'),
      vote(4, 'bacd'),
      vote(3, 'cbda'),
      vote(3, 'cdba'),
      vote(1, 'dacb'),
      vote(5, 'dbac'),
      vote(4, 'dcba'),
    ]),
  );
  expect(winners).toEqual([3]);
  const wins = all(4).map((one) => defeats.filter(([winner]) => winner === one).length);
  expect(wins).toEqual([2, 0, 1, 3]);
});
