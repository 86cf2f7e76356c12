// Approval: everybody marks at most `max` options they could live with (methods A1).
import type { GroupId, PriorityId } from '../../vocabulary';
import type { BallotMethod, OptionRules, Turnout } from './method';
import { byId, checkOptions, countTurnout, NOBODY, replaceBy } from './method';

export type ApprovalRules = OptionRules & { readonly max: number };
/** Approved options, by id. */
export type ApprovalBallot = readonly PriorityId[];

export type ApprovalCount = {
  readonly approvals: number;
  readonly approvalsByGroup: Readonly<Record<GroupId, number>>;
};
export type ApprovalTally = Turnout & { readonly options: Readonly<Record<PriorityId, ApprovalCount>> };

const NOTHING: ApprovalCount = { approvals: 0, approvalsByGroup: {} };

function count(tally: ApprovalTally, group: GroupId, ballot: ApprovalBallot, sign: 1 | -1): ApprovalTally {
  const options: Record<PriorityId, ApprovalCount> = { ...tally.options };
  for (const option of ballot) {
    const { approvals, approvalsByGroup } = options[option] ?? NOTHING;
    options[option] = {
      approvals: approvals + sign,
      approvalsByGroup: { ...approvalsByGroup, [group]: (approvalsByGroup[group] ?? 0) + sign },
    };
  }
  return { ...countTurnout(tally, group, sign), options };
}

export const approval: BallotMethod<ApprovalRules, ApprovalBallot, ApprovalTally> = {
  name: 'approval',
  check: (ballot, { options, max }) => checkOptions(ballot, options, max) ?? [...ballot].sort(byId),
  isEmpty: (ballot) => ballot.length === 0,
  emptyTally: ({ options }) => ({ ...NOBODY, options: Object.fromEntries(options.map((id) => [id, NOTHING])) }),
  replace: (tally, _rules, group, before, after) =>
    replaceBy<ApprovalBallot, ApprovalTally>((sum, ballot, sign) => count(sum, group, ballot, sign))(
      tally,
      before,
      after,
    ),
};
