// Is this archive what it says it is? The chain, a recount that shares no code with the tally, every outcome, and the draft.
// Two readings: the first trusts nothing, the second folds the log with the engine and compares.
import { type BadRecord, type BadRecordCode, type RecountedOutcome, recount, type Sha256 } from '../audit/recount';
import { rulesOf } from '../engine/activities/registry';
import { archivedDraft } from '../engine/draft/archived-draft';
import type { RecordedEvent } from '../engine/events';
import { evolve } from '../engine/evolve';
import { isSameJson } from '../engine/same-json';
import { findActivity, initialState, type SessionState } from '../engine/state';
import { FIRST_RULES, RULES_EDITIONS } from '../engine/vocabulary';
import { differingTotals } from './differing-totals';

export type Verdict =
  | {
      readonly ok: true;
      readonly sessionId: string;
      readonly code: string;
      readonly rehearsal: boolean;
      /** Made before the session ended: it will grow. */
      readonly ended: boolean;
      readonly facts: number;
      readonly closingHash: string;
      readonly participants: number;
      /** By activity: standing ballots, and how its latest outcome came out. */
      readonly votes: Readonly<
        Record<string, { readonly ballots: number; readonly outcome?: RecountedOutcome['verdict'] }>
      >;
      /** Archives made before version 0.2 hold none. */
      readonly draft: 'agrees' | 'not_inside';
    }
  | {
      readonly ok: false;
      readonly code: BadRecordCode | 'outcome_differs' | 'totals_differ' | 'draft_differs' | 'not_foldable';
      /** The first record that cannot be believed, counted from 1. */
      readonly badRecord: number;
      readonly why: string;
    };

type Lines = AsyncIterable<string> | Iterable<string>;

/** `open` gives the lines of the file from its start, each time it is called. */
export async function checkArchive(open: () => Lines, sha256: Sha256): Promise<Verdict> {
  const totals = await recount(open(), sha256);
  if (isBad(totals)) return { ok: false, ...totals };
  // Line 1 is the header, so fact n stands in record n + 1.
  const wrong = totals.outcomes.find(({ verdict }) => verdict === 'differs');
  if (wrong !== undefined)
    return bad('outcome_differs', wrong.seq + 1, `the ballots of ${wrong.activity} select something else`);
  const replayed = await replay(open());
  if ('ok' in replayed) return replayed;
  const { state, draft } = replayed;
  const trailer = totals.seq + 2;
  const [difference] = differingTotals(totals, state);
  if (difference !== undefined) return bad('totals_differ', trailer, difference);
  if (draft !== undefined && !isSameJson(draft, archivedDraft(state)))
    return bad('draft_differs', trailer, 'the draft at the end is not what the log composes to');
  const latest = new Map(totals.outcomes.map(({ activity, verdict }) => [activity, verdict]));
  return {
    ok: true,
    sessionId: totals.sessionId,
    code: state.code,
    rehearsal: state.rehearsal,
    ended: state.phase === 'ended',
    facts: totals.seq,
    closingHash: totals.closingHash,
    participants: totals.participants,
    votes: Object.fromEntries(
      Object.entries(totals.votes).map(([id, { ballots }]) => {
        const outcome = latest.get(id);
        return [id, { ballots, ...(outcome === undefined ? {} : { outcome }) }];
      }),
    ),
    draft: draft === undefined ? 'not_inside' : 'agrees',
  };
}

type Refusal = Extract<Verdict, { readonly ok: false }>;

function bad(code: Refusal['code'], badRecord: number, why: string): Refusal {
  return { ok: false, code, badRecord, why };
}

function isBad(result: object): result is BadRecord {
  return 'badRecord' in result;
}

/** Folds every fact; each outcome is declared again by the engine's own rules, with reasons, ties and flags. */
async function replay(lines: Lines): Promise<Refusal | { readonly state: SessionState; readonly draft: unknown }> {
  let state = initialState;
  let draft: unknown;
  let record = 0;
  for await (const line of lines) {
    record += 1;
    const value = JSON.parse(line) as Record<string, unknown>;
    if (record === 1) continue;
    if (value.end === true) {
      draft = value.draft;
      continue;
    }
    const { prev: _, ...fact } = value;
    try {
      const event = fact as unknown as RecordedEvent;
      if (event.type === 'SessionCreated' && !RULES_EDITIONS.includes(event.data.rules ?? FIRST_RULES))
        return bad('not_foldable', record, `rules of edition ${event.data.rules}, which is not known here`);
      if (event.type === 'OutcomeDeclared' && !isDeclaredAgain(state, event))
        return bad('outcome_differs', record, `the rules declare another outcome of ${event.data.activityId}`);
      state = evolve(state, event);
    } catch (error) {
      // Data that the engine never writes: no log of ours.
      return bad('not_foldable', record, String(error));
    }
  }
  return { state, draft };
}

/** By the rules from the facts before it, or the one that stands said once more, which changes nothing. */
function isDeclaredAgain(state: SessionState, event: Extract<RecordedEvent, { type: 'OutcomeDeclared' }>): boolean {
  const { activityId, ...outcome } = event.data;
  const design = findActivity(state, activityId);
  const declared = design && rulesOf(design).declare?.(state, design);
  if (declared?.some(({ data }) => isSameJson(data, event.data))) return true;
  return isSameJson(outcome, state.activities[activityId]?.vote?.outcome);
}
