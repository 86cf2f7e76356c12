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

/** Not only in the memory of one node: the page may be asked for at another. */
export type Outcomes = {
  /** Resolves to the name under which `owner`, and nobody else, finds it for some minutes. */
  keep(owner: string, outcome: Outcome): Promise<string>;
  find(owner: string, name: string): Promise<Outcome | undefined>;
};

type Kept = { readonly owner: string; readonly outcome: Outcome; readonly until: number };

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 2_000;

export function createMemoryOutcomes(clock: () => number): Outcomes {
  const kept = new Map<string, Kept>();
  return {
    async keep(owner, outcome) {
      const name = randomBytes(9).toString('base64url');
      kept.set(name, { owner, outcome, until: clock() + KEPT_MS });
      // Oldest first: a Map keeps the order of insertion.
      for (const [old, { until }] of kept) {
        if (kept.size <= MOST_KEPT && until > clock()) break;
        kept.delete(old);
      }
      return name;
    },
    async find(owner, name) {
      const found = kept.get(name);
      return found !== undefined && found.owner === owner && found.until > clock() ? found.outcome : undefined;
    },
  };
}
