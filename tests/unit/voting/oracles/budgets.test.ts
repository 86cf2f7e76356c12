// Priorities with prices and one budget, against the definitions tried out on small elections and an example worked by hand.
import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  subtract,
  toText,
  ZERO,
} from '../../../../server/engine/voting/fraction';
import {
  type BudgetElection,
  equalSharesBudget,
  greedyBudget,
} from '../../../../server/engine/voting/selecting/budget';
import { plainShares } from './plain-shares';

const elections: fc.Arbitrary<BudgetElection> = fc.integer({ min: 1, max: 4 }).chain((projects) =>
  fc.record({
    costs: fc.array(
      fc.integer({ min: 1, max: 12 }).map((n) => fraction(n, 2)),
      { minLength: projects, maxLength: projects },
    ),
    budget: fc.integer({ min: 1, max: 12 }).map((n) => fraction(n)),
    ballots: fc.array(
      fc
        .array(fc.tuple(fc.integer({ min: 0, max: projects - 1 }), fc.integer({ min: 0, max: 3 })), { maxLength: 4 })
        .map((rows) => [...new Map(rows)].map(([project, points]) => ({ project, utility: fraction(points) }))),
      { minLength: 1, maxLength: 5 },
    ),
  }),
);
const worthOf = ({ ballots }: BudgetElection, project: number): readonly Fraction[] =>
  ballots.map((ballot) => ballot.find((row) => row.project === project)?.utility ?? ZERO);
const sum = (values: readonly Fraction[]): Fraction => values.reduce(add, ZERO);

test('[BUD1] Equal Shares with prices by its definition: same purchases, prices per unit of worth, and ties', () => {
  fc.assert(
    fc.property(elections, (election) => {
      const { costs, budget, ballots } = election;
      const goods = costs.map((cost, project) => ({ cost, worth: worthOf(election, project) }));
      const { steps } = plainShares(
        goods,
        ballots.map(() => divide(budget, fraction(ballots.length))),
      );
      const { trace, spent } = equalSharesBudget(election);
      expect(trace.map(({ add: bought, price, tied }) => [bought, toText(price!), tied])).toEqual(
        steps.map(({ add: bought, price, tied }) => [bought, toText(price), tied]),
      );
      expect(spent).toEqual(sum(steps.map((step) => costs[step.add]!)));
    }),
  );
});

test('[BUD1] greedy: of what still fits the one with the most worth per money, again and again', () => {
  fc.assert(
    fc.property(elections, (election) => {
      const { costs, budget } = election;
      const density = costs.map((cost, project) => divide(sum(worthOf(election, project)), cost));
      const bought: number[] = [];
      let left = budget;
      for (;;) {
        const fitting = costs.flatMap((cost, project) =>
          bought.includes(project) || compare(cost, left) > 0 ? [] : [project],
        );
        if (fitting.length === 0) break;
        const next = fitting.reduce((a, b) => (compare(density[b]!, density[a]!) > 0 ? b : a));
        bought.push(next);
        left = subtract(left, costs[next]!);
      }
      const { order, spent } = greedyBudget(election);
      expect(order).toEqual(bought);
      expect(spent).toEqual(subtract(budget, left));
    }),
  );
});

test('[BUD1] by hand: three groups, and who has paid has less left for the next', () => {
  // 6 people with 10 each. A costs 30 and is wanted by 1–4, B costs 20 and is wanted by 3–5, C costs 10 and is wanted by 6; the
  // worth of a project is its cost. A: 30/(4·30) = 1/4, B: 1/3, C: 1. After A the first four have 2½ left: B is 5 + 10 of 20.
  const worth = (costs: readonly number[]) => (project: number) => ({ project, utility: fraction(costs[project]!) });
  const costs = [30, 20, 10];
  const ballots = [[0], [0], [0, 1], [0, 1], [1], [2]].map((ballot) => ballot.map(worth(costs)));
  const election = { costs: costs.map((cost) => fraction(cost)), budget: fraction(60), ballots };
  const shares = equalSharesBudget(election);
  expect(shares.trace.map(({ add: bought, price }) => [bought, toText(price!)])).toEqual([
    [0, '1/4'],
    [2, '1'],
  ]);
  // What the shares leave over buys B: 30 + 10 + 20 is all there is.
  expect(greedyBudget(election, shares.order).order).toEqual([0, 2, 1]);
});
