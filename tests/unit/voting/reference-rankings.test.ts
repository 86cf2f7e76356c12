import type { Order } from '../../../server/engine/voting/measures/pairwise';
import {
  condorcetWinner,
  copelandScores,
  countMargins,
  highest,
  minimaxScores,
  strictBorda,
  symmetricBorda,
} from '../../../server/engine/voting/measures/pairwise';
import { schulze } from '../../../server/engine/voting/selecting/schulze';
import { withReference } from '../../support/reference-cases';

type RankingCase = {
  readonly id: string;
  readonly num_candidates: number;
  readonly strict: boolean;
  readonly orders: readonly (readonly [number, Order])[];
  readonly published?: { readonly schulze_winners?: readonly number[] };
  readonly expected: {
    readonly margins: readonly (readonly number[])[];
    readonly condorcet_winner: number | null;
    readonly borda_scores?: readonly number[];
    readonly borda_winners: readonly number[];
    readonly borda_symmetric_scores?: readonly number[];
    readonly copeland_scores: readonly number[];
    readonly copeland_winners: readonly number[];
    readonly minimax_scores: readonly number[];
    readonly minimax_winners: readonly number[];
    readonly schulze_winners: readonly number[];
    readonly schulze_defeats: readonly (readonly [number, number])[];
  };
};

withReference<RankingCase>('voting/rankings.json', (cases) => {
  test.each(cases.map((given) => [given.id, given] as const))(
    '[RANK1] margins and winners of the reference: %s',
    (_id, given) => {
      const { expected, orders, num_candidates: candidates } = given;
      const margins = countMargins(candidates, orders);
      expect(margins).toEqual(expected.margins);
      expect(condorcetWinner(margins) ?? null).toBe(expected.condorcet_winner);
      expect(copelandScores(margins)).toEqual(expected.copeland_scores);
      expect(highest(copelandScores(margins))).toEqual(expected.copeland_winners);
      expect(minimaxScores(margins)).toEqual(expected.minimax_scores);
      expect(highest(minimaxScores(margins))).toEqual(expected.minimax_winners);
      expect(highest(symmetricBorda(margins))).toEqual(expected.borda_winners);
      if (expected.borda_symmetric_scores) expect(symmetricBorda(margins)).toEqual(expected.borda_symmetric_scores);
      expect(strictBorda(candidates, orders)).toEqual(given.strict ? expected.borda_scores : undefined);
      const { defeats, winners } = schulze(margins);
      expect(winners).toEqual(expected.schulze_winners);
      expect(defeats).toEqual([...expected.schulze_defeats].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      if (given.published?.schulze_winners) expect(winners).toEqual(given.published.schulze_winners);
    },
  );
});
