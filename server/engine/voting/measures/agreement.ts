// Agree, disagree, pass on one item, in all and by declared group: smoothed shares, group-informed consensus and what
// distinguishes a group (methods A9). Formulas of Polis (compdemocracy/polis, math/src/polismath), after Small et al. 2021.
import type { Fraction } from '../fraction';
import { fraction, multiply, ONE } from '../fraction';

export type AgreementCounts = { readonly agree: number; readonly disagree: number; readonly pass: number };

/** S: everybody who was shown the item and answered, passing included. */
export function seen({ agree, disagree, pass }: AgreementCounts): number {
  return agree + disagree + pass;
}

/** P = (A + 1)/(S + 2): Laplace's share. Nobody asked gives 1/2. */
export function agreeShare(counts: AgreementCounts): Fraction {
  return fraction(counts.agree + 1, seen(counts) + 2);
}

export function disagreeShare(counts: AgreementCounts): Fraction {
  return fraction(counts.disagree + 1, seen(counts) + 2);
}

/**
 * Π_g P_g: high only if every group agrees, whatever its size. Compare it only between items of one vote with one set of
 * groups: it falls with the number of groups, and a group that was not heard multiplies by 1/2.
 */
export function groupInformedConsensus(groups: readonly AgreementCounts[]): Fraction {
  return groups.reduce((product, counts) => multiply(product, agreeShare(counts)), ONE);
}

export function groupInformedDissent(groups: readonly AgreementCounts[]): Fraction {
  return groups.reduce((product, counts) => multiply(product, disagreeShare(counts)), ONE);
}

/** GIC^(1/G), for showing: a share again, comparable to the P of one group. Undefined without groups. */
export function geometricMean(product: number, groups: number): number | undefined {
  return groups === 0 ? undefined : product ** (1 / groups);
}

/** One-sided 90 % point of the normal distribution, the threshold Polis uses. */
export const SIGNIFICANT_Z = 1.2816;

/** z of "more than half agree": 2·√(S+1)·((A+1)/(S+1) − 1/2). */
export function majorityZ(agree: number, of: number): number {
  return 2 * Math.sqrt(of + 1) * ((agree + 1) / (of + 1) - 0.5);
}

/** z of a difference of two shares, each with one agreement added: pooled two-proportion test. 0 if everybody agrees. */
export function differenceZ(agreeHere: number, here: number, agreeThere: number, there: number): number {
  const [a, n, b, m] = [agreeHere + 1, here + 1, agreeThere + 1, there + 1];
  const pooled = (a + b) / (n + m);
  if (pooled === 1) return 0;
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

export type Representativeness = {
  /** P_g / P_rest. */
  readonly ratio: Fraction;
  /** Of the difference to the rest. */
  readonly differenceZ: number;
  /** Of a majority inside the group. */
  readonly majorityZ: number;
};

/** How much this group stands out by agreeing (or `disagree`) among all groups of the vote. */
export function representativeness(
  group: AgreementCounts,
  others: readonly AgreementCounts[],
  side: 'agree' | 'disagree' = 'agree',
): Representativeness {
  const rest = others.reduce((sum, counts) => sum + counts[side], 0);
  const restSeen = others.reduce((sum, counts) => sum + seen(counts), 0);
  return {
    ratio: multiply(fraction(group[side] + 1, seen(group) + 2), fraction(restSeen + 2, rest + 1)),
    differenceZ: differenceZ(group[side], seen(group), rest, restSeen),
    majorityZ: majorityZ(group[side], seen(group)),
  };
}
