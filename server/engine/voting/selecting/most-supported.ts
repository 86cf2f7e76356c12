// Selection by totals: approval voting and satisfaction approval voting (methods A1), and any other score, such as dots (A2).

import type { Fraction } from '../fraction';
import { add, compare, fraction, ZERO } from '../fraction';
import type { ApprovalElection, Selection, Step } from './election';
import { prepare } from './election';
import { tiePlaces } from './ties';

/** s(c) = Σ_v w_v [c ∈ A_v]. Lackner & Skowron 2023, AV. */
export function approvalScores(election: ApprovalElection): readonly Fraction[] {
  const { weights, scale, supporters } = prepare(election);
  return supporters.map((voters) =>
    fraction(
      voters.reduce((sum, voter) => sum + weights[voter]!, 0n),
      scale,
    ),
  );
}

/** s(c) = Σ_{v: c ∈ A_v} w_v / |A_v|: one vote per person, split evenly. Brams & Kilgour; Lackner & Skowron 2023, SAV. */
export function satisfactionScores(election: ApprovalElection): readonly Fraction[] {
  const { weights, scale, supporters } = prepare(election);
  const sizes = election.ballots.map((ballot) => new Set(ballot).size);
  return supporters.map((voters) => {
    // By size of ballot first: whole numbers are added, and only as many fractions as there are sizes.
    const bySize = new Map<number, bigint>();
    for (const voter of voters) bySize.set(sizes[voter]!, (bySize.get(sizes[voter]!) ?? 0n) + weights[voter]!);
    return [...bySize].reduce((sum, [size, weight]) => add(sum, fraction(weight, scale * BigInt(size))), ZERO);
  });
}

/**
 * The `seats` candidates with the highest scores. `supporters` (voters by candidate) only explains: it becomes `payers`.
 * Throws a RangeError for more seats than candidates.
 */
export function selectHighest(
  scores: readonly Fraction[],
  seats: number,
  supporters: readonly (readonly number[])[] = [],
  tieOrder?: readonly number[],
): Selection {
  if (seats > scores.length) throw new RangeError('More seats than candidates');
  const places = tiePlaces(scores.length, tieOrder);
  const ranked = scores
    .map((_, candidate) => candidate)
    .sort((a, b) => compare(scores[b]!, scores[a]!) || places[a]! - places[b]!);
  const order = ranked.slice(0, seats);
  const equal = (a: number, b: number): boolean => compare(scores[a]!, scores[b]!) === 0;
  const trace = order.map(
    (candidate, place): Step => ({
      add: candidate,
      price: scores[candidate]!,
      tied: ranked
        .slice(place)
        .filter((other) => equal(other, candidate))
        .sort((a, b) => a - b),
      phase: 'most-supported',
      payers: supporters[candidate] ?? [],
    }),
  );
  const last = ranked[seats - 1];
  const next = ranked[seats];
  const cut = last !== undefined && next !== undefined && equal(last, next);
  return {
    committee: [...order].sort((a, b) => a - b),
    order,
    trace,
    tiedAtCut: cut ? ranked.filter((other) => equal(other, last)).sort((a, b) => a - b) : [],
  };
}

/** Approval voting. */
export function mostApproved(election: ApprovalElection): Selection {
  return selectHighest(approvalScores(election), election.seats, prepare(election).supporters, election.tieOrder);
}

/** Satisfaction approval voting. */
export function mostSatisfying(election: ApprovalElection): Selection {
  return selectHighest(satisfactionScores(election), election.seats, prepare(election).supporters, election.tieOrder);
}
