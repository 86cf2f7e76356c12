// Sequential Phragmén (methods A7): everybody's load grows only as much as fairness among the payers needs. Gives a
// proportional ranking: the list for k+1 extends the list for k.

import type { Fraction } from '../fraction';
import { fraction, toText, ZERO } from '../fraction';
import type { ApprovalElection, Prepared, Selection } from './election';
import { prepare } from './election';
import type { Loads } from './loads';
import { eachLoad, ownLoads, raise, weightedSum, zeroLoads } from './loads';
import type { Stage } from './stage';
import { leastPriced, runStages } from './stage';

/**
 * s_c = (1 + Σ_{v ∈ N_c} w_v x_v) / Σ_{v ∈ N_c} w_v; the least s_c is taken and becomes the load x_v of its supporters.
 * Lackner & Skowron 2023; ties and candidates without supporters as in abcvoting: the latter only when nothing else is left.
 */
export function sequentialPhragmen(election: ApprovalElection): Selection {
  return runStages(createPhragmen(prepare(election)), election);
}

/** Loads left by Equal Shares, −b_v, with the candidates it took. */
export type StartLoads = {
  /** w_v x_v times `denominator`. */
  readonly weighted: readonly bigint[];
  readonly denominator: bigint;
  readonly taken: ReadonlySet<number>;
};

export function createPhragmen(prepared: Prepared, start?: StartLoads): Stage {
  const { supporters, weights } = prepared;
  const support = supporters.map((voters) => voters.reduce((sum, voter) => sum + weights[voter]!, 0n));
  const left = supporters.map((_, candidate) => candidate).filter((candidate) => !start?.taken.has(candidate));
  return phragmenStage(
    { ...prepared, support },
    start === undefined ? zeroLoads(weights.length) : ownLoads(start),
    // Prices are positive, so 0 is a bound that holds before the first look.
    new Map(left.filter((candidate) => support[candidate]! > 0n).map((candidate) => [candidate, ZERO])),
    new Set(left.filter((candidate) => support[candidate] === 0n)),
  );
}

function phragmenStage(
  election: Prepared & { readonly support: readonly bigint[] },
  start: Loads,
  known: Map<number, Fraction>,
  unsupported: Set<number>,
): Stage {
  const { supporters, weights, scale, support } = election;
  let loads = start;

  /** Before `scale`: in units of the whole-number weights. Not in lowest terms. */
  function load(candidate: number): Fraction {
    const sum = loads.denominator + weightedSum(loads, supporters[candidate]!, weights);
    return { n: sum, d: loads.denominator * support[candidate]! };
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
      const raised = raise(loads, supporters[candidate]!, weights, load(candidate));
      known.delete(candidate);
      loads = raised.loads;
      return raised.payers;
    },
    fork: () => phragmenStage(election, loads, new Map(known), new Set(unsupported)),
    key() {
      const left = [...known.keys(), ...unsupported].sort((a, b) => a - b);
      return `phragmen ${left.join()} ${eachLoad(loads, weights).map(toText).join()}`;
    },
  };
}
