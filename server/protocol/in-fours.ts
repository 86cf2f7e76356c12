// A hash or a fingerprint as people compare it by eye.

/** In groups of four. */
export function inFours(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}
