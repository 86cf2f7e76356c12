// How alike rankings are (methods A12): Kendall's W over many raters, tau-b and Spearman's rho between two lists.
import { fraction, toNumber } from '../fraction';

/** Ranks from the smallest value, equals sharing the mean of their places; doubled, to stay whole. */
function doubledRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    // Places from+1 … to have the mean (from + 1 + to) / 2.
    for (let place = from; place < to; place++) ranks[order[place]!] = from + 1 + to;
    from = to;
  }
  return ranks;
}

/** Sizes of the sets of equal values. */
function tieSizes(values: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

/**
 * W = (12·ΣR_i² − 3n²m(m+1)²) / (n²m(m²−1) − n·ΣT_v), T_v = Σ(t³ − t) over ties: 1 if all raters rank alike, near 0 if they
 * have nothing in common. Kendall & Smith 1939, with tie correction (Siegel & Castellan). One row per rater, complete.
 * Undefined where nobody tells any two items apart.
 */
export function kendallW(raters: readonly (readonly number[])[]): number | undefined {
  const [n, m] = [BigInt(raters.length), BigInt(raters[0]?.length ?? 0)];
  const sums = new Array<number>(Number(m)).fill(0);
  let ties = 0n;
  for (const row of raters) {
    doubledRanks(row).forEach((rank, item) => {
      sums[item]! += rank;
    });
    for (const size of tieSizes(row)) ties += BigInt(size) ** 3n - BigInt(size);
  }
  // 12·ΣR² = 3·Σ(2R)².
  const above = 3n * sums.reduce((sum, rank) => sum + BigInt(rank) ** 2n, 0n) - 3n * n * n * m * (m + 1n) ** 2n;
  const below = n * n * m * (m * m - 1n) - n * ties;
  return below === 0n ? undefined : toNumber(fraction(above, below));
}

export type PairCounts = {
  /** Pairs in the same order in both lists − pairs in opposite order. */
  readonly difference: number;
  /** Pairs that the first list tells apart, and the second. */
  readonly apartFirst: number;
  readonly apartSecond: number;
};

/** O(n²). Throws a RangeError for lists of different lengths. */
export function countPairs(first: readonly number[], second: readonly number[]): PairCounts {
  if (first.length !== second.length) throw new RangeError('Two lists of one length');
  let [difference, apartFirst, apartSecond] = [0, 0, 0];
  for (let i = 1; i < first.length; i++) {
    for (let j = 0; j < i; j++) {
      const a = Math.sign(first[i]! - first[j]!);
      const b = Math.sign(second[i]! - second[j]!);
      difference += a * b;
      if (a !== 0) apartFirst++;
      if (b !== 0) apartSecond++;
    }
  }
  return { difference, apartFirst, apartSecond };
}

/** (concordant − discordant) / √(pairs untied in a · pairs untied in b). Kendall 1945. Undefined if a list is all ties. */
export function kendallTauB(first: readonly number[], second: readonly number[]): number | undefined {
  const { difference, apartFirst, apartSecond } = countPairs(first, second);
  if (apartFirst === 0 || apartSecond === 0) return undefined;
  return difference / Math.sqrt(apartFirst * apartSecond);
}

/** Pearson's correlation of mean ranks. Undefined if a list is all ties. Throws a RangeError for different lengths. */
export function spearmanRho(first: readonly number[], second: readonly number[]): number | undefined {
  if (first.length !== second.length) throw new RangeError('Two lists of one length');
  const middle = first.length + 1;
  const [a, b] = [doubledRanks(first), doubledRanks(second)];
  const product = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, value, at) => sum + (value - middle) * (y[at]! - middle), 0);
  const below = Math.sqrt(product(a, a)) * Math.sqrt(product(b, b));
  return below === 0 ? undefined : product(a, b) / below;
}
