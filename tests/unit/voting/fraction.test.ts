import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  fraction,
  fromNumber,
  multiply,
  parseFraction,
  subtract,
  toNumber,
  toText,
} from '../../../server/engine/voting/fraction';

const big = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const fractions = fc.tuple(big, fc.bigInt({ min: 1n, max: 10n ** 30n })).map(([n, d]) => fraction(n, d));

test('[EXACT1] sums, differences, products and quotients undo each other exactly', () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      expect(compare(a, b)).toBe(0 - compare(b, a) || 0);
      expect(parseFraction(toText(a))).toEqual(a);
    }),
  );
});

test('[EXACT1] 0.1 means one tenth, not the double nearest to it', () => {
  expect(fromNumber(0.1)).toEqual(fraction(1, 10));
  expect(fromNumber(1e21)).toEqual(fraction(10n ** 21n));
  expect(fromNumber(2.5e-7)).toEqual(fraction(1, 4_000_000));
  expect(fromNumber(Number.NaN)).toBeUndefined();
  expect(fromNumber(Number.POSITIVE_INFINITY)).toBeUndefined();
});

test('[EXACT1] reads what people write, and nothing else', () => {
  expect(parseFraction(' 3/6 ')).toEqual(fraction(1, 2));
  expect(parseFraction('-0.50')).toEqual(fraction(-1, 2));
  expect(parseFraction('12e2')).toEqual(fraction(1200));
  for (const text of ['', '1/0', '1/-2', 'a', '1,5', '1/2/3', '0x10', '.5', `${'9'.repeat(500)}`, '1e9999'])
    expect(parseFraction(text)).toBeUndefined();
  expect(() => fraction(1, 0)).toThrow(RangeError);
});

test('[EXACT1] shown as a number it is as near as doubles are, whatever the size', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
      expect(toNumber({ n: BigInt(n), d: BigInt(d) })).toBe(n / d);
      const scale = 7n ** 400n;
      const large = toNumber({ n: BigInt(n) * scale, d: BigInt(d) * scale });
      expect(Math.abs(large - n / d)).toBeLessThanOrEqual(Math.abs(n / d) * 4e-16);
    }),
  );
});
