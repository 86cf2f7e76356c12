// How a figure is split by stakeholder group without giving anybody's answer away (methods A14): the threshold, what would
// follow from the total, and groups that answered as one. One module decides for view, export and draft.
import type { GroupId, WorkshopDesign } from '../vocabulary';
import type { TableOnView } from './publication';

/**
 * Groups whose figures may be published next to the total.
 *
 * A group with 1…k−1 respondents is hidden. So that no hidden figure follows by subtraction from the total, the smallest of
 * the others is hidden with them until they are k respondents together. A group nobody of which responded has nothing to
 * protect and hides nobody: it is shown as zero.
 */
export function shownGroups(
  respondents: Readonly<Record<GroupId, number>>,
  smallestCell: number,
): ReadonlySet<GroupId> {
  const groups = Object.keys(respondents).sort((a, b) => respondents[a]! - respondents[b]! || (a < b ? -1 : 1));
  const large = groups.filter((group) => respondents[group]! >= smallestCell);
  const hidden = groups.reduce((sum, group) => sum + (large.includes(group) ? 0 : respondents[group]!), 0);
  const silent = groups.filter((group) => respondents[group] === 0);
  return new Set([...silent, ...(hidden > 0 && hidden < smallestCell ? large.slice(1) : large)]);
}

/** Who took part, for walls and published files: says nothing of a group of few people. Once the activity is closed. */
export function turnoutByGroup(
  voted: Readonly<Record<GroupId, number>>,
  joined: Readonly<Record<GroupId, number>>,
  { groups, smallestCell }: Pick<WorkshopDesign, 'groups' | 'smallestCell'>,
): Readonly<Record<GroupId, number>> {
  const shown = shownGroups(Object.fromEntries(groups.map(({ id }) => [id, joined[id] ?? 0])), smallestCell);
  return Object.fromEntries(groups.filter(({ id }) => shown.has(id)).map(({ id }) => [id, voted[id] ?? 0]));
}

/** All of a group, or nearly, answered alike; "over 90 %" of a large group, "all or all but one" of a small one. */
export type NearlyAll = {
  /** The place of the answer in the histogram; missing for an amount. */
  readonly point?: number;
  readonly atLeast: number;
  /** What all would be. */
  readonly of: number;
};

export type Split<Figure> = {
  /** Exact. A missing group is withheld, never zero. */
  readonly byGroup: Readonly<Record<GroupId, Figure>>;
  readonly nearlyAll?: Readonly<Record<GroupId, NearlyAll>>;
};

export type SplitRules = Pick<WorkshopDesign, 'groups' | 'smallestCell'> &
  Pick<TableOnView<unknown>, 'withheld' | 'respondents'>;

/** An amount per group, of which one person can give at most `most`: supporters and approvals 1, dots the cap. */
export function splitAmount(
  amounts: Readonly<Record<GroupId, number>>,
  most: number,
  rules: SplitRules,
): Split<number> {
  const counts = Object.fromEntries(Object.entries(amounts).map(([group, amount]) => [group, [amount]]));
  const { byGroup, nearlyAll } = split(counts, { points: 1, most }, rules);
  if (nearlyAll === undefined) return { byGroup: mapValues(byGroup, ([amount = 0]) => amount) };
  return {
    byGroup: mapValues(byGroup, ([amount = 0]) => amount),
    nearlyAll: mapValues(nearlyAll, ({ atLeast, of }) => ({ atLeast, of })),
  };
}

/** A histogram per group, as many `points` long; each respondent is counted once. */
export function splitCounts(
  counts: Readonly<Record<GroupId, readonly number[]>>,
  points: number,
  rules: SplitRules,
): Split<readonly number[]> {
  return split(counts, { points, most: 1 }, rules);
}

/**
 * A group that (nearly) all answered alike is given as a bound, and the next smallest group is withheld, so that the exact
 * figure does not follow from the total. Which groups those are depends on nothing but who is bounded. If the sum of all that
 * is withheld still gave it away, nothing of this figure is split. Of a room that answered as one the total says it anyway.
 */
function split(
  counts: Readonly<Record<GroupId, readonly number[]>>,
  { points, most }: { readonly points: number; readonly most: number },
  { groups, smallestCell, withheld, respondents }: SplitRules,
): Split<readonly number[]> {
  const people = (group: GroupId): number => respondents[group] ?? 0;
  const at = (group: GroupId, point: number): number => counts[group]?.[point] ?? 0;
  const exact = (ids: readonly GroupId[]): Record<GroupId, readonly number[]> =>
    Object.fromEntries(ids.map((id) => [id, Array.from({ length: points }, (_, point) => at(id, point))]));

  const ids = groups.map(({ id }) => id);
  const silent = ids.filter((id) => people(id) === 0);
  const shown = ids.filter((id) => people(id) > 0 && !withheld.has(id));
  const bounds = smallestCell > 1 ? boundsOf(exact(shown), most, people) : {};
  const bounded = Object.keys(bounds);
  if (bounded.length === 0) return { byGroup: exact([...silent, ...shown]) };

  const free = shown.filter((id) => !Object.hasOwn(bounds, id));
  const [cover, ...open] = free.sort((a, b) => people(a) - people(b) || (a < b ? -1 : 1));
  const together = [...bounded, ...withheld, ...(cover === undefined ? [] : [cover])];
  /** The most that a reader can believe of a group at a point. */
  const upTo = (id: GroupId, point: number): number => {
    const bound = bounds[id];
    if (bound !== undefined) return bound.point === point ? bound.of : at(id, point);
    return id === cover ? leastOfNearlyAll(people(id), most) - 1 : people(id) * most;
  };
  const isCovered = (id: GroupId): boolean => {
    const { point, atLeast } = bounds[id]!;
    const slack = together.reduce((sum, other) => sum + (other === id ? 0 : upTo(other, point) - at(other, point)), 0);
    return at(id, point) - atLeast <= slack;
  };
  if (!bounded.every(isCovered)) return { byGroup: exact(silent) };
  return { byGroup: exact([...silent, ...open]), nearlyAll: bounds };
}

function boundsOf(
  counts: Readonly<Record<GroupId, readonly number[]>>,
  most: number,
  people: (group: GroupId) => number,
): Readonly<Record<GroupId, Required<NearlyAll>>> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([group, points]) => {
      const [atLeast, of] = [leastOfNearlyAll(people(group), most), people(group) * most];
      const point = points.indexOf(Math.max(...points));
      return points[point]! >= atLeast ? [[group, { point, atLeast, of }]] : [];
    }),
  );
}

/** One person fewer than all, or a tenth: a bound that only "all" could fill would be no bound. */
function leastOfNearlyAll(people: number, most: number): number {
  return (people - Math.max(1, Math.floor(people / 10))) * most;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** The figures of the groups that may be shown, of all groups in the workshop; the others are left out, never zero. */
export function splitByGroup(
  figures: Readonly<Record<GroupId, number>>,
  respondents: Readonly<Record<GroupId, number>>,
  workshop: Pick<WorkshopDesign, 'groups' | 'smallestCell'>,
): Readonly<Record<GroupId, number>> {
  const everyGroup = Object.fromEntries(workshop.groups.map(({ id }) => [id, respondents[id] ?? 0]));
  const shown = shownGroups(everyGroup, workshop.smallestCell);
  return Object.fromEntries(workshop.groups.filter(({ id }) => shown.has(id)).map(({ id }) => [id, figures[id] ?? 0]));
}
