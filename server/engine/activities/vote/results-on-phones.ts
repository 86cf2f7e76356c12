// What a phone draws of a result, and no more: every phone of a hall is sent it in the same moment. Splits by group, reasons and
// measures are for wall, console and papers.

import type { Few } from '../../voting/publishing/few';
import type { OutcomeView } from '../../voting/selecting/outcome-view';
import type { CriterionResult } from '../../voting/telling/figures';
import type { VoteResults } from './results';

export function onPhones({ results, approvals, scores, ranking, agreement, outcome, held }: VoteResults): VoteResults {
  return {
    ...(results && { results: each(results, ({ nearlyAll: _, ...result }) => ({ ...result, dotsByGroup: {} })) }),
    ...(approvals && {
      approvals: each(approvals, ({ nearlyAll: _, ...result }) => ({ ...result, approvalsByGroup: {} })),
    }),
    ...(scores && {
      scores: each(scores, ({ quadrant: _, criteria, ...result }) => ({
        ...result,
        criteria: each(criteria, criterionOnPhones),
      })),
    }),
    ...(agreement && {
      agreement: each(agreement, (result) => {
        if ('few' in result) return result;
        const { nearlyAll: _, consensus: _consensus, split: _split, polarised: _polarised, ...figures } = result;
        return { ...figures, byGroup: {} };
      }),
    }),
    // The declared order ranks them, where there is one.
    ...(ranking && {
      ranking: outcome?.order === undefined ? ranking : { ...ranking, borda: {}, order: [], schulzeOrder: [] },
    }),
    ...(outcome && { outcome: outcomeOnPhones(outcome, ranking !== undefined) }),
    ...(held && { held }),
  };
}

function criterionOnPhones(result: CriterionResult | Few): CriterionResult | Few {
  if ('few' in result) return result;
  const { counts, lowerMedian, high } = result;
  return { counts, ...(lowerMedian === undefined ? {} : { lowerMedian }), high, countsByGroup: {} };
}

/** By every other method each option carries its rank. */
function outcomeOnPhones({ differ: _, order, ...outcome }: OutcomeView, isRanking: boolean): OutcomeView {
  return { ...outcome, ...(isRanking && order !== undefined ? { order } : {}), bySelection: {} };
}

function each<Before, After>(
  of: Readonly<Record<string, Before>>,
  change: (one: Before) => After,
): Readonly<Record<string, After>> {
  return Object.fromEntries(Object.entries(of).map(([id, one]) => [id, change(one)]));
}
