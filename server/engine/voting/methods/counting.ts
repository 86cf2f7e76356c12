// The ballot methods behind one door: the vote activity casts and counts without knowing which of them it is.
import type { Ballot } from '../../commands';
import type { Rejection } from '../../rejection';
import { reject } from '../../rejection';
import type { GroupId, PriorityId, VoteMethod, VoteMethodName } from '../../vocabulary';
import type { AgreementTally } from './agreement';
import { agreement } from './agreement';
import type { ApprovalTally } from './approval';
import { approval } from './approval';
import type { DotsTally } from './dots';
import { dots } from './dots';
import type { BallotMethod, OptionRules, Turnout } from './method';
import type { RankingTally } from './ranking';
import { ranking } from './ranking';
import type { ScoreTally } from './score';
import { score } from './score';

export type VoteTally =
  | ({ readonly method: 'dots' } & DotsTally)
  | ({ readonly method: 'approval' } & ApprovalTally)
  | ({ readonly method: 'score' } & ScoreTally)
  | ({ readonly method: 'ranking' } & RankingTally)
  | ({ readonly method: 'agreement' } & AgreementTally);

/** Which field of a ballot a method reads. */
const FIELD_OF_METHOD = {
  dots: 'choices',
  approval: 'approved',
  score: 'scores',
  ranking: 'ranked',
  agreement: 'answers',
} as const satisfies Readonly<Record<VoteMethodName, string>>;

export interface Counting {
  /** In its one canonical form, or why it cannot stand. */
  check(ballot: Ballot): Ballot | Rejection;
  /** Says nothing, so casting it withdraws the standing one. */
  isEmpty(ballot: Ballot): boolean;
  emptyTally(): VoteTally;
  /** `before` or `after` undefined: the person had, or has, no standing ballot. */
  replace(tally: VoteTally, group: GroupId, before: Ballot | undefined, after: Ballot | undefined): VoteTally;
}

/** `options` as fixed when the vote first opened. */
export function countingOf(method: VoteMethod, options: readonly PriorityId[]): Counting {
  switch (method.name) {
    case 'dots':
      return counting(dots, { options, budget: method.budget, cap: method.cap });
    case 'approval':
      return counting(approval, { options, max: method.max });
    case 'score':
      return counting(score, { options, criteria: method.criteria.map(({ id }) => id), scale: method.scale });
    case 'ranking':
      return counting(ranking, { options, top: method.top });
    case 'agreement':
      return counting(agreement, { options });
  }
}

function counting<Rules extends OptionRules, Own, Tally extends Turnout>(
  method: BallotMethod<Rules, Own, Tally>,
  rules: Rules,
): Counting {
  const field = FIELD_OF_METHOD[method.name];
  const ownOf = (ballot: Ballot): Own | undefined =>
    (ballot as unknown as Readonly<Record<string, Own | undefined>>)[field];
  const tagged = (tally: Tally): VoteTally => ({ ...tally, method: method.name }) as unknown as VoteTally;
  return {
    check(ballot) {
      const own = ownOf(ballot);
      if (own === undefined) return reject('wrong_ballot');
      const checked = method.check(own, rules);
      const refused = checked as { readonly rejected?: unknown };
      return refused.rejected === undefined ? ({ [field]: checked } as unknown as Ballot) : (checked as Rejection);
    },
    isEmpty(ballot) {
      const own = ownOf(ballot);
      return own === undefined || method.isEmpty(own);
    },
    emptyTally: () => tagged(method.emptyTally(rules)),
    replace: (tally, group, before, after) =>
      tagged(
        method.replace(
          tally as unknown as Tally,
          rules,
          group,
          before === undefined ? undefined : ownOf(before),
          after === undefined ? undefined : ownOf(after),
        ),
      ),
  };
}
