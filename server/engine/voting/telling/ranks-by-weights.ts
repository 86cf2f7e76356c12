// Ranks by either weighting of the same ballots. Where groups count the same, the rank that stands first is that of the weighted
// votes, which decide; the one that people counting the same would give stands beside it.
import type { PriorityId, RulesEdition, VoteSettings, VoteWeights } from '../../vocabulary';
import { compare } from '../fraction';
import type { VoteOnView } from '../publishing/published-vote';
import { tiersOfOptions } from '../selecting/option-tiers';
import { rankOptions } from '../selecting/rank-options';
import { selectionScores, weightsOf } from '../selecting/selections';
import { supportOf } from '../selecting/support';
import { type Ranks, ranksIn } from './ranks';

export type Counted = {
  readonly shown: Pick<VoteOnView, 'tally' | 'cellsOf'>;
  readonly settings: VoteSettings;
  /** In the order of the ballot. */
  readonly options: readonly PriorityId[];
  readonly rules: RulesEdition;
};

/** Votes, then distinct supporters; equals in both share a rank. Without a ballot nothing has one. */
export function ranksBy(weights: VoteWeights, { shown, settings, options, rules }: Counted): Ranks {
  const { tally, cellsOf } = shown;
  if (tally.ballots === 0) return new Map();
  const scores = selectionScores(tally, options, weights);
  if (scores === undefined)
    return ranksIn(tiersOfOptions({ rules, tally, options, settings, cellsOf }, weightsOf(tally, weights)));
  const supporters = options.map((id, place) => supportOf(tally, settings.method, id, place).supporters);
  const places = options.map((_, place) => place);
  const ranked = rankOptions(places, (a, b) => compare(scores[b]!, scores[a]!) || supporters[b]! - supporters[a]!);
  return new Map(ranked.map(({ option, rank }) => [options[option]!, rank]));
}
