// What a person has in hand to hold an archive against: a closing hash or a key's fingerprint, copied from wall or paper.

export type Expectation =
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'key'; readonly fingerprint: string };

const HASH_LENGTH = 64;
const FINGERPRINT_LENGTH = 32;

/** Spaces, line breaks, dashes and the case of letters do not count. Undefined: neither of the two. */
export function readExpectation(typed: string): Expectation | undefined {
  const digits = typed.replace(/[\s\p{Pd}:]/gu, '').toLowerCase();
  if (!/^[0-9a-f]+$/.test(digits)) return undefined;
  if (digits.length === HASH_LENGTH) return { kind: 'hash', hash: digits };
  return digits.length === FINGERPRINT_LENGTH ? { kind: 'key', fingerprint: digits } : undefined;
}
