// Priorities with a price and one budget: greedy by support per money, and Equal Shares with costs (methods A6, A15).

import type { Fraction } from '../fraction';
import { add, compare, divide, fraction, gcd, subtract, ZERO } from '../fraction';
import type { Step } from './election';
import { createGood } from './purses';
import { createSharesStage } from './shares-stage';
import { runStages } from './stage';
import { tiePlaces } from './ties';

export type BudgetElection = {
  /** Per project, 0 or more. */
  readonly costs: readonly Fraction[];
  readonly budget: Fraction;
  /** Per voter what each project is worth to them; projects left out are worth nothing. Empty ballots count as voters. */
  readonly ballots: readonly (readonly { readonly project: number; readonly utility: Fraction }[])[];
  readonly tieOrder?: readonly number[];
};

export type BudgetSelection = {
  readonly order: readonly number[];
  readonly trace: readonly Step[];
  readonly spent: Fraction;
};

/** What "worth" means: the money spent on what one approves, the number of approved projects, or the points one gave. */
export type Utility = 'cost' | 'cardinality' | 'points';

/** `points` are those on the ballot, 1 for a plain approval; 0 points are no support, whatever the utility. */
export function utilityOf(utility: Utility, cost: Fraction, points: Fraction): Fraction {
  if (points.n === 0n) return ZERO;
  return utility === 'cost' ? cost : utility === 'cardinality' ? fraction(1n) : points;
}

/**
 * Everybody gets budget/n; the project with the least q such that Σ_v min(b_v, q·u_v(c)) = cost(c) is bought, until nobody can
 * pay. Usually leaves money: complete with `greedyBudget`. Peters, Pierczyński & Skowron 2021; checked against pabutools.
 */
export function equalSharesBudget(election: BudgetElection): BudgetSelection {
  const { costs, budget, ballots, tieOrder } = election;
  const moneyScale = [...costs, budget].reduce((lcm, { d }) => (lcm / gcd(lcm, d)) * d, 1n);
  const utilityScale = ballots.flat().reduce((lcm, { utility: { d } }) => (lcm / gcd(lcm, d)) * d, 1n);
  const whole = (value: Fraction, scale: bigint): bigint => value.n * (scale / value.d);
  const worth = costs.map(() => new Map<number, bigint>());
  ballots.forEach((ballot, voter) => {
    for (const { project, utility } of ballot)
      if (utility.n > 0n) worth[project]!.set(voter, whole(utility, utilityScale));
  });
  const stage = createSharesStage(
    {
      goods: costs.map((cost, project) =>
        createGood(whole(cost, moneyScale), [...worth[project]!.keys()], (voter) => worth[project]!.get(voter)!),
      ),
      unit: fraction(utilityScale, moneyScale),
    },
    { money: ballots.map(() => whole(budget, moneyScale)), denominator: BigInt(Math.max(1, ballots.length)) },
  );
  const { order, trace } = runStages(stage, { candidates: costs.length, seats: costs.length, tieOrder });
  return { order, trace, spent: order.reduce((sum, project) => add(sum, costs[project]!), ZERO) };
}

/**
 * Projects by falling total utility per cost; those that no longer fit are skipped. With the utility `cost` this is falling
 * number of supporters, as cities count. `first`: already bought, e.g. by Equal Shares.
 */
export function greedyBudget(election: BudgetElection, first: readonly number[] = []): BudgetSelection {
  const { costs, ballots, tieOrder } = election;
  const totals = costs.map(() => ZERO);
  const supporters = costs.map((): number[] => []);
  ballots.forEach((ballot, voter) => {
    for (const { project, utility } of ballot) {
      totals[project] = add(totals[project]!, utility);
      if (utility.n > 0n) supporters[project]!.push(voter);
    }
  });
  const free = (project: number): boolean => costs[project]!.n === 0n;
  const density = totals.map((total, project) => (free(project) ? total : divide(total, costs[project]!)));
  const places = tiePlaces(costs.length, tieOrder);
  const wantedForNothing = (project: number): number => (free(project) && density[project]!.n > 0n ? 0 : 1);
  // What costs nothing and is wanted has no finite density: all such come first, equal among themselves.
  const byDensity = (a: number, b: number): number =>
    wantedForNothing(a) - wantedForNothing(b) || (wantedForNothing(a) === 0 ? 0 : compare(density[b]!, density[a]!));
  const ranked = costs
    .map((_, project) => project)
    .filter((project) => !first.includes(project))
    .sort((a, b) => byDensity(a, b) || places[a]! - places[b]!);
  let left = first.reduce((rest, project) => subtract(rest, costs[project]!), election.budget);
  const trace: Step[] = [];
  ranked.forEach((project, at) => {
    if (compare(costs[project]!, left) > 0) return;
    trace.push({
      add: project,
      price: density[project]!,
      tied: ranked
        .slice(at)
        .filter((other) => byDensity(other, project) === 0 && compare(costs[other]!, left) <= 0)
        .sort((a, b) => a - b),
      phase: 'most-supported',
      payers: supporters[project]!,
    });
    left = subtract(left, costs[project]!);
  });
  const order = [...first, ...trace.map((step) => step.add)];
  return { order, trace, spent: subtract(election.budget, left) };
}
