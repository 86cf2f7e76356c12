// Method of Equal Shares with unit cost (methods A6), completed by sequential Phragmén: the fair share of the room.

import { fraction } from '../fraction';
import type { ApprovalElection, Selection } from './election';
import { prepare } from './election';
import { createPhragmen } from './phragmen';
import { createGood } from './purses';
import type { SharesStage } from './shares-stage';
import { createSharesStage } from './shares-stage';
import { runStages } from './stage';

export type Completion = 'phragmen' | 'none';

/**
 * Everybody gets b_v = w_v·k/Σw; the candidate with the least q such that Σ_{v ∈ N_c} min(b_v, q·w_v) = 1 is bought, until
 * nobody can pay. Seats left are filled by sequential Phragmén from the loads −b_v/w_v, or left open (`none`).
 * Peters & Skowron 2020; Lackner & Skowron 2023; completion as abcvoting's `equal-shares`.
 */
export function equalShares(election: ApprovalElection, completion: Completion = 'phragmen'): Selection {
  return runStages(createEqualShares(election, completion), election);
}

export function createEqualShares(election: ApprovalElection, completion: Completion = 'phragmen'): SharesStage {
  const prepared = prepare(election);
  const { weights, totalWeight, supporters, scale } = prepared;
  // Whole-number weights stand for w·scale: b_v is the same, q per weight is smaller by `scale`.
  const purses = {
    money: weights.map((weight) => weight * BigInt(election.seats)),
    denominator: totalWeight === 0n ? 1n : totalWeight,
  };
  return createSharesStage(
    {
      goods: supporters.map((voters) => createGood(1n, voters, (voter) => weights[voter]!)),
      unit: fraction(scale),
      ...(completion === 'none'
        ? {}
        : {
            complete: ({ money, denominator }, taken) =>
              createPhragmen(prepared, { weighted: money.map((left) => -left), denominator, taken }),
          }),
    },
    purses,
  );
}
