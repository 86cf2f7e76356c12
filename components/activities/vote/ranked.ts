// The options of a revealed vote from first to last, whatever its method, and what the splits may not show.

import type { OptionView, VoteView } from '../../../server/engine/activities/vote/types';
import type { GroupId, PriorityId, StakeholderGroup } from '../../../server/engine/vocabulary';
import { shownOf } from '../../../server/engine/voting/publishing/few';
import type { Bounds, ByGroup } from '../../../server/engine/voting/publishing/suppression';
import { fieldsOf, placeIn } from '../../../server/engine/voting/selecting/fields';
import type { AgreementFigures, AgreementResult } from '../../../server/engine/voting/telling/figures';
import { ranksOf } from '../../../server/engine/voting/telling/ranks';

/** Without a rank where nobody has judged it. */
export type RankedOption = OptionView & { readonly rank?: number; readonly goal: boolean };
/** What was given to one option: dots or marks, and by how many people. */
export type Votes = {
  readonly total: number;
  readonly people: number;
  /** Exact figures, and lower bounds for the groups in `bounded`. */
  readonly byGroup: ByGroup;
  readonly bounded: ReadonlySet<GroupId>;
};

/** By rank, what nobody has judged last; the order of the ballot breaks ties. */
export function rankedOptions(activity: VoteView): readonly RankedOption[] {
  const ranks = ranksOf(activity, activity.outcome?.order);
  const last = activity.options.length + 1;
  return activity.options
    .map((option) => {
      const rank = ranks.get(option.id);
      return { ...option, ...(rank === undefined ? {} : { rank }), goal: activity.goals.includes(option.id) };
    })
    .sort((a, b) => (a.rank ?? last) - (b.rank ?? last));
}

/** The place of a selected option, of its theme where places are per theme. */
export function placeOf(
  { options, outcome, settings }: VoteView,
  selected: readonly PriorityId[],
  id: PriorityId,
): number {
  const themes = new Map(options.map((option) => [option.id, option.themeId]));
  const ids = options.map((option) => option.id);
  return placeIn(
    fieldsOf(ids, outcome?.settings ?? settings, (option) => themes.get(option)),
    selected,
    id,
  );
}

function bounded(exact: ByGroup, bounds: Bounds = {}): Pick<Votes, 'byGroup' | 'bounded'> {
  const least = Object.fromEntries(Object.entries(bounds).map(([group, { atLeast }]) => [group, atLeast]));
  return { byGroup: { ...exact, ...least }, bounded: new Set(Object.keys(bounds)) };
}

/** One group's answers; where only "nearly all" may be said, the bound alone. */
export function answersOf(result: AgreementResult, group: GroupId): AgreementFigures | undefined {
  const bound = result.nearlyAll?.[group];
  if (bound === undefined) return result.byGroup[group];
  const at = (point: number) => (bound.point === point ? bound.atLeast : 0);
  return { agree: at(0), disagree: at(1), pass: at(2) };
}

/** Dots and approval only. */
export function votesFor(activity: VoteView, option: PriorityId): Votes | undefined {
  const dots = activity.results?.[option];
  if (dots !== undefined) {
    return { total: dots.dots, people: dots.supporters, ...bounded(dots.dotsByGroup, dots.nearlyAll) };
  }
  const marks = activity.approvals?.[option];
  if (marks === undefined) return undefined;
  return {
    total: marks.approvals,
    people: marks.approvals,
    ...bounded(marks.approvalsByGroup, marks.nearlyAll),
  };
}

/** The groups that are shown for one option; undefined where the method has no split or nothing to split. */
function shownGroups(activity: VoteView, option: PriorityId): object | undefined {
  const votes = votesFor(activity, option);
  if (votes !== undefined) return votes.total > 0 ? votes.byGroup : undefined;
  const answers = shownOf(activity.agreement?.[option]);
  return answers !== undefined && answers.agree + answers.disagree + answers.pass > 0
    ? { ...answers.byGroup, ...answers.nearlyAll }
    : undefined;
}

/** Groups whose figures are withheld somewhere. */
export function hiddenGroups(activity: VoteView, groups: readonly StakeholderGroup[]): readonly StakeholderGroup[] {
  const shown = activity.options.flatMap(({ id }) => shownGroups(activity, id) ?? []);
  return groups.filter(({ id }) => shown.some((split) => !(id in split)));
}
