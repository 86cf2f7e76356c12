// A second round compared with the first: may the room stop (methods A12, Delphi)?

import { countPairs, kendallTauB } from './concordance';
import { consensus, spread } from './distribution';

export type RoundComparison = {
  /** Of the two orders of items; undefined where a round tells no two items apart. */
  readonly tauB?: number;
  /** Items of the first selection that left, and new ones. */
  readonly left: readonly number[];
  readonly entered: readonly number[];
  /** The order is nearly the same: tau-b ≥ 0.9, compared without rounding. */
  readonly stable: boolean;
};

/** Scores per item in the same order in both rounds, with what each round selected. */
export function compareRounds(
  first: { readonly scores: readonly number[]; readonly committee: readonly number[] },
  second: { readonly scores: readonly number[]; readonly committee: readonly number[] },
): RoundComparison {
  const tauB = kendallTauB(first.scores, second.scores);
  const { difference, apartFirst, apartSecond } = countPairs(first.scores, second.scores);
  const stable =
    tauB !== undefined &&
    difference > 0 &&
    100n * BigInt(difference) ** 2n >= 81n * BigInt(apartFirst) * BigInt(apartSecond);
  return {
    ...(tauB === undefined ? {} : { tauB }),
    left: first.committee.filter((item) => !second.committee.includes(item)),
    entered: second.committee.filter((item) => !first.committee.includes(item)),
    stable,
  };
}

export type ScaleVerdict = {
  /** Quartiles at most one point apart, and on a side: ≥ 70 % in its two points with < 15 % in the two opposite ones. */
  readonly agreed: boolean;
  /** The median did not move. */
  readonly medianUnchanged: boolean;
  /** Change of Tastle–Wierman consensus, second − first. */
  readonly consensusChange: number;
};

/** Counts of one item on one scale of four points or more in both rounds. Undefined if a round has no answers. */
export function compareScales(first: readonly number[], second: readonly number[]): ScaleVerdict | undefined {
  const [before, after] = [spread(first), spread(second)];
  const [agreementBefore, agreementAfter] = [consensus(first), consensus(second)];
  if (before === undefined || after === undefined) return undefined;
  if (agreementBefore === undefined || agreementAfter === undefined) return undefined;
  const low = (second[0] ?? 0) + (second[1] ?? 0);
  const high = (second.at(-1) ?? 0) + (second.at(-2) ?? 0);
  const onOneSide = (side: number, other: number): boolean => 10 * side >= 7 * after.n && 20 * other < 3 * after.n;
  return {
    agreed: after.q3 - after.q1 <= 1 && (onOneSide(low, high) || onOneSide(high, low)),
    medianUnchanged: before.median === after.median,
    consensusChange: agreementAfter - agreementBefore,
  };
}
