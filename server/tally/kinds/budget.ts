// Priorities with a price. Ballots are lists of ids, or of [id, points].
import * as z from 'zod';
import { type Fraction, fraction, toText } from '../../engine/voting/fraction';
import type { BudgetElection } from '../../engine/voting/selecting/budget';
import { equalSharesBudget, greedyBudget, utilityOf } from '../../engine/voting/selecting/budget';
import {
  CaseError,
  defineCase,
  exact,
  exactOut,
  MAX_CANDIDATES,
  MAX_VOTERS,
  MAX_WORK,
  requireCommonDenominator,
} from '../case';
import { optionId } from './dots';

const row = z.union([optionId, z.tuple([optionId, exact])]);

const schema = z.object({
  projects: z.array(z.object({ id: optionId, cost: exact })).max(MAX_CANDIDATES),
  budget: exact,
  ballots: z.array(z.array(row)).max(MAX_VOTERS),
  rule: z.enum(['equal-shares', 'greedy']),
  utility: z.enum(['cost', 'cardinality', 'points']),
});

const PLAIN = fraction(1n);

/** By number if all ids are numbers: for reading. Ties are broken by the ids as texts, as pabutools does ("10" before "2"). */
function sortIds(ids: readonly (string | number)[]): readonly (string | number)[] {
  const numeric = ids.every((id) => /^\d+$/.test(String(id)));
  return [...ids].sort((a, b) => (numeric ? Number(a) - Number(b) : 0) || byText(String(a), String(b)));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const budgetCase = defineCase(schema, ({ projects, budget, ballots, rule, utility }) => {
  const places = new Map(projects.map(({ id }, place) => [String(id), place]));
  if (places.size !== projects.length) throw new CaseError('projects: an id twice');
  const costs = projects.map(({ cost }) => cost);
  requireCommonDenominator([...costs, budget], 'projects');
  const utilities = ballots.map((ballot, voter) => {
    const seen = new Set<number>();
    return ballot.map((entry) => {
      const [id, points]: readonly [string | number, Fraction] = Array.isArray(entry) ? entry : [entry, PLAIN];
      const project = places.get(String(id));
      if (project === undefined) throw new CaseError(`ballots.${voter}: no project ${JSON.stringify(id)}`);
      if (seen.has(project)) throw new CaseError(`ballots.${voter}: ${JSON.stringify(id)} twice`);
      seen.add(project);
      return { project, utility: utilityOf(utility, costs[project]!, points) };
    });
  });
  const support = utilities.flat();
  const bits = requireCommonDenominator(
    support.map((entry) => entry.utility),
    'ballots',
  );
  if (support.length * projects.length * bits > MAX_WORK)
    throw new CaseError('too large: projects × choices × bits of the points is above 20,000,000,000');
  const tieOrder = projects
    .map((_, place) => place)
    .sort((a, b) => byText(String(projects[a]!.id), String(projects[b]!.id)));
  const election: BudgetElection = { costs, budget, ballots: utilities, tieOrder };
  const chosen = rule === 'greedy' ? greedyBudget(election) : equalSharesBudget(election);
  const ids = (order: readonly number[]) => order.map((place) => projects[place]!.id);
  return {
    selection: sortIds(ids(chosen.order)),
    order: ids(chosen.order),
    trace: chosen.trace.map(({ add, price, tied }) => ({
      add: projects[add]!.id,
      ...(price === undefined ? {} : { price: toText(price) }),
      tied: ids(tied),
    })),
    spent: exactOut(chosen.spent),
    // Equal Shares usually leaves money; what the greedy rule would add with it.
    ...(rule === 'equal-shares'
      ? { completed_by_greedy: sortIds(ids(greedyBudget(election, chosen.order).order)) }
      : {}),
  };
});
