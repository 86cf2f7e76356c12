// Who is for an option, and whether anybody has said anything about it: the same two questions for every method. Nothing
// without a supporter is chosen, and silence is no answer.
import type { CriterionId, PriorityId, VoteMethod } from '../../vocabulary';
import { seen } from '../measures/agreement';
import type { VoteTally } from '../methods/counting';

export type Support = {
  /**
   * People whose ballot is for it: a dot or more, an approval, a place in a ranking, an agreement, more than the lowest point on
   * the first criterion.
   */
  readonly supporters: number;
  /** Some ballot says something about it. Whole ballots (dots, approval, ranking) speak of every option. */
  readonly judged: boolean;
};

/** The criterion that orders the options of a score vote. */
export function firstCriterion(method: VoteMethod): CriterionId {
  return method.name === 'score' ? (method.criteria[0]?.id ?? '') : '';
}

/** `place`: of the option on the ballot. */
export function supportOf(tally: VoteTally, method: VoteMethod, option: PriorityId, place: number): Support {
  const judged = tally.ballots > 0;
  switch (tally.method) {
    case 'dots':
      return { supporters: tally.options[option]?.supporters ?? 0, judged };
    case 'approval':
      return { supporters: tally.options[option]?.approvals ?? 0, judged };
    case 'ranking':
      return { supporters: tally.named[place] ?? 0, judged };
    case 'agreement': {
      const counts = tally.options[option];
      return { supporters: counts?.agree ?? 0, judged: counts !== undefined && seen(counts) > 0 };
    }
    case 'score':
      return supportOfPoints(tally.options[option]?.[firstCriterion(method)]?.counts ?? []);
  }
}

/** Of the counts of one criterion, point 1 first. */
export function supportOfPoints([lowest = 0, ...higher]: readonly number[]): Support {
  const supporters = higher.reduce((sum, people) => sum + people, 0);
  return { supporters, judged: lowest + supporters > 0 };
}
