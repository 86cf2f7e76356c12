// SHA-256 as the recount wants it. Not the browser's own: that one is missing on a hall's plain http page.
import { sha256 as digest } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}
