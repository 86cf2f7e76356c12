// What every ballot method owes the vote activity, so that any of them can be cast, changed, withdrawn and counted alike.
import type { RejectionCode } from '../../rejection';
import type { GroupId, PriorityId, VoteMethodName } from '../../vocabulary';

/** Why a ballot cannot stand. */
export type BallotRefusal = {
  readonly rejected: Extract<
    RejectionCode,
    | 'unknown_option'
    | 'duplicate_option'
    | 'bad_dots'
    | 'over_cap'
    | 'no_dots_left'
    | 'too_many_choices'
    | 'unknown_criterion'
    | 'bad_answer'
  >;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** Common to the rules of all methods. */
export type OptionRules = {
  /** In order of creation; fixed when the vote first opens. */
  readonly options: readonly PriorityId[];
};

/** Common to the tallies of all methods. */
export type Turnout = {
  readonly ballots: number;
  readonly ballotsByGroup: Readonly<Record<GroupId, number>>;
};

/**
 * A ballot is whole: it replaces the person's earlier one. `Ballot` and `Tally` are plain JSON. A tally is a sum of
 * contributions of ballots, so it depends neither on their order nor on what stood before.
 */
export interface BallotMethod<Rules extends OptionRules, Ballot, Tally extends Turnout> {
  readonly name: VoteMethodName;
  /** The ballot in its one canonical form, so that equal wishes are equal texts; or why it cannot stand. */
  check(ballot: Ballot, rules: Rules): Ballot | BallotRefusal;
  /** Says nothing, so casting it withdraws the standing one. */
  isEmpty(ballot: Ballot): boolean;
  emptyTally(rules: Rules): Tally;
  /** `before` or `after` undefined: the person had, or has, no standing ballot. Both canonical and not empty. */
  replace(tally: Tally, rules: Rules, group: GroupId, before: Ballot | undefined, after: Ballot | undefined): Tally;
}

export const NOBODY: Turnout = { ballots: 0, ballotsByGroup: {} };

export function countTurnout({ ballots, ballotsByGroup }: Turnout, group: GroupId, sign: 1 | -1): Turnout {
  return {
    ballots: ballots + sign,
    ballotsByGroup: { ...ballotsByGroup, [group]: (ballotsByGroup[group] ?? 0) + sign },
  };
}

/** Takes the old ballot out and puts the new one in: the same for every method that can do both. */
export function replaceBy<Ballot, Tally>(
  count: (tally: Tally, ballot: Ballot, sign: 1 | -1) => Tally,
): (tally: Tally, before: Ballot | undefined, after: Ballot | undefined) => Tally {
  return (tally, before, after) => {
    const without = before === undefined ? tally : count(tally, before, -1);
    return after === undefined ? without : count(without, after, 1);
  };
}

/** The first trouble with the options a ballot names, in its order; `max` for how many it may name. */
export function checkOptions(
  named: readonly PriorityId[],
  options: readonly PriorityId[],
  max: number = Number.POSITIVE_INFINITY,
): BallotRefusal | undefined {
  const known = new Set(options);
  const seen = new Set<PriorityId>();
  for (const option of named) {
    if (!known.has(option)) return { rejected: 'unknown_option' };
    if (seen.has(option)) return { rejected: 'duplicate_option' };
    seen.add(option);
  }
  return seen.size > max ? { rejected: 'too_many_choices', params: { max } } : undefined;
}

/** By code unit, the same everywhere: locales would sort ids differently. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
