// Equality without ceremony, for properties that compare a great many large values.
import { isDeepStrictEqual } from 'node:util';

/** As `toEqual`, whose own comparison takes most of the time of a walk: it is asked only to show the difference. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
