// Holds the recount against the state that the engine folds from the same log. Two ways of counting, one answer.
import type { Totals } from '../audit/recount';
import { canonicalJson } from '../engine/same-json';
import type { SessionState } from '../engine/state';
import type { VoteTally } from '../engine/voting/methods/counting';

/** Every difference in words; none when all is well. */
export function differingTotals(totals: Totals, state: SessionState): readonly string[] {
  const differences: string[] = [];
  const check = (what: string, recounted: unknown, folded: unknown) => {
    const [a, b] = [canonical(recounted), canonical(folded)];
    if (a !== b) differences.push(`${what}: the recount says ${a}, the log folds to ${b}`);
  };
  check('participants', totals.participantsByGroup, state.joinedByGroup);
  for (const { id } of state.design.agenda) {
    const { takers = {}, vote, endorse } = state.activities[id] ?? {};
    const people = Object.values(takers).reduce((sum, count) => sum + count, 0);
    if (!totals.notRecounted.includes(id)) check(`people who took part in ${id}`, totals.tookPart[id] ?? 0, people);
    if (vote !== undefined) {
      const { method, ballots, ballotsByGroup, ...figures } = totals.votes[id] ?? { method: 'none' };
      check(
        `ballots of ${id}`,
        [method, ballots, ballotsByGroup],
        [vote.tally.method, vote.tally.ballots, vote.tally.ballotsByGroup],
      );
      check(
        `figures of ${id}`,
        figures,
        figuresOf(
          vote.tally,
          vote.options.map((option) => option.id),
        ),
      );
    }
    if (endorse !== undefined) {
      const histograms = endorse.lines.map((line) => [line, endorse.tally[line] ?? [0, 0, 0, 0, 0, 0, 0, 0]]);
      check(`judgements of ${id}`, totals.endorsements[id], Object.fromEntries(histograms));
    }
  }
  return differences;
}

/** The tally in the words of the recount. */
function figuresOf(tally: VoteTally, ids: readonly string[]): object {
  switch (tally.method) {
    case 'dots':
      return { options: tally.options };
    case 'approval':
      return { options: {}, approvals: tally.options };
    case 'score':
      return { options: {}, scores: tally.options };
    case 'agreement':
      return { options: {}, answers: tally.options };
    case 'ranking': {
      const pairs = ({ margins, named }: { margins: readonly (readonly number[])[]; named: readonly number[] }) => ({
        margins: named2d(ids, margins),
        named: Object.fromEntries(ids.map((id, at) => [id, named[at] ?? 0])),
      });
      const byGroup = Object.entries(tally.byGroup).map(([group, counts]) => [group, pairs(counts)]);
      return { options: {}, ranking: { ...pairs(tally), byGroup: Object.fromEntries(byGroup) } };
    }
  }
}

function named2d(ids: readonly string[], rows: readonly (readonly number[])[]): object {
  return Object.fromEntries(
    ids.map((a, row) => [a, Object.fromEntries(ids.map((b, column) => [b, rows[row]?.[column] ?? 0]))]),
  );
}

/** Without what is empty or zero: a group without a vote is counted by leaving it out, or as 0. Places in a list stay. */
function canonical(value: unknown): string {
  return canonicalJson(pruned(value) ?? null);
}

function pruned(value: unknown): unknown {
  if (value === 0) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const places = value.map((one) => pruned(one) ?? 0);
    return places.every((one) => one === 0) ? undefined : places;
  }
  const kept = Object.entries(value)
    .map(([key, one]) => [key, pruned(one)] as const)
    .filter(([, one]) => one !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
