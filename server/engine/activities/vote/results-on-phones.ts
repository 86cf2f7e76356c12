// What a phone draws of a result, and no more: every phone of a hall is sent it in the same moment. Splits by group, reasons and
// measures are for wall, console and papers.

import type { Few } from '../../voting/publishing/few';
import type { OutcomeView } from '../../voting/selecting/outcome-view';
import type {
  AgreementResult,
  ApprovalResult,
  CriterionResult,
  DotsResult,
  ScoreResult,
} from '../../voting/telling/figures';
import type { VoteResults } from './types';

export function onPhones({ results, approvals, scores, ranking, agreement, outcome, held }: VoteResults): VoteResults {
  return {
    ...(results && { results: each(results, dotsOnPhones) }),
    ...(approvals && { approvals: each(approvals, approvalOnPhones) }),
    ...(scores && { scores: each(scores, scoreOnPhones) }),
    ...(agreement && { agreement: each(agreement, agreementOnPhones) }),
    // The declared order ranks them, where there is one.
    ...(ranking && {
      ranking: outcome?.order === undefined ? ranking : { ...ranking, borda: {}, order: [], schulzeOrder: [] },
    }),
    ...(outcome && { outcome: outcomeOnPhones(outcome, ranking !== undefined) }),
    ...(held && { held }),
  };
}

const ranked = ({ rank }: { readonly rank?: number }) => (rank === undefined ? {} : { rank });

function dotsOnPhones(result: DotsResult): DotsResult {
  const { dots, supporters } = result;
  return { dots, supporters, ...ranked(result), dotsByGroup: {} };
}

function approvalOnPhones(result: ApprovalResult): ApprovalResult {
  return { approvals: result.approvals, ...ranked(result), approvalsByGroup: {} };
}

function scoreOnPhones(result: ScoreResult): ScoreResult {
  return { ...ranked(result), criteria: each(result.criteria, criterionOnPhones) };
}

function agreementOnPhones(result: AgreementResult | Few): AgreementResult | Few {
  if ('few' in result) return result;
  const { agree, disagree, pass } = result;
  return { agree, disagree, pass, ...ranked(result), byGroup: {} };
}

function criterionOnPhones(result: CriterionResult | Few): CriterionResult | Few {
  if ('few' in result) return result;
  const { counts, lowerMedian, high } = result;
  return { counts, ...(lowerMedian === undefined ? {} : { lowerMedian }), high, countsByGroup: {} };
}

/** By every other method each option carries its rank. */
function outcomeOnPhones(outcome: OutcomeView, isRanking: boolean): OutcomeView {
  const { round, settings, ballots, joined, selected, tiedAtCut, emptyPlaces, order, byWeights, flags } = outcome;
  return {
    round,
    settings,
    ballots,
    joined,
    selected,
    tiedAtCut,
    ...(emptyPlaces === undefined ? {} : { emptyPlaces }),
    ...(byWeights === undefined ? {} : { byWeights }),
    flags,
    ...(isRanking && order !== undefined ? { order } : {}),
    bySelection: {},
  };
}

function each<Before, After>(
  of: Readonly<Record<string, Before>>,
  change: (one: Before) => After,
): Readonly<Record<string, After>> {
  return Object.fromEntries(Object.entries(of).map(([id, one]) => [id, change(one)]));
}
