// Score: a point of a short scale per option and named criterion, e.g. importance and feasibility on 1–5 (methods A10).
// What is kept is how many chose each point: medians and quartiles follow from it, and no mean is ever needed.
import type { Score } from '../../commands';
import type { CriterionId, GroupId, PriorityId } from '../../vocabulary';
import type { BallotMethod, OptionRules, Turnout } from './method';
import { byId, countTurnout, NOBODY, replaceBy } from './method';

export type ScoreRules = OptionRules & {
  readonly criteria: readonly CriterionId[];
  /** Points 1 … scale. */
  readonly scale: number;
};

/** By option, then criterion; any of them may be left out. */
export type ScoreBallot = readonly Score[];

/** People per point of the scale, point 1 first. */
export type ScoreCount = {
  readonly counts: readonly number[];
  readonly countsByGroup: Readonly<Record<GroupId, readonly number[]>>;
};
export type ScoreTally = Turnout & {
  readonly options: Readonly<Record<PriorityId, Readonly<Record<CriterionId, ScoreCount>>>>;
};

function nothing(scale: number): ScoreCount {
  return { counts: new Array<number>(scale).fill(0), countsByGroup: {} };
}

function shift(counts: readonly number[], score: number, sign: 1 | -1): readonly number[] {
  return counts.map((people, index) => (index === score - 1 ? people + sign : people));
}

function count(
  tally: ScoreTally,
  { scale }: ScoreRules,
  group: GroupId,
  ballot: ScoreBallot,
  sign: 1 | -1,
): ScoreTally {
  const options: Record<PriorityId, Readonly<Record<CriterionId, ScoreCount>>> = { ...tally.options };
  for (const { option, criterion, score } of ballot) {
    const { counts, countsByGroup } = options[option]?.[criterion] ?? nothing(scale);
    const here = countsByGroup[group] ?? nothing(scale).counts;
    options[option] = {
      ...options[option],
      [criterion]: {
        counts: shift(counts, score, sign),
        countsByGroup: { ...countsByGroup, [group]: shift(here, score, sign) },
      },
    };
  }
  return { ...countTurnout(tally, group, sign), options };
}

export const score: BallotMethod<ScoreRules, ScoreBallot, ScoreTally> = {
  name: 'score',
  check(ballot, { options, criteria, scale }) {
    const knownOptions = new Set(options);
    const knownCriteria = new Set(criteria);
    const seen = new Set<string>();
    for (const { option, criterion, score: point } of ballot) {
      if (!knownOptions.has(option)) return { rejected: 'unknown_option' };
      if (!knownCriteria.has(criterion)) return { rejected: 'unknown_criterion' };
      if (!Number.isSafeInteger(point) || point < 1 || point > scale)
        return { rejected: 'bad_answer', params: { max: scale } };
      const key = JSON.stringify([option, criterion]);
      if (seen.has(key)) return { rejected: 'duplicate_option' };
      seen.add(key);
    }
    return ballot
      .map(({ option, criterion, score: point }) => ({ option, criterion, score: point }))
      .sort((a, b) => byId(a.option, b.option) || byId(a.criterion, b.criterion));
  },
  isEmpty: (ballot) => ballot.length === 0,
  emptyTally: ({ options, criteria, scale }) => ({
    ...NOBODY,
    options: Object.fromEntries(
      options.map((option) => [option, Object.fromEntries(criteria.map((id) => [id, nothing(scale)]))]),
    ),
  }),
  replace: (tally, rules, group, before, after) =>
    replaceBy<ScoreBallot, ScoreTally>((sum, ballot, sign) => count(sum, rules, group, ballot, sign))(
      tally,
      before,
      after,
    ),
};
