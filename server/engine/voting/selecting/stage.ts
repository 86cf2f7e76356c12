// Rules that select one candidate after another: how a run is driven to its end, with ties kept, and along every tie.

import type { Fraction } from '../fraction';
import { compare } from '../fraction';
import type { Selection, Step } from './election';
import { tiePlaces } from './ties';

export type Offer = Pick<Step, 'price' | 'tied' | 'phase'>;

/** One run of a sequential rule, at some moment of it. */
export interface Stage {
  /** The cheapest candidates now; undefined when the rule ends by itself. Asking again changes nothing. */
  cheapest(): Offer | undefined;
  /** Takes one of the candidates just offered; answers who pays. */
  take(candidate: number): readonly number[];
  /** The same run once more, independent of this one. */
  fork(): Stage;
  /** Equal for two runs that must go on alike. */
  key(): string;
}

/**
 * The candidates with the least price, where a price can only rise from step to step: candidates whose last known price is
 * already above the best are not asked again. That turns minutes into seconds at 5,000 voters and loses no exactness.
 * `price` undefined means: no longer, and never again, to be had.
 */
export function leastPriced(
  known: Map<number, Fraction>,
  price: (candidate: number) => Fraction | undefined,
): { readonly price: Fraction; readonly tied: readonly number[] } | undefined {
  let best: Fraction | undefined;
  let tied: number[] = [];
  for (const [candidate, before] of [...known].sort(([, a], [, b]) => compare(a, b))) {
    if (best !== undefined && compare(before, best) > 0) break;
    const now = price(candidate);
    if (now === undefined) {
      known.delete(candidate);
      continue;
    }
    known.set(candidate, now);
    const order = best === undefined ? -1 : compare(now, best);
    if (order < 0) [best, tied] = [now, [candidate]];
    else if (order === 0) tied.push(candidate);
  }
  return best === undefined ? undefined : { price: best, tied: tied.sort((a, b) => a - b) };
}

/** Runs to `seats` or to the rule's own end; equals go by the tie order. */
export function runStages(
  stage: Stage,
  { candidates, seats, tieOrder }: { candidates: number; seats: number; tieOrder?: readonly number[] | undefined },
): Selection {
  const places = tiePlaces(candidates, tieOrder);
  const trace: Step[] = [];
  while (trace.length < seats) {
    const offer = stage.cheapest();
    if (offer === undefined) break;
    const chosen = offer.tied.reduce((a, b) => (places[b]! < places[a]! ? b : a));
    trace.push({ add: chosen, ...offer, payers: stage.take(chosen) });
  }
  const order = trace.map((step) => step.add);
  const last = trace.length === seats ? trace.at(-1) : undefined;
  return {
    committee: [...order].sort((a, b) => a - b),
    order,
    trace,
    tiedAtCut: last !== undefined && last.tied.length > 1 ? last.tied : [],
  };
}

/**
 * Every committee that some order of breaking ties can elect, sorted; undefined when following them would take more than
 * `patience` steps. Answers the question "did a tie decide?" for the whole run, not only for its last place.
 */
export function everyOutcome(
  start: Stage,
  seats: number,
  patience = 2_000,
): readonly (readonly number[])[] | undefined {
  const outcomes = new Map<string, readonly number[]>();
  const seen = new Set<string>();
  const open: { stage: Stage; chosen: readonly number[] }[] = [{ stage: start.fork(), chosen: [] }];
  let steps = 0;
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { stage, chosen } = here;
    const offer = chosen.length < seats ? stage.cheapest() : undefined;
    if (offer === undefined) {
      outcomes.set(chosen.join(), chosen);
      continue;
    }
    for (const candidate of offer.tied) {
      if (++steps > patience) return undefined;
      const next = offer.tied.length === 1 ? stage : stage.fork();
      next.take(candidate);
      const key = next.key();
      if (seen.has(key)) continue;
      seen.add(key);
      open.push({ stage: next, chosen: [...chosen, candidate].sort((a, b) => a - b) });
    }
  }
  return [...outcomes.values()].sort((a, b) => {
    const at = a.findIndex((candidate, place) => candidate !== b[place]);
    return at < 0 ? 0 : (a[at] ?? -1) - (b[at] ?? -1);
  });
}
