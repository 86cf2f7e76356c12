// The money of Equal Shares: what the cheapest way to pay for something costs, and paying it. Shared by unit cost
// (equal-shares.ts) and real prices (budget-equal-shares.ts).
import type { Fraction } from '../fraction';
import { gcd } from '../fraction';

/** All purses share one denominator, so that sums and comparisons are those of whole numbers. Never changed in place. */
export type Purses = { readonly money: readonly bigint[]; readonly denominator: bigint };

/** Something to be paid by those it is useful to. */
export type Good = {
  /** In whole units of money. */
  readonly cost: bigint;
  readonly supporters: readonly number[];
  /** Per supporter the place of its utility in `utilities`: few values for many people, each compared once. */
  readonly utilityOf: readonly number[];
  /** Whole and positive. */
  readonly utilities: readonly bigint[];
};

export function createGood(cost: bigint, supporters: readonly number[], utility: (voter: number) => bigint): Good {
  const places = new Map<bigint, number>();
  const utilityOf = supporters.map((voter) => {
    const value = utility(voter);
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  return { cost, supporters, utilityOf, utilities: [...places.keys()] };
}

/**
 * Least q with Σ_v min(b_v, q·u_v) = cost; undefined when all of them together cannot pay. Not in lowest terms.
 * Those who cannot pay q·u_v give all they have; the rest is shared again by the others, until everybody left can pay
 * (Peters & Skowron 2020; same passes as abcvoting).
 */
export function leastPrice({ money, denominator }: Purses, good: Good): Fraction | undefined {
  const { supporters, utilityOf, utilities } = good;
  let missing = good.cost * denominator;
  let rich = supporters.map((_, at) => at);
  while (rich.length > 0) {
    const counts = new Array<number>(utilities.length).fill(0);
    for (const at of rich) counts[utilityOf[at]!]!++;
    const shares = utilities.reduce((sum, utility, place) => sum + utility * BigInt(counts[place]!), 0n);
    // money < missing · u / shares  ⇔  money < ⌈missing · u / shares⌉, since money is whole.
    const needed = utilities.map((utility) => (missing * utility + shares - 1n) / shares);
    const still: number[] = [];
    for (const at of rich) {
      const has = money[supporters[at]!]!;
      if (has < needed[utilityOf[at]!]!) missing -= has;
      else still.push(at);
    }
    if (still.length === rich.length) return { n: missing, d: denominator * shares };
    rich = still;
  }
  return undefined;
}

/** The purses after everybody gave min(b_v, q·u_v), with those who gave something. `price` is a result of `leastPrice`. */
export function pay(
  purses: Purses,
  good: Good,
  price: Fraction,
): { readonly purses: Purses; readonly payers: number[] } {
  // q = n / (denominator · growth) in lowest terms of the last two.
  const shares = price.d / purses.denominator;
  const common = gcd(price.n, shares);
  const [top, growth] = [price.n / common, shares / common];
  const money = growth === 1n ? [...purses.money] : purses.money.map((value) => value * growth);
  const payers: number[] = [];
  good.supporters.forEach((voter, at) => {
    const has = money[voter]!;
    const share = top * good.utilities[good.utilityOf[at]!]!;
    if (has > 0n && share > 0n) payers.push(voter);
    money[voter] = has > share ? has - share : 0n;
  });
  return { purses: { money, denominator: purses.denominator * growth }, payers };
}
