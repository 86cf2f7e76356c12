// Which commands a session has already recorded, for the whole life of the session, in six bytes each.
// A hit may be chance (48 bits), so the room asks the log before it believes one; a miss is certain.
import { createHash } from 'node:crypto';
import type { Actor } from '../engine/vocabulary';

/** The sender belongs to the key: two clients that choose the same id must not swallow each other's votes. */
export function commandKey(actor: Actor, commandId: string): string {
  return `${actor.role === 'participant' ? actor.id : actor.role}|${commandId}`;
}

const BYTES = 6;

function hashOf(key: string): number {
  return createHash('sha256').update(key).digest().readUIntBE(0, BYTES);
}

export function packHashes(keys: Iterable<string>): Uint8Array {
  const hashes = [...new Set(keys)].map(hashOf);
  const packed = Buffer.allocUnsafe(hashes.length * BYTES);
  for (const [i, hash] of hashes.entries()) packed.writeUIntBE(hash, i * BYTES, BYTES);
  return packed;
}

/** An open-addressed table of numbers: a Set of a million of them would cost five times the memory and the time. */
export class CommandMemory {
  #slots = new Float64Array(1024);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  mayHold(key: string): boolean {
    return this.#holds(hashOf(key));
  }

  add(key: string): void {
    this.#add(hashOf(key));
  }

  addPacked(packed: Uint8Array): void {
    const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
    this.#grow(this.#count + bytes.length / BYTES);
    for (let at = 0; at + BYTES <= bytes.length; at += BYTES) this.#add(bytes.readUIntBE(at, BYTES));
  }

  #slotOf(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash % this.#slots.length;
    // Zero marks an empty slot; the one hash that is zero is stored as -1.
    const wanted = hash === 0 ? -1 : hash;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== wanted) slot = (slot + 1) & mask;
    return slot;
  }

  #holds(hash: number): boolean {
    return this.#slots[this.#slotOf(hash)] !== 0;
  }

  #add(hash: number): void {
    if (this.#count * 2 >= this.#slots.length) this.#grow(this.#count + 1);
    const slot = this.#slotOf(hash);
    if (this.#slots[slot] !== 0) return;
    this.#slots[slot] = hash === 0 ? -1 : hash;
    this.#count += 1;
  }

  #grow(expected: number): void {
    let length = this.#slots.length;
    while (length < expected * 2) length *= 2;
    if (length === this.#slots.length) length *= 2;
    const old = this.#slots;
    this.#slots = new Float64Array(length);
    this.#count = 0;
    for (const hash of old) if (hash !== 0) this.#add(hash === -1 ? 0 : hash);
  }
}
