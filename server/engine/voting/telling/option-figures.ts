// One option's figures and rank out of the results of a revealed vote, whatever its method.

import type { PriorityId } from '../../vocabulary';
import type { OutcomeView } from '../selecting/outcome-view';
import type { OptionFigures } from './figures';
import { type RevealedResults, ranksOf } from './ranks';

export function optionFigures(
  id: PriorityId,
  shown: RevealedResults,
  order: OutcomeView['order'],
): OptionFigures & { readonly rank?: number } {
  const rank = ranksOf(shown, order).get(id);
  return { ...figuresOf(id, shown), ...(rank === undefined ? {} : { rank }) };
}

function figuresOf(id: PriorityId, { results, approvals, scores, ranking, agreement }: RevealedResults): OptionFigures {
  const unranked = <Result extends { readonly rank?: number }>({ rank: _, ...figures }: Result) => figures;
  if (results?.[id] !== undefined) return { dots: unranked(results[id]) };
  if (approvals?.[id] !== undefined) return { approval: unranked(approvals[id]) };
  if (scores?.[id] !== undefined) return { score: unranked(scores[id]) };
  const answers = agreement?.[id];
  if (answers !== undefined) return { agreement: 'few' in answers ? answers : unranked(answers) };
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
