// Ranked ballots, ties allowed; candidates an order leaves out stand together below those it names.
import * as z from 'zod';
import {
  condorcetWinner,
  copelandScores,
  countMargins,
  highest,
  minimaxScores,
  type Order,
  strictBorda,
  symmetricBorda,
} from '../../engine/voting/measures/pairwise';
import { schulze } from '../../engine/voting/selecting/schulze';
import { CaseError, count, defineCase, MAX_RANKED, MAX_VOTERS, requireCandidates } from '../case';

const schema = z.object({
  num_candidates: z.int().min(1).max(MAX_RANKED),
  orders: z.array(z.tuple([count, z.array(z.array(count))])).max(MAX_VOTERS),
});

export const rankingCase = defineCase(schema, ({ num_candidates: candidates, orders: given }) => {
  const orders = given.map(([ballots, tiers], at): readonly [number, Order] => {
    requireCandidates(tiers.flat(), candidates, `orders.${at}`);
    return [ballots, tiers.filter((tier) => tier.length > 0)];
  });
  const ballots = orders.reduce((sum, [number]) => sum + number, 0);
  if (!Number.isSafeInteger(ballots * candidates))
    throw new CaseError('orders: more ballots than can be counted exactly');
  const margins = countMargins(candidates, orders);
  const { defeats, winners } = schulze(margins);
  const borda = strictBorda(
    candidates,
    // One candidate left out is last without a tie.
    orders.map(([number, order]) => [number, complete(order, candidates)] as const),
  );
  return {
    margins,
    condorcet_winner: condorcetWinner(margins) ?? null,
    borda_symmetric_scores: symmetricBorda(margins),
    ...(borda === undefined ? {} : { borda_scores: borda }),
    copeland_scores: copelandScores(margins),
    copeland_winners: highest(copelandScores(margins)),
    minimax_scores: minimaxScores(margins),
    minimax_winners: highest(minimaxScores(margins)),
    schulze_defeats: defeats,
    schulze_winners: winners,
  };
});

function complete(order: Order, candidates: number): Order {
  const named = new Set(order.flat());
  const rest = Array.from({ length: candidates }, (_, candidate) => candidate).filter((other) => !named.has(other));
  return rest.length === 0 ? order : [...order, rest];
}
