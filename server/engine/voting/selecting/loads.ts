// The loads of sequential Phragmén. Everybody who paid for the same candidate last has the same load, so there are only as many
// different loads as steps: sums over thousands of people become a few products. Never changed in place.
import type { Fraction } from '../fraction';
import { fraction, gcd } from '../fraction';

export type Loads = {
  /** Shared by all figures below, so that adding them is adding whole numbers. */
  readonly denominator: bigint;
  /** Loads per unit of weight; `undefined` once nobody has it any more. */
  readonly levels: readonly (bigint | undefined)[];
  /** Per voter the place of their load in `levels`, or `OWN`. */
  readonly levelOf: readonly number[];
  /** Weighted loads of those who brought one along and have not paid since. */
  readonly own: ReadonlyMap<number, bigint>;
};

const OWN = -1;

export function zeroLoads(voters: number): Loads {
  return { denominator: 1n, levels: [0n], levelOf: new Array<number>(voters).fill(0), own: new Map() };
}

export function ownLoads({ weighted, denominator }: { weighted: readonly bigint[]; denominator: bigint }): Loads {
  return {
    denominator,
    levels: [],
    levelOf: weighted.map(() => OWN),
    own: new Map(weighted.entries()),
  };
}

/** Σ w_v x_v over these voters, times the denominator. */
export function weightedSum(
  { levels, levelOf, own }: Loads,
  voters: readonly number[],
  weights: readonly bigint[],
): bigint {
  let sum = 0n;
  const weightAt = levels.map(() => 0n);
  for (const voter of voters) {
    const level = levelOf[voter]!;
    if (level === OWN) sum += own.get(voter)!;
    else weightAt[level]! += weights[voter]!;
  }
  weightAt.forEach((weight, level) => {
    if (weight > 0n) sum += weight * levels[level]!;
  });
  return sum;
}

/** Everybody in `voters` gets the load `to`, whose denominator is a multiple of the shared one. With those whose load rose. */
export function raise(
  loads: Loads,
  voters: readonly number[],
  weights: readonly bigint[],
  to: Fraction,
): { readonly loads: Loads; readonly payers: number[] } {
  const factor = to.d / loads.denominator;
  const common = gcd(to.n, factor);
  const [top, growth] = [to.n / common, factor / common];
  const levels = [...loads.levels.map((level) => (level === undefined ? undefined : level * growth)), top];
  const levelOf = [...loads.levelOf];
  const own = new Map<number, bigint>();
  for (const [voter, weighted] of loads.own) own.set(voter, weighted * growth);
  const payers: number[] = [];
  for (const voter of voters) {
    const level = levelOf[voter]!;
    const rises = level === OWN ? own.get(voter)! < weights[voter]! * top : levels[level]! < top;
    if (rises) payers.push(voter);
    own.delete(voter);
    levelOf[voter] = levels.length - 1;
  }
  return { loads: shorten({ denominator: loads.denominator * growth, levels, levelOf, own }), payers };
}

/** Forgets loads nobody has; with them goes what only they needed of the denominator, which would else grow with every step. */
function shorten(loads: Loads): Loads {
  const alive = new Set(loads.levelOf);
  const levels = loads.levels.map((level, place) => (alive.has(place) ? level : undefined));
  if (loads.own.size > 0) return { ...loads, levels };
  let common = loads.denominator;
  for (const level of levels) {
    if (common === 1n) break;
    if (level !== undefined) common = gcd(level, common);
  }
  return {
    ...loads,
    denominator: loads.denominator / common,
    levels: common === 1n ? levels : levels.map((level) => (level === undefined ? undefined : level / common)),
  };
}

/** Weighted loads one by one, in lowest terms. */
export function eachLoad(
  { denominator, levels, levelOf, own }: Loads,
  weights: readonly bigint[],
): readonly Fraction[] {
  return levelOf.map((level, voter) =>
    fraction(level === OWN ? own.get(voter)! : weights[voter]! * levels[level]!, denominator),
  );
}
