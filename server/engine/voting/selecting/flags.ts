// Warnings that belong next to a result (methods A13). Each is a yes or no from counts; thresholds are whole-number comparisons.
import type { GroupId } from '../../vocabulary';
import type { Fraction } from '../fraction';
import { compare, fraction, subtract } from '../fraction';
import type { AgreementCounts } from '../measures/agreement';
import { agreeShare, differenceZ, SIGNIFICANT_Z, seen } from '../measures/agreement';
import type { Selection } from './election';

const ENOUGH_ANSWERS = 10;

/** S ≥ 10 and the smaller side has at least a third of those who took sides. */
export function isPolarised(counts: AgreementCounts): boolean {
  const { agree, disagree } = counts;
  return seen(counts) >= ENOUGH_ANSWERS && agree + disagree > 0 && 3 * Math.min(agree, disagree) >= agree + disagree;
}

const SPLIT = fraction(2, 5);

/**
 * The groups furthest apart, if their smoothed shares differ by 0.4 or more and the two-proportion z exceeds 1.2816. Pass only
 * groups that small-cell rules allow to be shown: this flag is a derived cell.
 */
export function groupSplit(
  shown: Readonly<Record<GroupId, AgreementCounts>>,
): { readonly most: GroupId; readonly least: GroupId } | undefined {
  const groups = Object.entries(shown)
    .map(([group, counts]) => ({ group, counts, share: agreeShare(counts) }))
    .sort((a, b) => compare(b.share, a.share));
  const [most, least] = [groups[0], groups.at(-1)];
  if (most === undefined || least === undefined) return undefined;
  if (compare(subtract(most.share, least.share), SPLIT) < 0) return undefined;
  const z = differenceZ(most.counts.agree, seen(most.counts), least.counts.agree, seen(least.counts));
  return z > SIGNIFICANT_Z ? { most: most.group, least: least.group } : undefined;
}

/**
 * One changed ballot could change who is in: score(k) − score(k+1) ≤ `oneBallot`, which is 1 for approvals and what one person
 * may put on a priority or its budget for dots. A tie is no longer close: `isTiedAtCut`.
 */
export function isClose(scores: readonly Fraction[], seats: number, oneBallot: Fraction): boolean {
  const sorted = [...scores].sort((a, b) => compare(b, a));
  const [last, next] = [sorted[seats - 1], sorted[seats]];
  if (last === undefined || next === undefined) return false;
  const gap = subtract(last, next);
  return gap.n > 0n && compare(gap, oneBallot) <= 0;
}

export function isTiedAtCut(selection: Pick<Selection, 'tiedAtCut'>): boolean {
  return selection.tiedAtCut.length > 0;
}

/** Fewer than half of those present voted. `present`: checked in while the vote was open, stored with the vote. */
export function isLowTurnout(ballots: number, present: number): boolean {
  return present > 0 && 2 * ballots < present;
}

/**
 * Groups with a ballot, but from fewer than 30 % of their people: all of a small group are not few of it. (The first rules
 * named every group with fewer ballots than `least`.) Showing which is a derived cell, as the others here.
 */
export function lowTurnoutGroups(
  ballots: Readonly<Record<GroupId, number>>,
  present: Readonly<Record<GroupId, number>>,
  least = 0,
): readonly GroupId[] {
  return Object.keys(present).filter((group) => {
    const cast = ballots[group] ?? 0;
    return cast > 0 && (10 * cast < 3 * present[group]! || cast < least);
  });
}

/** Groups of the workshop that cast no ballot at all, present or not. */
export function notHeard(ballots: Readonly<Record<GroupId, number>>, groups: readonly GroupId[]): readonly GroupId[] {
  return groups.filter((group) => (ballots[group] ?? 0) === 0);
}
