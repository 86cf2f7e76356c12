// Schulze's method with margins (methods A5): strongest chains of majorities settle cycles.
import type { Margins } from '../measures/pairwise';

export type SchulzeResult = {
  /** [a, b] where the strongest path from a to b is stronger than the one back. A strict partial order: the ranking. */
  readonly defeats: readonly (readonly [winner: number, loser: number])[];
  /** Undefeated, by number. Never empty; several if they are tied. */
  readonly winners: readonly number[];
};

/**
 * p(a,b) = margin(a,b) if > 0, else none; p(j,k) = max(p(j,k), min(p(j,i), p(i,k))) for i, then j, k. O(m³).
 * Schulze, arXiv:1804.02973, with margins as strength: the definition that also holds for partial ballots.
 */
export function schulze(margins: Margins): SchulzeResult {
  // No path is 0: every majority is stronger.
  const strength = margins.map((row) => row.map((margin) => Math.max(margin, 0)));
  const size = margins.length;
  for (let i = 0; i < size; i++) {
    const onward = strength[i]!;
    for (let j = 0; j < size; j++) {
      const row = strength[j]!;
      const toHere = row[i]!;
      if (i === j || toHere === 0) continue;
      for (let k = 0; k < size; k++) {
        const through = Math.min(toHere, onward[k]!);
        if (k !== j && through > row[k]!) row[k] = through;
      }
    }
  }
  const defeats: (readonly [number, number])[] = [];
  const beaten = new Array<boolean>(size).fill(false);
  strength.forEach((row, a) => {
    row.forEach((path, b) => {
      if (path <= strength[b]![a]!) return;
      defeats.push([a, b]);
      beaten[b] = true;
    });
  });
  return { defeats, winners: beaten.flatMap((lost, candidate) => (lost ? [] : [candidate])) };
}
