// How long a full recount takes, rule by rule: node server/launch/tool.mjs tests/load/tally.ts
// Seeded, so that two machines count the same ballots. Nothing here is asserted; figures are for people.

import { fraction } from '../../server/engine/voting/fraction';
import {
  copelandScores,
  countMargins,
  minimaxScores,
  type Order,
  symmetricBorda,
} from '../../server/engine/voting/measures/pairwise';
import { equalSharesBudget, greedyBudget } from '../../server/engine/voting/selecting/budget';
import type { ApprovalElection } from '../../server/engine/voting/selecting/election';
import { equalShares } from '../../server/engine/voting/selecting/equal-shares';
import { mostApproved, mostSatisfying } from '../../server/engine/voting/selecting/most-supported';
import { sequentialPhragmen } from '../../server/engine/voting/selecting/phragmen';
import { schulze } from '../../server/engine/voting/selecting/schulze';

/** mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(random: () => number, size: number): number[] {
  const list = Array.from({ length: size }, (_, index) => index);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}

const SIZES = [
  { voters: 300, options: 60, seats: 8, approvals: 8 },
  { voters: 5_000, options: 200, seats: 20, approvals: 40 },
] as const;

for (const { voters, options, seats, approvals } of SIZES) {
  const random = seeded(2026);
  const people = Array.from({ length: voters }, () => shuffled(random, options));
  const election: ApprovalElection = {
    candidates: options,
    seats,
    ballots: people.map((list) => list.slice(0, approvals)),
  };
  const weighted = { ...election, weights: people.map((_, voter) => fraction(1 + (voter % 7), 1 + (voter % 5))) };
  const orders = people.map((list): readonly [number, Order] => [1, list.map((option) => [option])]);
  const margins = countMargins(options, orders);
  const budget = {
    costs: Array.from({ length: options }, () => fraction(1 + Math.floor(random() * 100))),
    budget: fraction(seats * 50),
    ballots: election.ballots.map((ballot) =>
      ballot.map((project) => ({ project, utility: fraction(1 + Math.floor(random() * 5)) })),
    ),
  };
  const rules: Readonly<Record<string, () => unknown>> = {
    'most approved (AV)': () => mostApproved(election),
    SAV: () => mostSatisfying(election),
    'sequential Phragmén, k places': () => sequentialPhragmen(election),
    'sequential Phragmén, whole ranking': () => sequentialPhragmen({ ...election, seats: options }),
    'Equal Shares + Phragmén': () => equalShares(election),
    'Equal Shares + Phragmén, weights': () => equalShares(weighted),
    'Equal Shares, prices and points': () => equalSharesBudget(budget),
    'greedy budget': () => greedyBudget(budget),
    'pairwise margins': () => countMargins(options, orders),
    'Borda, Copeland, minimax': () => [symmetricBorda(margins), copelandScores(margins), minimaxScores(margins)],
    Schulze: () => schulze(margins),
  };
  console.log(`${voters} voters × ${options} options, ${approvals} approvals each, ${seats} places`);
  for (const [name, run] of Object.entries(rules)) {
    const begun = performance.now();
    run();
    console.log(`  ${name.padEnd(36)} ${(performance.now() - begun).toFixed(0).padStart(7)} ms`);
  }
}
