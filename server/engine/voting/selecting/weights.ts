// Weights by group: every group counts the same whatever its size. Never silent: callers show both totals (methods A15).
import type { GroupId } from '../../vocabulary';
import type { Fraction } from '../fraction';
import { add, fraction, multiply, ZERO } from '../fraction';

/**
 * w_g = n/(G·n_g) over the G groups with somebody in them: weights sum to n, so weighted totals stay comparable to counts.
 * Groups with nobody get no weight.
 */
export function groupWeights(people: Readonly<Record<GroupId, number>>): Readonly<Record<GroupId, Fraction>> {
  const heard = Object.entries(people).filter(([, count]) => count > 0);
  const everybody = heard.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries(heard.map(([group, count]) => [group, fraction(everybody, heard.length * count)]));
}

/** Σ_g w_g · figure_g. A figure of a group without a weight counts for nothing. */
export function weightedTotal(
  figures: Readonly<Record<GroupId, number>>,
  weights: Readonly<Record<GroupId, Fraction>>,
): Fraction {
  return Object.entries(figures).reduce((sum, [group, figure]) => {
    const weight = weights[group];
    return weight === undefined ? sum : add(sum, multiply(weight, fraction(figure)));
  }, ZERO);
}
