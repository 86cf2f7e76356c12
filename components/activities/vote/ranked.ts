// The options of a revealed vote from most to fewest dots, and what the split may not show.
import type { DotsResult, OptionView, VoteView } from '../../../server/engine/views';
import type { StakeholderGroup } from '../../../server/engine/vocabulary';

export type RankedOption = OptionView & { readonly result: DotsResult; readonly goal: boolean };

/** By the rank the engine gave; the order of the ballot breaks ties. */
export function rankedOptions(activity: VoteView): readonly RankedOption[] {
  const { results } = activity;
  if (results === undefined) return [];
  return activity.options
    .flatMap((option) => {
      const result = results[option.id];
      return result === undefined ? [] : [{ ...option, result, goal: activity.goals.includes(option.id) }];
    })
    .sort((a, b) => a.result.rank - b.result.rank);
}

/** Groups whose figures are withheld somewhere. */
export function hiddenGroups(
  options: readonly RankedOption[],
  groups: readonly StakeholderGroup[],
): readonly StakeholderGroup[] {
  return groups.filter((group) =>
    options.some(({ result }) => result.dotsByGroup[group.id] === undefined && result.dots > 0),
  );
}

/** What the console proposes: the first of each theme by dots, none without a dot. People decide. */
export function proposedGoals(options: readonly RankedOption[], perTheme: number): readonly string[] {
  const taken = new Map<string, number>();
  return options
    .filter(({ themeId, result }) => {
      const before = taken.get(themeId) ?? 0;
      if (result.dots === 0 || before >= perTheme) return false;
      taken.set(themeId, before + 1);
      return true;
    })
    .map(({ id }) => id);
}
