// A server's signature under a closing hash: Ed25519 by code of its own, since a hall's plain http page has no Web Crypto.
import { ed25519 } from '@noble/curves/ed25519';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';

/** As it stands in an archive's trailer. */
export type SealSignature = {
  /** Facts that it covers: those up to this seq. */
  readonly count: number;
  /** Public key, 64 hexadecimal digits. */
  readonly key: string;
  /** 128 hexadecimal digits. */
  readonly signature: string;
};

/** Under nothing else than a closing hash can this key's signature stand. */
export function signedBytes(closingHash: string): Uint8Array {
  return utf8ToBytes(`eles-closing-hash:${closingHash}`);
}

export function isSignatureOf({ key, signature }: SealSignature, closingHash: string): boolean {
  try {
    // Strict: one signature has one form.
    return ed25519.verify(signature, signedBytes(closingHash), key, { zip215: false });
  } catch {
    // No point of the curve.
    return false;
  }
}

/** What people compare: 32 hexadecimal digits of the key's hash. */
export function fingerprintOf(key: string): string {
  return bytesToHex(sha256(hexToBytes(key))).slice(0, 32);
}

/** Undefined: not what a server writes. */
export function readSignatures(value: unknown): readonly SealSignature[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > 16) return undefined;
  return value.every(isSignature) ? value : undefined;
}

function isSignature(value: unknown): value is SealSignature {
  if (typeof value !== 'object' || value === null) return false;
  const { count, key, signature } = value as Record<string, unknown>;
  return Number.isSafeInteger(count) && isHex(key, 64) && isHex(signature, 128);
}

function isHex(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value);
}

/** Fingerprints of the keys that have signed a log of so many facts as a whole. */
export function wholeKeys(signatures: readonly SealSignature[], facts: number): readonly string[] {
  return signatures.filter(({ count }) => count === facts).map(({ key }) => fingerprintOf(key));
}
