// What the room's judgement of a line comes to: agreed, agreed with reservations or contested, and which groups ask for
// something else. Derived from published figures alone (CELL7), by whole-number comparisons; never a mean.

import type { GroupId } from '../../vocabulary';
import type { Bounds } from './suppression';

/** What a judgement comes to. */
export type AgreementMark = 'agreed' | 'reservations' | 'contested';

/** "3 of 8 of this group ask for more discussion." */
export type Dissent = {
  readonly groupId: GroupId;
  /** Level 5, or levels 7 and 8. */
  readonly asks: 'discussion' | 'rejection';
  readonly people: number;
  /** People of the group who judged the line. */
  readonly of: number;
  /** `people` is a bound: (nearly) all of the group. */
  readonly atLeast?: true;
};

/** Published figures: eight counts, level 1 first, in all and for the groups that small cells allow to be shown. */
export type LevelCounts = {
  readonly counts: readonly number[];
  readonly byGroup: Readonly<Record<GroupId, readonly number[]>>;
  readonly nearlyAll?: Bounds;
};

/** One voice is in the histogram; a sentence about a group is about more than one of its people. */
const LEAST_DISSENT = 2;

const sum = (counts: readonly number[], ...levels: readonly number[]): number =>
  levels.reduce((total, level) => total + (counts[level - 1] ?? 0), 0);
/** Everybody who did not abstain. */
const judging = (counts: readonly number[]): number => sum(counts, 1, 2, 3, 5, 6, 7, 8);

/**
 * Cuts of a published Delphi rule (PMC8024512): agreement is 70 % or more on one side with less than 15 % at the other end.
 * Undefined while fewer than `smallestCell` people have judged, or all abstained.
 */
export function markOf(
  { counts, byGroup, nearlyAll = {} }: LevelCounts,
  smallestCell: number,
): AgreementMark | undefined {
  const all = judging(counts);
  if (sum(counts, 1, 2, 3, 4, 5, 6, 7, 8) < smallestCell || all === 0) return undefined;
  const isGroupAway = groupsAway({ byGroup, nearlyAll }).length > 0;
  if (10 * sum(counts, 1, 2, 3) < 7 * all || isAtLeast15Percent(sum(counts, 7, 8), all) || isGroupAway)
    return 'contested';
  return 10 * sum(counts, 1, 2) >= 7 * all ? 'agreed' : 'reservations';
}

/** A group of which fewer than half support the line; `people` of `of` who did not abstain, where more than a bound is shown. */
export type GroupAway = { readonly groupId: GroupId; readonly people?: number; readonly of?: number };

/** The third cut: such a group alone makes a line contested. Only groups that may be shown are looked at. */
export function groupsAway({ byGroup, nearlyAll = {} }: Omit<LevelCounts, 'counts'>): readonly GroupAway[] {
  const exact = Object.entries(byGroup).flatMap(([groupId, own]) => {
    const [people, of] = [sum(own, 1, 2, 3), judging(own)];
    return 2 * people < of ? [{ groupId, people, of }] : [];
  });
  const bounded = Object.entries(nearlyAll).flatMap(([groupId, { point = 0 }]) =>
    point + 1 >= 5 ? [{ groupId }] : [],
  );
  return [...exact, ...bounded];
}

/** 15 % or more of those who did not abstain ask for more discussion. */
export function asksForDiscussion(counts: readonly number[]): boolean {
  const all = judging(counts);
  return all > 0 && isAtLeast15Percent(sum(counts, 5), all);
}

function isAtLeast15Percent(part: number, whole: number): boolean {
  return part > 0 && 20 * part >= 3 * whole;
}

/** Minority views: of each group whose figures may be shown, how many ask for more discussion and how many are against. */
export function dissentOf({ byGroup, nearlyAll = {} }: LevelCounts): readonly Dissent[] {
  const exact = Object.entries(byGroup).flatMap(([groupId, own]): readonly Dissent[] => {
    const of = own.reduce((total, count) => total + count, 0);
    return [
      { groupId, asks: 'discussion' as const, people: sum(own, 5), of },
      { groupId, asks: 'rejection' as const, people: sum(own, 7, 8), of },
    ].filter(({ people }) => people >= LEAST_DISSENT);
  });
  const bounded = Object.entries(nearlyAll).flatMap(([groupId, { point, atLeast, of }]): readonly Dissent[] => {
    const asks = point === 4 ? 'discussion' : point === 6 || point === 7 ? 'rejection' : undefined;
    return asks === undefined ? [] : [{ groupId, asks, people: atLeast, of, atLeast: true }];
  });
  return [...exact, ...bounded];
}
