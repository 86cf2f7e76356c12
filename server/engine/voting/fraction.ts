// Exact rational numbers. Every comparison that decides a result is made with these: plain doubles elect somebody else in
// about 2 % of small random elections (methods B).

/** `d` is positive; results of the functions below are in lowest terms. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n/d in lowest terms. Throws a RangeError for d = 0: no rule divides by an unchecked figure. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  let [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('A fraction needs a denominator other than 0');
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const common = gcd(top, bottom);
  return common === 1n ? { n: top, d: bottom } : { n: top / common, d: bottom / common };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a is below, equal to or above b. Holds for fractions not in lowest terms, too. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** "3", "-1/2": the form of the reference cases. */
export function toText(value: Fraction): string {
  const { n, d } = fraction(value.n, value.d);
  return d === 1n ? `${n}` : `${n}/${d}`;
}

/** The nearest double or its neighbour; for showing, never for deciding. */
export function toNumber({ n, d }: Fraction): number {
  const bits = (value: bigint): number => (value < 0n ? -value : value).toString(16).length * 4;
  const [above, below] = [bits(n), bits(d)];
  if (above <= 52 && below <= 52) return Number(n) / Number(d);
  // Both shifted so that the quotient keeps 64 bits or more, whatever the sizes.
  const shift = Math.max(0, 64 + below - above);
  return Number((n << BigInt(shift)) / d) / 2 ** shift;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
const QUOTIENT = /^([+-]?\d+)\s*\/\s*(\d+)$/;
/** Longer figures are no weights or prices, and would only cost time. */
const LONGEST = 400;

/** "3", "-0.25", "1e3" or "p/q" as written; undefined for anything else. */
export function parseFraction(text: string): Fraction | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return undefined;
  const quotient = QUOTIENT.exec(trimmed);
  if (quotient) {
    const [, n = '', d = ''] = quotient;
    return BigInt(d) === 0n ? undefined : fraction(BigInt(n), BigInt(d));
  }
  const decimal = DECIMAL.exec(trimmed);
  if (!decimal) return undefined;
  const [, sign, whole = '', rest = '', exponent = '0'] = decimal;
  const digits = BigInt(whole + rest) * (sign === '-' ? -1n : 1n);
  const power = Number(exponent) - rest.length;
  return power >= 0 ? fraction(digits * 10n ** BigInt(power)) : fraction(digits, 10n ** BigInt(-power));
}

/** What a person means who writes 0.1: one tenth, not the double nearest to it. Undefined for NaN and infinities. */
export function fromNumber(value: number): Fraction | undefined {
  return Number.isFinite(value) ? parseFraction(String(value)) : undefined;
}
