// How a figure is split by stakeholder group without giving anybody's answer away (methods A14): the threshold, what would
// follow from the total, and groups that answered as one. One module decides for view, export and draft.
import type { GroupId, WorkshopDesign } from '../../vocabulary';
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

/** Groups that (nearly) all answered alike, as a bound instead of a figure: "all, or all but one". By group. */
export type Bounds = Readonly<Record<GroupId, NearlyAll>>;

/** A figure split by stakeholder group; a missing group is suppressed (small cell). */
export type ByGroup = Readonly<Record<GroupId, number>>;

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

/** People whose sum is published: a group shown, or all withheld groups together, which are in no one's `group`. */
type Block = { readonly group?: GroupId; readonly people: number; readonly counts: readonly number[] };

/**
 * A group that (nearly) all answered alike is given as a bound; the next smallest group is withheld with it, so that the exact
 * figure does not follow from the total. Which group that is depends on nothing but who is bounded. If there is none left, or
 * the sum of all that is withheld still gave it away, nothing of this figure is split. Withheld groups that together (nearly)
 * all answered alike are covered in the same way. Of a room that answered as one the total says it anyway.
 */
function split(
  counts: Readonly<Record<GroupId, readonly number[]>>,
  { points, most }: { readonly points: number; readonly most: number },
  { groups, smallestCell, withheld, respondents }: SplitRules,
): Split<readonly number[]> {
  const ids = groups.map(({ id }) => id);
  const people = (group: GroupId): number => respondents[group] ?? 0;
  const countsOf = (some: readonly GroupId[]): readonly number[] =>
    Array.from({ length: points }, (_, at) => some.reduce((sum, group) => sum + (counts[group]?.[at] ?? 0), 0));
  const exact = (blocks: readonly Block[]): Readonly<Record<GroupId, readonly number[]>> =>
    Object.fromEntries(blocks.flatMap(({ group, counts: own }) => (group === undefined ? [] : [[group, own]])));

  const blocks: Block[] = ids
    .filter((id) => !withheld.has(id))
    .map((group) => ({ group, people: people(group), counts: countsOf([group]) }));
  const silent = blocks.filter((block) => block.people === 0);
  const heard = blocks.filter((block) => block.people > 0);
  const rest = ids.filter((id) => withheld.has(id) && people(id) > 0);
  if (rest.length > 0) heard.unshift({ people: rest.reduce((sum, id) => sum + people(id), 0), counts: countsOf(rest) });

  const bounds = new Map(
    smallestCell > 1 ? heard.flatMap((block) => boundOf(block, most).map((bound) => [block, bound] as const)) : [],
  );
  if (bounds.size === 0) return { byGroup: exact([...silent, ...heard]) };
  const [cover, ...open] = heard.filter((block) => !bounds.has(block)).sort(smallestFirst);
  if (cover === undefined || !isCovered(bounds, cover, most)) return { byGroup: exact(silent) };
  const shown = [...bounds].flatMap(([{ group }, bound]) => (group === undefined ? [] : [[group, bound] as const]));
  return {
    byGroup: exact([...silent, ...open]),
    ...(shown.length === 0 ? {} : { nearlyAll: Object.fromEntries(shown) }),
  };
}

/** What is withheld anyway covers best; then the smallest group. */
function smallestFirst(a: Block, b: Block): number {
  if (a.group === undefined || b.group === undefined) return a.group === undefined ? -1 : 1;
  return a.people - b.people || (a.group < b.group ? -1 : 1);
}

type Bound = Required<NearlyAll>;

/** Whether, for all that a reader can tell, each bounded figure may be as low as its bound. */
function isCovered(bounds: ReadonlyMap<Block, Bound>, cover: Block, most: number): boolean {
  const room = (block: Block, point: number): number => {
    const bound = bounds.get(block);
    const here = block.counts[point] ?? 0;
    if (bound === undefined) return leastOfNearlyAll(block.people, most) - 1 - here;
    return (bound.point === point ? bound.of : bound.of - bound.atLeast) - here;
  };
  const together = [...bounds.keys(), cover];
  return [...bounds].every(([block, { point, atLeast }]) => {
    const others = together.reduce((sum, other) => sum + (other === block ? 0 : room(other, point)), 0);
    return (block.counts[point] ?? 0) - atLeast <= others;
  });
}

function boundOf({ counts, people }: Block, most: number): readonly Bound[] {
  const [atLeast, of] = [leastOfNearlyAll(people, most), people * most];
  const point = counts.indexOf(Math.max(...counts));
  return counts[point]! >= atLeast ? [{ point, atLeast, of }] : [];
}

/** One person fewer than all, or a tenth: a bound that only "all" could fill would be no bound. */
function leastOfNearlyAll(people: number, most: number): number {
  return (people - Math.max(1, Math.floor(people / 10))) * most;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
