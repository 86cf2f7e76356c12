// Sequential Phragmén (methods A7): everybody's load grows only as much as fairness among the payers needs. Gives a
// proportional ranking: the list for k+1 extends the list for k.
import type { ApprovalElection, Prepared, Selection } from './election';
import { prepare } from './election';
import type { Fraction } from './fraction';
import { fraction, gcd } from './fraction';
import type { Stage } from './stage';
import { leastPriced, runStages } from './stage';

/**
 * s_c = (1 + Σ_{v ∈ N_c} w_v x_v) / Σ_{v ∈ N_c} w_v; the least s_c is taken and becomes the load x_v of its supporters.
 * Lackner & Skowron 2023; ties and candidates without supporters as in abcvoting: the latter only when nothing else is left.
 */
export function sequentialPhragmen(election: ApprovalElection): Selection {
  return runStages(createPhragmen(prepare(election)), election);
}

/** Fractions would each carry their own denominator; here all loads share one, so a sum is a sum of whole numbers. */
type Loads = {
  /** w_v x_v times `denominator`. */
  readonly weighted: readonly bigint[];
  readonly denominator: bigint;
};

/** `start`: loads left by an earlier phase (Equal Shares leaves −b_v), with the candidates it took. */
export function createPhragmen(
  prepared: Prepared,
  start: Loads & { readonly taken: ReadonlySet<number> } = {
    weighted: prepared.weights.map(() => 0n),
    denominator: 1n,
    taken: new Set(),
  },
): Stage {
  const { supporters } = prepared;
  const support = supporters.map((voters) => voters.reduce((sum, voter) => sum + prepared.weights[voter]!, 0n));
  const left = supporters.map((_, candidate) => candidate).filter((candidate) => !start.taken.has(candidate));
  return phragmenStage(
    prepared,
    support,
    { weighted: start.weighted, denominator: start.denominator },
    // Prices are positive, so 0 is a bound that holds before the first look.
    new Map(left.filter((candidate) => support[candidate]! > 0n).map((candidate) => [candidate, fraction(0n)])),
    new Set(left.filter((candidate) => support[candidate] === 0n)),
  );
}

function phragmenStage(
  prepared: Prepared,
  support: readonly bigint[],
  start: Loads,
  known: Map<number, Fraction>,
  unsupported: Set<number>,
): Stage {
  const { supporters, weights, scale } = prepared;
  let { weighted, denominator } = start;

  /** Before `scale`: in units of the whole-number weights. Not in lowest terms. */
  function load(candidate: number): Fraction {
    let sum = denominator;
    for (const voter of supporters[candidate]!) sum += weighted[voter]!;
    return { n: sum, d: denominator * support[candidate]! };
  }

  return {
    cheapest() {
      const least = leastPriced(known, load);
      if (least !== undefined)
        return { price: fraction(least.price.n * scale, least.price.d), tied: least.tied, phase: 'phragmen' };
      if (unsupported.size === 0) return undefined;
      return { tied: [...unsupported].sort((a, b) => a - b), phase: 'unsupported' };
    },
    take(candidate) {
      if (unsupported.delete(candidate)) return [];
      const { n } = load(candidate);
      known.delete(candidate);
      const common = gcd(n, support[candidate]!);
      const [top, growth] = [n / common, support[candidate]! / common];
      const next = growth === 1n ? [...weighted] : weighted.map((value) => value * growth);
      const payers: number[] = [];
      for (const voter of supporters[candidate]!) {
        const after = weights[voter]! * top;
        if (after > next[voter]!) payers.push(voter);
        next[voter] = after;
      }
      weighted = next;
      denominator *= growth;
      return payers;
    },
    fork: () => phragmenStage(prepared, support, { weighted, denominator }, new Map(known), new Set(unsupported)),
    key() {
      const common = weighted.reduce((sum, value) => gcd(sum, value), denominator);
      const left = [...known.keys(), ...unsupported].sort((a, b) => a - b);
      return `phragmen ${left.join()} ${denominator / common} ${weighted.map((value) => value / common).join()}`;
    },
  };
}
