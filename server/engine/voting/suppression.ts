// Which groups may be shown in a table split by stakeholder group (methods A14). One module decides for view, export and draft.
import type { GroupId, WorkshopDesign } from '../vocabulary';

/**
 * Groups whose figures may be published next to the total.
 *
 * A group with 1…k−1 respondents is hidden. So that no hidden figure follows by subtraction from the total, further groups
 * (smallest first) are hidden until at least two are, with k respondents between them. A group nobody of which responded
 * has nothing to protect and hides nobody: it is shown as zero.
 */
export function shownGroups(
  respondents: Readonly<Record<GroupId, number>>,
  smallestCell: number,
): ReadonlySet<GroupId> {
  const heard = Object.entries(respondents)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  let hidden = heard.filter(([, count]) => count < smallestCell).length;
  if (hidden > 0) {
    const respondentsOf = (groups: number): number => heard.slice(0, groups).reduce((sum, [, count]) => sum + count, 0);
    while (hidden < heard.length && (hidden < 2 || respondentsOf(hidden) < smallestCell)) hidden++;
  }
  const silent = Object.keys(respondents).filter((group) => respondents[group] === 0);
  return new Set([...heard.slice(hidden).map(([group]) => group), ...silent]);
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
