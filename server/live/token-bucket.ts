// Budgets in the memory of this node: a bucket of tokens for each sender, filled at a steady rate.
import type { Budget, BudgetLimits, Budgets } from './budget';

type Bucket = { tokens: number; at: number };

/** Full buckets say nothing and are dropped when there are this many. */
const SWEEP_AT = 5_000;
/** Looking through them all for every newcomer would be the flood's best weapon. */
const SWEEP_EVERY_MS = 1_000;

/** `clock`: milliseconds. */
export const memoryBudgets =
  (clock: () => number): Budgets =>
  (_name, limits) =>
    new TokenBuckets(limits, clock);

export class TokenBuckets implements Budget {
  readonly #buckets = new Map<string, Bucket>();
  readonly #limits: BudgetLimits;
  readonly #clock: () => number;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(limits: BudgetLimits, clock: () => number) {
    this.#limits = limits;
    this.#clock = clock;
  }

  take(key: string): number {
    const owed = this.owed(key);
    if (owed === 0) this.#filled(key).tokens -= 1;
    return owed;
  }

  owed(key: string): number {
    const { tokens } = this.#filled(key);
    return tokens < 1 ? Math.ceil(((1 - tokens) / this.#limits.perSecond) * 1_000) : 0;
  }

  give(key: string, tokens: number): void {
    const bucket = this.#filled(key);
    bucket.tokens = Math.min(this.#limits.burst, bucket.tokens + tokens);
  }

  #filled(key: string): Bucket {
    const now = this.#clock();
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      const isDue = Math.abs(now - this.#sweptAt) >= SWEEP_EVERY_MS;
      if (this.#buckets.size >= SWEEP_AT && isDue) this.#sweep(now);
      bucket = { tokens: this.#limits.burst, at: now };
      this.#buckets.set(key, bucket);
    }
    bucket.tokens = this.#level(bucket, now);
    bucket.at = now;
    return bucket;
  }

  #level({ tokens, at }: Bucket, now: number): number {
    return Math.min(this.#limits.burst, tokens + (Math.max(0, now - at) / 1_000) * this.#limits.perSecond);
  }

  #sweep(now: number): void {
    this.#sweptAt = now;
    for (const [key, bucket] of this.#buckets) {
      if (this.#level(bucket, now) >= this.#limits.burst) this.#buckets.delete(key);
    }
  }
}
