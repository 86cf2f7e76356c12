// One question on an ordinal scale (methods A10, A12): medians and quartiles from counts, the quadrant of two medians, and
// how much people agree. Counts stand for scale points 1 … m.

function people(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The scale point of the person at `place` (from 0) when all stand in order. */
function pointAt(counts: readonly number[], place: number): number {
  let passed = 0;
  for (const [index, count] of counts.entries()) {
    passed += count;
    if (passed > place) return index + 1;
  }
  return counts.length;
}

/** Type 7 of Hyndman & Fan 1996 (default of R and numpy): between neighbours in proportion. Undefined without answers. */
export function quantile(counts: readonly number[], p: number): number | undefined {
  const n = people(counts);
  if (n === 0) return undefined;
  const at = (n - 1) * p;
  const [low, high] = [pointAt(counts, Math.floor(at)), pointAt(counts, Math.ceil(at))];
  return low + (at - Math.floor(at)) * (high - low);
}

export type Spread = {
  readonly n: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** A scale point people can choose, where `median` may fall between two: for comparisons and cuts. */
  readonly lowerMedian: number;
};

/** Undefined without answers. */
export function spread(counts: readonly number[]): Spread | undefined {
  const n = people(counts);
  const [q1, median, q3] = [quantile(counts, 0.25), quantile(counts, 0.5), quantile(counts, 0.75)];
  if (q1 === undefined || median === undefined || q3 === undefined) return undefined;
  return { n, q1, median, q3, lowerMedian: pointAt(counts, Math.floor((n - 1) / 2)) };
}

/**
 * Cns = 1 + Σ_i p_i·log2(1 − |i − mean| / (m − 1)): 1 if all agree, 0 if half stand at each end. Tastle & Wierman 2007, as
 * published in R's agrmt. Undefined without answers; a scale of one point is full agreement.
 */
export function consensus(counts: readonly number[]): number | undefined {
  const n = people(counts);
  if (n === 0) return undefined;
  const width = counts.length - 1;
  if (width === 0) return 1;
  const mean = counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / n;
  return counts.reduce((sum, count, index) => {
    if (count === 0) return sum;
    return sum + (count / n) * Math.log2(1 - Math.abs(index + 1 - mean) / width);
  }, 1);
}

/** The four fields of the importance × feasibility plane. */
export type Quadrant = 'do-now' | 'prepare' | 'easy-extra' | 'set-aside';

/** Important and feasible from here on, on 1–5. Fixed: a cut at the sample mean would move while people vote. */
export const IMPORTANT_FROM = 4;
export const FEASIBLE_FROM = 3;

/** By lower medians, so that a cut is always between two points people could choose. */
export function quadrant(importance: Spread, feasibility: Spread): Quadrant {
  const important = importance.lowerMedian >= IMPORTANT_FROM;
  const feasible = feasibility.lowerMedian >= FEASIBLE_FROM;
  if (important) return feasible ? 'do-now' : 'prepare';
  return feasible ? 'easy-extra' : 'set-aside';
}

/** People at `from` or above: with the median it orders items (methods A10). */
export function atLeast(counts: readonly number[], from: number): number {
  return people(counts.slice(from - 1));
}
