// The options of a revealed vote from first to last, whatever its method, and what the splits may not show.
import type {
  AgreementFigures,
  AgreementResult,
  Bounds,
  ByGroup,
  OptionView,
  VoteView,
} from '../../../server/engine/views';
import type { GroupId, PriorityId, StakeholderGroup } from '../../../server/engine/vocabulary';

export type RankedOption = OptionView & { readonly rank: number; readonly goal: boolean };
/** What was given to one option: dots or marks, and by how many people. */
export type Votes = {
  readonly total: number;
  readonly people: number;
  /** Exact figures, and lower bounds for the groups in `bounded`. */
  readonly byGroup: ByGroup;
  readonly bounded: ReadonlySet<GroupId>;
};

/** Places from 1; equals share one. */
function placesOf(activity: VoteView): ReadonlyMap<PriorityId, number> {
  const tiers = activity.outcome?.order ?? activity.ranking?.order.map((id) => [id]);
  if (tiers !== undefined) {
    const above = (index: number) => tiers.slice(0, index).reduce((sum, tier) => sum + tier.length, 0);
    return new Map(tiers.flatMap((tier, index) => tier.map((id) => [id, above(index) + 1] as const)));
  }
  const figures = activity.results ?? activity.approvals ?? activity.scores ?? activity.agreement ?? {};
  return new Map(Object.entries(figures).map(([id, { rank }]) => [id, rank]));
}

/** By place; the order of the ballot breaks ties. */
export function rankedOptions(activity: VoteView): readonly RankedOption[] {
  const places = placesOf(activity);
  return activity.options
    .flatMap((option) => {
      const rank = places.get(option.id);
      return rank === undefined ? [] : [{ ...option, rank, goal: activity.goals.includes(option.id) }];
    })
    .sort((a, b) => a.rank - b.rank);
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
  const answers = activity.agreement?.[option];
  return answers !== undefined && answers.agree + answers.disagree + answers.pass > 0
    ? { ...answers.byGroup, ...answers.nearlyAll }
    : undefined;
}

/** Groups whose figures are withheld somewhere. */
export function hiddenGroups(activity: VoteView, groups: readonly StakeholderGroup[]): readonly StakeholderGroup[] {
  const shown = activity.options.flatMap(({ id }) => shownGroups(activity, id) ?? []);
  return groups.filter(({ id }) => shown.some((split) => !(id in split)));
}
