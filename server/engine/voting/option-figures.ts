// One option's figures and rank out of the results of a revealed vote, whatever its method.
import type { OptionFigures, OutcomeView, VoteView } from '../views';
import type { PriorityId } from '../vocabulary';

export type RevealedResults = Pick<VoteView, 'results' | 'approvals' | 'scores' | 'ranking' | 'agreement'>;

export function optionFigures(
  id: PriorityId,
  { results, approvals, scores, ranking, agreement }: RevealedResults,
  order: OutcomeView['order'],
): OptionFigures & { readonly rank: number } {
  const split = <Result extends { readonly rank: number }>({ rank, ...figures }: Result) => ({ rank, figures });
  if (results?.[id] !== undefined) {
    const { rank, figures } = split(results[id]);
    return { rank, dots: figures };
  }
  if (approvals?.[id] !== undefined) {
    const { rank, figures } = split(approvals[id]);
    return { rank, approval: figures };
  }
  if (scores?.[id] !== undefined) {
    const { rank, figures } = split(scores[id]);
    return { rank, score: figures };
  }
  if (agreement?.[id] !== undefined) {
    const { rank, figures } = split(agreement[id]);
    return { rank, agreement: figures };
  }
  if (ranking === undefined) return { rank: 1 };
  const tier = ranking.schulzeOrder.findIndex((options) => options.includes(id)) + 1;
  return {
    rank: (order?.flat() ?? ranking.order).indexOf(id) + 1,
    ranking: { borda: ranking.borda[id] ?? 0, named: ranking.named[id] ?? 0, schulzeTier: tier },
  };
}
