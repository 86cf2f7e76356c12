// One measure for every method of voting, so that districts that voted differently can stand side by side: how many votes an
// option got, where a vote is whatever the method has people give to what they want.

import type { GroupId, VoteMethod } from '../vocabulary';
import { seen } from '../voting/measures/agreement';
import { atLeast, IMPORTANT_FROM } from '../voting/measures/distribution';
import { shownOf } from '../voting/publishing/few';
import type { ByGroup } from '../voting/publishing/suppression';
import type { OptionFigures } from '../voting/telling/figures';

export type VotesBehind = {
  readonly all: number;
  /** As published; a missing group is withheld, never zero. */
  readonly byGroup: ByGroup;
};

/** What a share of would be of too few people: of an item, or of a vote in all. */
export type Behind = { readonly ballots: number; readonly smallestCell: number };

/**
 * Dots, approvals, fours and fives on the first criterion, being named in a ranking, agreements. Undefined where
 * fewer than `smallestCell` people have voted or answered (CELL11).
 */
export function votesBehind(
  { dots, approval, score, ranking, agreement }: OptionFigures,
  method: VoteMethod,
  { ballots, smallestCell }: Behind,
): VotesBehind | undefined {
  const isFew = (people: number): boolean => people > 0 && people < smallestCell;
  if (isFew(ballots)) return undefined;
  if (dots !== undefined) return { all: dots.dots, byGroup: dots.dotsByGroup };
  if (approval !== undefined) return { all: approval.approvals, byGroup: approval.approvalsByGroup };
  if (agreement !== undefined) {
    const answers = shownOf(agreement);
    if (answers === undefined || isFew(seen(answers))) return undefined;
    return { all: answers.agree, byGroup: mapped(answers.byGroup, ({ agree }) => agree) };
  }
  // Places in a ranking are not published by group.
  if (ranking !== undefined) return { all: ranking.named, byGroup: {} };
  const criterion = method.name === 'score' ? score?.criteria[method.criteria[0]?.id ?? ''] : undefined;
  if (criterion === undefined) return { all: 0, byGroup: {} };
  if ('few' in criterion || isFew(criterion.counts.reduce((sum, people) => sum + people, 0))) return undefined;
  return { all: criterion.high, byGroup: mapped(criterion.countsByGroup, (counts) => atLeast(counts, IMPORTANT_FROM)) };
}

function mapped<Value>(byGroup: Readonly<Record<GroupId, Value>>, of: (value: Value) => number): ByGroup {
  return Object.fromEntries(Object.entries(byGroup).map(([group, value]) => [group, of(value)]));
}
