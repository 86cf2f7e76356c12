// Every pair of candidates compared on ranked ballots: margins and what follows from them (methods A4).

/** Tiers best first; candidates in one tier are equal. Candidates a ballot leaves out stand together below those it names. */
export type Order = readonly (readonly number[])[];

/** `margins[a][b]` = voters with a above b − voters with b above a. Antisymmetric. */
export type Margins = readonly (readonly number[])[];

/** Adds one ballot `count` times, in O(m²); a negative count takes it away. Changes `margins`. */
export function countOrder(margins: number[][], order: Order, count: number): void {
  const candidates = margins.length;
  const tier = new Array<number>(candidates).fill(order.length);
  order.forEach((tied, place) => {
    for (const candidate of tied) tier[candidate] = place;
  });
  for (let a = 0; a < candidates; a++) {
    const row = margins[a]!;
    const place = tier[a]!;
    for (let b = 0; b < candidates; b++) {
      const other = tier[b]!;
      if (place < other) row[b]! += count;
      else if (place > other) row[b]! -= count;
    }
  }
}

export function countMargins(candidates: number, orders: Iterable<readonly [count: number, order: Order]>): Margins {
  const margins = Array.from({ length: candidates }, () => new Array<number>(candidates).fill(0));
  for (const [count, order] of orders) countOrder(margins, order, count);
  return margins;
}

/** The candidate that beats every other; undefined if there is none (a cycle or a tie at the top). */
export function condorcetWinner(margins: Margins): number | undefined {
  const winner = margins.findIndex((row, a) => row.every((margin, b) => a === b || margin > 0));
  return winner < 0 ? undefined : winner;
}

/** Wins − losses, a tie counting for neither. Copeland 1951. */
export function copelandScores(margins: Margins): readonly number[] {
  return margins.map((row) => row.reduce((score, margin) => score + Math.sign(margin), 0));
}

/**
 * Minus the largest defeat, 0 for the undefeated (Simpson–Kramer, margins). The floor at 0 is that of pref_voting: without it
 * a Condorcet winner would score its narrowest victory.
 */
export function minimaxScores(margins: Margins): readonly number[] {
  return margins.map((row) => 0 - row.reduce((worst, margin) => Math.max(worst, 0 - margin), 0));
}

/** B(c) = Σ_d margin(c, d): ranked below − ranked above, summed over voters. Defined with ties and partial ballots. */
export function symmetricBorda(margins: Margins): readonly number[] {
  return margins.map((row) => row.reduce((sum, margin) => sum + margin, 0));
}

/**
 * m−1 points for a first place, m−2 for a second … 0 for the last; undefined unless every ballot is complete and without ties,
 * since then the points would depend on how ties are filled. With V ballots it is (symmetric + V·(m−1)) / 2.
 */
export function strictBorda(
  candidates: number,
  orders: Iterable<readonly [count: number, order: Order]>,
): readonly number[] | undefined {
  const points = new Array<number>(candidates).fill(0);
  for (const [count, order] of orders) {
    if (order.length !== candidates || order.some((tier) => tier.length !== 1)) return undefined;
    order.forEach((tier, place) => {
      points[tier[0]!]! += count * (candidates - 1 - place);
    });
  }
  return points;
}

/** Candidates with the highest score, by number. */
export function highest(scores: readonly number[]): readonly number[] {
  const best = Math.max(...scores);
  return scores.flatMap((score, candidate) => (score === best ? [candidate] : []));
}
