// The outcome of a form post, kept for the page it is answered with: a redirect can carry a name but not a text.
import { randomBytes } from 'node:crypto';
import type { Refused } from '../../protocol/wire';

/** `step`: what the room was doing then; once it has gone on, nothing is said of it. */
export type Outcome = { readonly step: string } & (
  | { readonly kind: 'counted' }
  /** `drafts`: what was refused, so that it comes back into its fields. `editing`: the item it was meant for. */
  | {
      readonly kind: 'refused';
      readonly refused: Refused;
      readonly drafts: Readonly<Record<string, string>>;
      readonly editing?: string;
    }
);

type Kept = { readonly owner: string; readonly outcome: Outcome; readonly until: number };

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 2_000;

export class Outcomes {
  readonly #kept = new Map<string, Kept>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Returns the name under which `owner` finds it again. */
  keep(owner: string, outcome: Outcome): string {
    const name = randomBytes(9).toString('base64url');
    this.#kept.set(name, { owner, outcome, until: this.#clock() + KEPT_MS });
    // Oldest first: a Map keeps the order of insertion.
    for (const [old, { until }] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT && until > this.#clock()) break;
      this.#kept.delete(old);
    }
    return name;
  }

  find(owner: string, name: string | null): Outcome | undefined {
    const kept = name === null ? undefined : this.#kept.get(name);
    return kept !== undefined && kept.owner === owner && kept.until > this.#clock() ? kept.outcome : undefined;
  }
}
