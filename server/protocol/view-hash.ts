// A short checksum of a view, so that a client notices when its patched copy has drifted from the server's.
// Not a security measure: FNV-1a (32 bit, Fowler–Noll–Vo) because a phone on plain http has no crypto.subtle.
import type { Json } from '../engine/patch';

/** JSON with the keys of every object in code-unit order and no white space. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const object = value as { readonly [key: string]: Json };
  const keys = Object.keys(object).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] as Json)}`).join(',')}}`;
}

/** Eight hex digits over the UTF-8 bytes of the canonical JSON. */
export function viewHash(view: Json): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(canonicalJson(view))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
