// The key with which a server says: this closing hash is of a log of mine. Made at the first start, kept encrypted.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519';
import { bytesToHex } from '@noble/hashes/utils';
import { fingerprintOf, signedBytes } from '../audit/seal-signature';
import type { ServerKeys } from '../data/server-keys';

export type ServerKey = {
  readonly publicKey: string;
  readonly fingerprint: string;
  /** Fingerprints of this key and of those it had under earlier secrets. */
  readonly own: readonly string[];
  /** 128 hexadecimal digits. */
  sign(closingHash: string): string;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The oldest key that the secret opens; a new one where there is none. Two nodes that start first of all at the same moment
 * may sign with two keys until their next start: both are kept, and both are the server's own.
 */
export async function openServerKey(keys: ServerKeys, secret: string): Promise<ServerKey> {
  const wrapping = createHmac('sha256', secret).update('server key').digest();
  const found = await findKey(keys, wrapping);
  if (found !== undefined) return found;
  const seed = ed25519.utils.randomPrivateKey();
  await keys.add({ publicKey: bytesToHex(ed25519.getPublicKey(seed)), sealedSeed: seal(seed, wrapping) });
  const made = await findKey(keys, wrapping);
  if (made === undefined) throw new Error('the key of this server was not kept');
  return made;
}

async function findKey(keys: ServerKeys, wrapping: Uint8Array): Promise<ServerKey | undefined> {
  const rows = await keys.list();
  const own = rows.map(({ publicKey }) => fingerprintOf(publicKey));
  for (const { publicKey, sealedSeed } of rows) {
    const seed = unseal(sealedSeed, wrapping);
    if (seed === undefined || bytesToHex(ed25519.getPublicKey(seed)) !== publicKey) continue;
    const sign = (closingHash: string) => bytesToHex(ed25519.sign(signedBytes(closingHash), seed));
    return { publicKey, fingerprint: fingerprintOf(publicKey), own, sign };
  }
  return undefined;
}

function seal(seed: Uint8Array, wrapping: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
  return Buffer.concat([nonce, cipher.update(seed), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined: sealed with another secret. */
function unseal(sealed: Uint8Array, wrapping: Uint8Array): Uint8Array | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrapping, sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
