// Choosing k of m from approval ballots.
import * as z from 'zod';
import { toText } from '../../engine/voting/fraction';
import type { ApprovalElection, Selection, Step } from '../../engine/voting/selecting/election';
import { equalShares } from '../../engine/voting/selecting/equal-shares';
import {
  approvalScores,
  mostApproved,
  mostSatisfying,
  satisfactionScores,
} from '../../engine/voting/selecting/most-supported';
import { sequentialPhragmen } from '../../engine/voting/selecting/phragmen';
import {
  CaseError,
  count,
  defineCase,
  exact,
  exactOut,
  MAX_CANDIDATES,
  MAX_VOTERS,
  MAX_WORK,
  requireCandidates,
  requireCommonDenominator,
} from '../case';

const RULES = {
  av: mostApproved,
  sav: mostSatisfying,
  seqphragmen: sequentialPhragmen,
  'equal-shares': (election: ApprovalElection) => equalShares(election),
  'equal-shares-without-completion': (election: ApprovalElection) => equalShares(election, 'none'),
};
type RuleName = keyof typeof RULES;

const schema = z.object({
  num_candidates: z.int().min(1).max(MAX_CANDIDATES),
  committee_size: z.int().min(1),
  approvals: z.array(z.array(count)).max(MAX_VOTERS),
  rule: z.enum(Object.keys(RULES) as [RuleName, ...RuleName[]]),
  weights: z.array(exact).nullish(),
});

/**
 * `price` of a step: what decided. For candidates nobody approves there is none; k+1, more than any load can reach, stands in
 * for it as in abcvoting.
 */
function writeStep({ add, price, tied, phase }: Step, seats: number): object {
  return { add, price: price === undefined ? String(seats + 1) : toText(price), tied, phase };
}

export const committeeCase = defineCase(schema, ({ num_candidates: candidates, committee_size: seats, ...input }) => {
  if (seats > candidates) throw new CaseError(`committee_size: ${seats} of ${candidates} candidates`);
  input.approvals.forEach((approved, voter) => {
    requireCandidates(approved, candidates, `approvals.${voter}`);
  });
  const weights = input.weights ?? undefined;
  if (weights !== undefined) {
    if (weights.length !== input.approvals.length) throw new CaseError('weights: one for every ballot');
    if (weights.length > 0 && weights.every(({ n }) => n === 0n)) throw new CaseError('weights: all are 0');
  }
  const bits = requireCommonDenominator(weights ?? [], 'weights');
  const approvals = input.approvals.reduce((sum, approved) => sum + approved.length, 0);
  if (approvals * seats * bits > MAX_WORK)
    throw new CaseError('too large: committee_size × approvals × bits of the weights is above 20,000,000,000');
  const election: ApprovalElection = {
    candidates,
    seats,
    ballots: input.approvals,
    ...(weights === undefined ? {} : { weights }),
  };
  const selection: Selection = RULES[input.rule](election);
  const scores =
    input.rule === 'av' ? approvalScores(election) : input.rule === 'sav' ? satisfactionScores(election) : undefined;
  return {
    committee: selection.committee,
    order: selection.order,
    trace: selection.trace.map((step) => writeStep(step, seats)),
    tied_at_cut: selection.tiedAtCut,
    ...(scores === undefined ? {} : { scores: scores.map(exactOut) }),
  };
});
