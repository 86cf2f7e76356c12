// One option's figures and rank out of the results of a revealed vote, whatever its method.

import type { PriorityId } from '../../vocabulary';
import type { OutcomeView } from '../selecting/outcome-view';
import type { AgreementResult, OptionFigures } from './figures';
import { type RevealedResults, ranksOf } from './ranks';

export function optionFigures(
  id: PriorityId,
  shown: RevealedResults,
  order: OutcomeView['order'],
): OptionFigures & { readonly rank?: number } {
  const rank = ranksOf(shown, order).get(id);
  return { ...figuresOf(id, shown), ...(rank === undefined ? {} : { rank }) };
}

/** Without the rank, which is of all options together. */
export function figuresOf(
  id: PriorityId,
  { results, approvals, scores, ranking, agreement }: RevealedResults,
): OptionFigures {
  if (results?.[id] !== undefined) {
    const { dots, supporters, dotsByGroup, nearlyAll } = results[id];
    return { dots: { dots, supporters, dotsByGroup, ...(nearlyAll === undefined ? {} : { nearlyAll }) } };
  }
  if (approvals?.[id] !== undefined) {
    const { approvals: people, approvalsByGroup, nearlyAll } = approvals[id];
    return { approval: { approvals: people, approvalsByGroup, ...(nearlyAll === undefined ? {} : { nearlyAll }) } };
  }
  if (scores?.[id] !== undefined) {
    const { criteria, quadrant } = scores[id];
    return { score: { criteria, ...(quadrant === undefined ? {} : { quadrant }) } };
  }
  const answers = agreement?.[id];
  if (answers !== undefined) return { agreement: 'few' in answers ? answers : agreementFigures(answers) };
  if (ranking === undefined) return {};
  const tier = ranking.schulzeOrder.findIndex((options) => options.includes(id)) + 1;
  return {
    ranking: {
      borda: ranking.borda[id] ?? 0,
      named: ranking.named[id] ?? 0,
      ...(tier === 0 ? {} : { schulzeTier: tier }),
    },
  };
}

function agreementFigures(result: AgreementResult): Omit<AgreementResult, 'rank'> {
  const { agree, disagree, pass, consensus, byGroup, nearlyAll, split, polarised } = result;
  return {
    agree,
    disagree,
    pass,
    ...(consensus === undefined ? {} : { consensus }),
    byGroup,
    ...(nearlyAll === undefined ? {} : { nearlyAll }),
    ...(split === undefined ? {} : { split }),
    ...(polarised === undefined ? {} : { polarised }),
  };
}
