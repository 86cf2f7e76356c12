// Exact arithmetic of the recount: its own, so that a slip in the engine's fractions cannot hide here too.

/** n/d with d > 0; not reduced. */
export type Rational = { readonly n: bigint; readonly d: bigint };

export const rational = (n: number | bigint, d: number | bigint = 1): Rational => ({ n: BigInt(n), d: BigInt(d) });

export const plus = (a: Rational, b: Rational): Rational => reduced(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Rational, b: Rational): Rational => reduced(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Rational, b: Rational): Rational => reduced(a.n * b.n, a.d * b.d);
/** `b` must not be 0. */
export const over = (a: Rational, b: Rational): Rational =>
  b.n < 0n ? reduced(-a.n * b.d, a.d * -b.n) : reduced(a.n * b.d, a.d * b.n);

/** Negative when a is smaller, 0 when equal. */
export function order(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(all: readonly Rational[]): Rational {
  return all.reduce(plus, rational(0));
}

function reduced(n: bigint, d: bigint): Rational {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { n: n / a, d: d / a } : { n, d };
}
