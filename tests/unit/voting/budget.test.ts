import fc from 'fast-check';
import { compare, fraction, ONE, toText } from '../../../server/engine/voting/fraction';
import type { BudgetElection } from '../../../server/engine/voting/selecting/budget';
import { equalSharesBudget, greedyBudget, utilityOf } from '../../../server/engine/voting/selecting/budget';
import { equalShares } from '../../../server/engine/voting/selecting/equal-shares';

const one = (project: number) => ({ project, utility: ONE });

test('[BUD1] greedy buys the most supported first and skips what no longer fits', () => {
  const costs = [8, 5, 3].map((cost) => fraction(cost));
  const votes = [[0], [0], [0], [1], [1], [2]];
  const ballots = votes.map((ballot) =>
    ballot.map((project) => ({ project, utility: utilityOf('cost', costs[project]!, ONE) })),
  );
  const { order, spent } = greedyBudget({ costs, budget: fraction(11), ballots });
  expect(order).toEqual([0, 2]);
  expect(spent).toEqual(fraction(11));
});

test('[BUD1] Equal Shares with prices: a third of the people can buy for a third of the money', () => {
  const costs = [6, 3, 3].map((cost) => fraction(cost));
  const ballots = [[one(0)], [one(0)], [one(0)], [one(0)], [one(1), one(2)], [one(1), one(2)]];
  const { order, trace } = equalSharesBudget({ costs, budget: fraction(9), ballots });
  expect(order).toEqual([0, 1]);
  expect(trace.map(({ price }) => toText(price!))).toEqual(['3/2', '3/2']);
});

test('[BUD1] points of nothing are no support, whatever worth means', () => {
  for (const utility of ['cost', 'cardinality', 'points'] as const)
    expect(utilityOf(utility, fraction(7), fraction(0))).toEqual(fraction(0));
});

const elections: fc.Arbitrary<BudgetElection> = fc.integer({ min: 1, max: 5 }).chain((projects) =>
  fc.record({
    costs: fc.array(
      fc.integer({ min: 0, max: 20 }).map((n) => fraction(n, 4)),
      { minLength: projects, maxLength: projects },
    ),
    budget: fc.integer({ min: 0, max: 12 }).map((n) => fraction(n)),
    ballots: fc.array(
      fc
        .uniqueArray(fc.integer({ min: 0, max: projects - 1 }))
        .map((ballot) => ballot.map((project) => ({ project, utility: fraction(project + 1, 2) }))),
      { maxLength: 8 },
    ),
  }),
);

test('[BUD2] neither rule, nor one completing the other, spends more than there is', () => {
  fc.assert(
    fc.property(elections, (election) => {
      const shares = equalSharesBudget(election);
      const completed = greedyBudget(election, shares.order);
      for (const { spent } of [shares, greedyBudget(election), completed])
        expect(compare(spent, election.budget)).toBeLessThanOrEqual(0);
      expect(completed.order.slice(0, shares.order.length)).toEqual(shares.order);
    }),
  );
});

test('[BUD2] with every price 1 and a budget of k it is Equal Shares with unit cost', () => {
  const ballots = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(ballots, fc.integer({ min: 1, max: 5 }), (lists, seats) => {
      const priced = equalSharesBudget({
        costs: [ONE, ONE, ONE, ONE, ONE],
        budget: fraction(seats),
        ballots: lists.map((list) => list.map(one)),
      });
      const plain = equalShares({ candidates: 5, seats, ballots: lists }, 'none');
      expect(priced.order).toEqual(plain.order);
      expect(priced.trace).toEqual(plain.trace);
    }),
  );
});
