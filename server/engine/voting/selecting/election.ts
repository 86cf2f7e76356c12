// What the selection rules read and what they answer. Candidates and voters are numbered from 0, so that a rule knows
// nothing of ids, names or rooms.
import type { Fraction } from '../fraction';
import { gcd } from '../fraction';

export type ApprovalElection = {
  readonly candidates: number;
  /** How many to select, at most `candidates`. */
  readonly seats: number;
  /** Per voter the approved candidates, each once, in any order. */
  readonly ballots: readonly (readonly number[])[];
  /** Per voter, 0 or more; 1 each if left out. Somebody with weight 0 counts for nothing. */
  readonly weights?: readonly Fraction[];
  /** Every candidate once, the preferred of equals first (`tieOrder` of ties.ts). By number if left out. */
  readonly tieOrder?: readonly number[];
};

export type Step = {
  readonly add: number;
  /**
   * The exact figure that decided: votes or shares of votes (most supported), the most anybody pays per unit of weight
   * (Equal Shares), the load of those who pay (Phragmén). Undefined where nobody wants what is left.
   */
  readonly price?: Fraction;
  /** Everybody who could have been taken here at the same price, by number. */
  readonly tied: readonly number[];
  readonly phase: 'most-supported' | 'equal-shares' | 'phragmen' | 'unsupported';
  /** Voters whose votes, money or load this step used, by number. */
  readonly payers: readonly number[];
};

export type Selection = {
  /** By number. */
  readonly committee: readonly number[];
  /** In order of selection. */
  readonly order: readonly number[];
  readonly trace: readonly Step[];
  /** The candidates equal at the last place, if more of them than places; else empty. */
  readonly tiedAtCut: readonly number[];
};

/** An election with weights as whole numbers; prices found with them are multiplied by `scale`. */
export type Prepared = {
  readonly weights: readonly bigint[];
  readonly totalWeight: bigint;
  readonly scale: bigint;
  /** Per candidate the voters approving it, without those of weight 0. */
  readonly supporters: readonly (readonly number[])[];
};

/** Throws a RangeError for what no caller may pass: it would elect silently something else. */
export function prepare({ candidates, seats, ballots, weights }: ApprovalElection): Prepared {
  if (!Number.isSafeInteger(seats) || seats < 0 || seats > candidates)
    throw new RangeError('More seats than candidates');
  if (weights !== undefined && weights.length !== ballots.length) throw new RangeError('One weight per ballot');
  const scale = (weights ?? []).reduce((lcm, { d }) => (lcm / gcd(lcm, d)) * d, 1n);
  const whole = ballots.map((_, voter) => {
    const weight = weights?.[voter];
    return weight === undefined ? 1n : weight.n * (scale / weight.d);
  });
  const supporters = Array.from({ length: candidates }, (): number[] => []);
  ballots.forEach((ballot, voter) => {
    const weight = whole[voter]!;
    if (weight < 0n) throw new RangeError('A weight below 0');
    for (const candidate of ballot) {
      const list = supporters[candidate];
      if (list === undefined) throw new RangeError('A ballot names no candidate');
      if (weight > 0n && list.at(-1) !== voter) list.push(voter);
    }
  });
  return { weights: whole, totalWeight: whole.reduce((sum, weight) => sum + weight, 0n), scale, supporters };
}
