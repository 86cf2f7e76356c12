// Holds the recount of the archive against what the server showed and what it answered.
//
// A command answered as counted must be in the archive under its sender and its id, its last fact at the seq of the answer.
// Two kinds are not: a wish its sender knew to be fulfilled already must have left no fact at all, and neither may a
// command that was refused. So nothing acknowledged can be missing, and nothing refused can have slipped in.
import { commandKeyOf, type Totals } from '../audit/recount';
import { canonicalJson } from '../engine/same-json';
import type { FacilitatorView } from '../engine/views';
import { compareVote } from './compare-votes';
import type { Shown } from './facilitator';
import type { Settled } from './ledger';

/** Every difference in words; none when all is well. */
export function findDifferences(
  totals: Totals,
  shown: Shown,
  final: FacilitatorView,
  settled: readonly Settled[],
): string[] {
  return [...findMissingCommands(totals, settled), ...findWrongTotals(totals, shown, final)];
}

function findMissingCommands({ commands }: Totals, settled: readonly Settled[]): string[] {
  return settled.flatMap(({ sender, commandId, type, ack, changesNothing }) => {
    const seq = commands.get(commandKeyOf(sender, commandId));
    const name = `${type} ${commandId} of ${sender}`;
    if (!ack.ok)
      return seq === undefined ? [] : [`${name} was refused (${ack.code}), yet it is in the archive at ${seq}`];
    if (changesNothing) return seq === undefined ? [] : [`${name} should have changed nothing, yet it is at ${seq}`];
    if (seq === undefined) return [`${name} was acknowledged at ${ack.seq} and is missing from the archive`];
    return seq === ack.seq ? [] : [`${name} was acknowledged at ${ack.seq} and stands at ${seq}`];
  });
}

function findWrongTotals(totals: Totals, shown: Shown, final: FacilitatorView): string[] {
  const differences: string[] = [];
  const check = (what: string, recounted: unknown, seen: unknown) => {
    const [a, b] = [canonicalJson(recounted), canonicalJson(seen)];
    if (a !== b) differences.push(`${what}: the recount says ${a}, the server showed ${b}`);
  };
  check('participants', totals.participants, final.joined);
  for (const { id } of final.groups)
    check(`participants of ${id}`, totals.participantsByGroup[id] ?? 0, final.joinedByGroup[id] ?? 0);
  for (const [id, count] of shown.tookPart)
    if (!totals.notRecounted.includes(id)) check(`people who took part in ${id}`, totals.tookPart[id] ?? 0, count);
  for (const [id, count] of shown.ideas) check(`ideas in ${id}`, totals.ideas[id] ?? 0, count);

  check('revealed votes', Object.keys(totals.votes).sort(), [...shown.votes.keys()].sort());
  for (const [id, { ballots, figures }] of shown.votes) {
    check(`ballots in ${id}`, totals.votes[id]?.ballots, ballots);
    compareVote(id, totals.votes[id], figures, check);
  }
  for (const { activity, seq, verdict } of totals.outcomes)
    if (verdict === 'differs') differences.push(`the outcome of ${activity} at ${seq} is not what its ballots select`);

  check('revealed endorsements', Object.keys(totals.endorsements).sort(), [...shown.endorsements.keys()].sort());
  for (const [id, lines] of shown.endorsements) {
    check(`lines of ${id}`, Object.keys(totals.endorsements[id] ?? {}).sort(), Object.keys(lines).sort());
    for (const [line, { counts, given }] of Object.entries(lines)) {
      const recounted = totals.endorsements[id]?.[line];
      // Of a line that few have judged only how many is shown.
      if (counts === undefined)
        check(
          `${line} in ${id}`,
          recounted?.reduce((sum, count) => sum + count, 0),
          given,
        );
      else check(`${line} in ${id}`, recounted, counts);
    }
  }
  return differences;
}
