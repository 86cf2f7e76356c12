// The keys that a server signs closing hashes with, kept where all its nodes find them.

export type ServerKeyRow = {
  /** Ed25519, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Encrypted with the server's secret. */
  readonly sealedSeed: Uint8Array;
};

export type ServerKeys = {
  /** Oldest first. */
  list(): Promise<readonly ServerKeyRow[]>;
  add(key: ServerKeyRow): Promise<void>;
};

export function createMemoryServerKeys(): ServerKeys {
  const keys: ServerKeyRow[] = [];
  return { list: async () => [...keys], add: async (key) => void keys.push(key) };
}
