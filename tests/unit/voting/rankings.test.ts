import fc from 'fast-check';
import {
  condorcetWinner,
  copelandScores,
  countMargins,
  highest,
  minimaxScores,
  type Order,
  strictBorda,
  symmetricBorda,
} from '../../../server/engine/voting/measures/pairwise';
import { schulze } from '../../../server/engine/voting/selecting/schulze';

/** "ACB" as tiers of places in the alphabet. */
function order(letters: string): Order {
  return [...letters].map((letter) => [letter.charCodeAt(0) - 65]);
}

test('[RANK1] Tennessee: Memphis has most first places, Nashville beats every other city', () => {
  // 0 Memphis, 1 Nashville, 2 Chattanooga, 3 Knoxville; per cent of voters.
  const orders = [
    [42, order('ABCD')],
    [26, order('BCDA')],
    [15, order('CDBA')],
    [17, order('DCBA')],
  ] as const;
  const margins = countMargins(4, orders);
  expect(condorcetWinner(margins)).toBe(1);
  expect(strictBorda(4, orders)).toEqual([126, 194, 173, 107]);
  expect(symmetricBorda(margins)).toEqual([-48, 88, 46, -86]);
  expect(copelandScores(margins)).toEqual([-3, 3, 1, -1]);
  expect(minimaxScores(margins)).toEqual([-16, 0, -36, -66]);
  expect(schulze(margins).winners).toEqual([1]);
});

test('[RANK2] Schulze’s example of 45 voters: a cycle, settled as E > A > C > B > D', () => {
  const margins = countMargins(5, [
    [5, order('ACBED')],
    [5, order('ADECB')],
    [8, order('BEDAC')],
    [3, order('CABED')],
    [7, order('CAEBD')],
    [2, order('CBADE')],
    [7, order('DCEBA')],
    [8, order('EBADC')],
  ]);
  expect(condorcetWinner(margins)).toBeUndefined();
  const { defeats, winners } = schulze(margins);
  expect(winners).toEqual([4]);
  const wins = [0, 1, 2, 3, 4].map((a) => defeats.filter(([winner]) => winner === a).length);
  expect(wins).toEqual([3, 1, 2, 0, 4]);
});

test('[RANK3] what a ballot leaves out stands together below what it names', () => {
  const partial = countMargins(4, [[1, [[2], [0]]]]);
  expect(partial).toEqual(countMargins(4, [[1, [[2], [0], [1, 3]]]]));
  expect(symmetricBorda(partial)).toEqual([1, -2, 3, -2]);
  expect(strictBorda(4, [[1, [[2], [0]]]])).toBeUndefined();
});

const ballots = fc.integer({ min: 1, max: 6 }).chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    orders: fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 5 }),
        fc
          .array(fc.integer({ min: 0, max: 3 }), { minLength: candidates, maxLength: candidates })
          .map((tiers) =>
            [0, 1, 2, 3].map((tier) => tiers.flatMap((at, candidate) => (at === tier ? [candidate] : []))),
          ),
      ),
    ),
  }),
);

test('[RANK1] a Condorcet winner wins by Copeland, minimax and Schulze, alone', () => {
  fc.assert(
    fc.property(ballots, ({ candidates, orders }) => {
      const margins = countMargins(candidates, orders);
      const winner = condorcetWinner(margins);
      fc.pre(winner !== undefined);
      expect(highest(copelandScores(margins))).toEqual([winner]);
      expect(highest(minimaxScores(margins))).toEqual([winner]);
      expect(schulze(margins).winners).toEqual([winner]);
    }),
  );
});

test('[RANK2] Schulze’s defeats form a ranking: no cycle, transitive, never without a winner', () => {
  fc.assert(
    fc.property(ballots, ({ candidates, orders }) => {
      const { defeats, winners } = schulze(countMargins(candidates, orders));
      const beats = new Set(defeats.map(([a, b]) => `${a}>${b}`));
      for (const [a, b] of defeats) {
        expect(beats.has(`${b}>${a}`)).toBe(false);
        for (const [c, d] of defeats) if (b === c) expect(beats.has(`${a}>${d}`)).toBe(true);
      }
      expect(winners.length).toBeGreaterThan(0);
    }),
  );
});

test('[RANK1] on complete ballots without ties both Bordas order alike', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ABCD', 'BDCA', 'DACB', 'CBDA', 'ADBC')), (lists) => {
      const orders = lists.map((letters) => [1, order(letters)] as const);
      const symmetric = symmetricBorda(countMargins(4, orders));
      expect(strictBorda(4, orders)!.map((points) => 2 * points - 3 * lists.length)).toEqual(symmetric);
    }),
  );
});
