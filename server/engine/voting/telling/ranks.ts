// The rank an option is shown with, in every file and on every screen: equal figures share one, what nobody has judged has none.

import type { VoteView } from '../../activities/vote/types';
import type { PriorityId } from '../../vocabulary';
import type { OutcomeView } from '../selecting/outcome-view';
import type { RankingResult } from './figures';

export type RevealedResults = Pick<VoteView, 'results' | 'approvals' | 'scores' | 'ranking' | 'agreement'>;
export type Ranks = ReadonlyMap<PriorityId, number>;

/** `order`: as declared; logs from before outcomes were declared have none. */
export function ranksOf(
  { results, approvals, scores, agreement, ranking }: RevealedResults,
  order: OutcomeView['order'],
): Ranks {
  if (ranking !== undefined) {
    const anybody = Object.values(ranking.named).some((people) => people > 0);
    return anybody ? ranksIn(order ?? bordaTiers(ranking)) : new Map();
  }
  const figures = results ?? approvals ?? scores ?? agreement ?? {};
  return new Map(
    Object.entries(figures).flatMap(([id, figure]) =>
      'few' in figure || figure.rank === undefined ? [] : [[id, figure.rank] as const],
    ),
  );
}

/** One more than how many stand in the tiers above. */
export function ranksIn(tiers: readonly (readonly PriorityId[])[]): Ranks {
  let ahead = 0;
  return new Map(
    tiers.flatMap((tier) => {
      const rank = ahead + 1;
      ahead += tier.length;
      return tier.map((id) => [id, rank] as const);
    }),
  );
}

function bordaTiers({ borda, order }: RankingResult): readonly (readonly PriorityId[])[] {
  const tiers: PriorityId[][] = [];
  for (const id of order) {
    // The phone's script ranks with this too, and has no `at`.
    const [tier] = tiers.slice(-1);
    if (tier?.[0] !== undefined && borda[tier[0]] === borda[id]) tier.push(id);
    else tiers.push([id]);
  }
  return tiers;
}
