// What a kind of case is made of, and the sizes and figures all kinds share.
import * as z from 'zod';
import type { Fraction } from '../engine/voting/fraction';
import { fromNumber, gcd, parseFraction, toNumber, toText } from '../engine/voting/fraction';

/** The sender's mistake, worded for the sender. */
export class CaseError extends Error {}

/** A case in, its result out; throws a CaseError. */
export type Case = (input: unknown) => object;

export function defineCase<Schema extends z.ZodType>(
  schema: Schema,
  answer: (input: z.output<Schema>) => object,
): Case {
  return (input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new CaseError(explain(parsed.error));
    return answer(parsed.data);
  };
}

/** "approvals.3.0: …", and how many more mistakes there are. */
function explain({ issues }: z.ZodError): string {
  const [first] = issues;
  if (first === undefined) return 'malformed';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${first.path.length > 0 ? `${first.path.join('.')}: ` : ''}${first.message}${more}`;
}

/** Far above any room, far below what would stop the machine. */
export const MAX_CANDIDATES = 10_000;
export const MAX_VOTERS = 1_000_000;
/** O(m³): a minute or so. */
export const MAX_RANKED = 1_000;
/** O(n²). */
export const MAX_CORRELATED = 20_000;
/** Seats × approvals × bits of a weight, the measure of a sequential rule's work: some minutes. */
export const MAX_WORK = 20_000_000_000;
/** Weights are made whole by their common denominator; beyond this it takes longer than the count. */
const MAX_DENOMINATOR = 2n ** 4096n;

export const count = z.int().nonnegative();

/** A number in its decimal meaning (0.1 is one tenth) or "p/q". */
export const exact = z.union([z.number(), z.string()]).transform((given, context): Fraction => {
  const value = typeof given === 'number' ? fromNumber(given) : parseFraction(given);
  if (value !== undefined && value.n >= 0n) return value;
  context.addIssue({ code: 'custom', message: 'a number that is not negative, or such a fraction as "p/q"' });
  return z.NEVER;
});

/** Bits of the common denominator, 64 at least. Refuses figures that share no manageable one. */
export function requireCommonDenominator(values: Iterable<Fraction>, name: string): number {
  let lcm = 1n;
  for (const { d } of values) {
    lcm = (lcm / gcd(lcm, d)) * d;
    if (lcm > MAX_DENOMINATOR) throw new CaseError(`${name}: their common denominator has more than 4096 bits`);
  }
  return Math.max(64, lcm.toString(2).length);
}

/** Whole and safe as a number, else "p/q": nothing is rounded. */
export function exactOut(value: Fraction): number | string {
  return value.d === 1n && Number.isSafeInteger(Number(value.n)) ? toNumber(value) : toText(value);
}

/** Refuses places outside 0 … m−1 and the same place twice. */
export function requireCandidates(named: readonly number[], candidates: number, path: string): void {
  const seen = new Set<number>();
  for (const candidate of named) {
    if (candidate >= candidates)
      throw new CaseError(`${path}: no candidate ${candidate}, they are 0 to ${candidates - 1}`);
    if (seen.has(candidate)) throw new CaseError(`${path}: candidate ${candidate} twice`);
    seen.add(candidate);
  }
}
