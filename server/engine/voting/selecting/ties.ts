// The tie convention (methods A8): exact comparison, then more distinct supporters, then higher group-informed consensus,
// then the earlier item. One order of candidates made before counting, so a tie cannot be broken by hand.
import type { Fraction } from '../fraction';
import { compare } from '../fraction';

export type TieKeys = {
  /** Per candidate, in order of creation. */
  readonly supporters: readonly number[];
  /** Per candidate; leave out where nobody was asked to agree or disagree. */
  readonly consensus?: readonly Fraction[];
};

/** Every candidate once, the preferred of equals first. */
export function tieOrder({ supporters, consensus }: TieKeys): readonly number[] {
  return supporters
    .map((_, candidate) => candidate)
    .sort(
      (a, b) =>
        supporters[b]! - supporters[a]! ||
        (consensus === undefined ? 0 : compare(consensus[b]!, consensus[a]!)) ||
        a - b,
    );
}

/** Place of each candidate in the tie order: the smallest wins. */
export function tiePlaces(candidates: number, order: readonly number[] | undefined): readonly number[] {
  const places = Array.from({ length: candidates }, (_, candidate) => candidate);
  order?.forEach((candidate, place) => {
    places[candidate] = place;
  });
  return places;
}
