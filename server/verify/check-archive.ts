// Is this archive what it says it is? The chain, a recount that shares no code with the tally, every outcome, the draft, and
// what it can be held against from outside. Two readings: the first trusts nothing, the second folds the log and compares.
import type { Expectation } from '../audit/expectation';
import type { RecountedOutcome } from '../audit/kinds/ballots';
import { type BadRecord, type BadRecordCode, recount, type Sha256 } from '../audit/recount';
import { fingerprintOf, isSignatureOf, type SealSignature } from '../audit/seal-signature';
import { rulesOf } from '../engine/activities/registry';
import { archivedDraft } from '../engine/draft/archived-draft';
import type { RecordedEvent } from '../engine/events';
import { evolve } from '../engine/evolve';
import { isSameJson } from '../engine/same-json';
import { findActivity, initialState, type SessionState } from '../engine/state';
import { FIRST_RULES, type RulesEdition } from '../engine/vocabulary';
import { problemOfFact } from '../protocol/fact-schema';
import { againstTheRules, isOneAct } from './against-the-rules';
import { differingTotals } from './differing-totals';
import { wordsBesideTheLog } from './words-beside-the-log';

export type SignedBy = {
  readonly fingerprint: string;
  /** Facts that the signature covers, from the first. */
  readonly facts: number;
  /** This key was given from outside; any other may be anybody's. */
  readonly known: boolean;
};

export type GoodVerdict = {
  readonly ok: true;
  /**
   * `consistent`: nothing in it contradicts itself, and nothing shows that it is the session that was held. `signed`: the
   * closing hash was given from outside, or a server's signature stands under all of it.
   */
  readonly verdict: 'consistent' | 'signed';
  /** Something given from outside fits all of it. Without, a signature is worth what its key is worth. */
  readonly confirmed: boolean;
  /** After how many facts the log had the hash that was given. */
  readonly expectedAt?: number;
  readonly signedBy: readonly SignedBy[];
  readonly sessionId: string;
  readonly code: string;
  readonly rehearsal: boolean;
  /** Made before the session ended: it will grow. */
  readonly ended: boolean;
  /** The edition of the rules it goes by. Of the first, less is checked (rule VER11). */
  readonly rules: RulesEdition;
  readonly facts: number;
  readonly closingHash: string;
  readonly participants: number;
  /** By activity: standing ballots, and how its latest outcome came out. */
  readonly votes: Readonly<
    Record<string, { readonly ballots: number; readonly outcome?: RecountedOutcome['verdict'] }>
  >;
  /** Activities of kinds that the recount does not know: who took part in them was counted once only. None is left out. */
  readonly notRecounted?: readonly string[];
  /** Archives made before version 0.2 hold none. */
  readonly draft: 'agrees' | 'not_inside';
};

export type BadVerdict = {
  readonly ok: false;
  /** `unread`: no archive as a server wrote it, so nothing is said of what is in it. */
  readonly verdict: 'broken' | 'unread';
  readonly code:
    | BadRecordCode
    | 'outcome_differs'
    /** Nobody could have done it there: not this sender, not then, or not so. */
    | 'against_the_rules'
    /** What people are said to have had before them is not what stood in the draft, or on the list of priorities. */
    | 'words_differ'
    | 'totals_differ'
    | 'draft_differs'
    | 'not_foldable'
    | 'other_hash'
    | 'other_key'
    /** The hash that was given is an earlier one: said where all of the file has to fit. */
    | 'beyond_hash';
  /** The first record that cannot be believed, counted from 1. */
  readonly badRecord: number;
  readonly why: string;
};

export type Verdict = GoodVerdict | BadVerdict;

/** What is known from outside the file. */
export type Known = {
  readonly expect?: Expectation | undefined;
  /** Fingerprints of keys that are trusted anyway, such as a server's own. */
  readonly keys?: readonly string[];
};

const UNREAD: readonly string[] = ['not_an_archive', 'other_version', 'byte_order_mark', 'line_ends'];

type Lines = AsyncIterable<string> | Iterable<string>;

/** `open` gives the lines of the file from its start, each time it is called. */
export async function checkArchive(open: () => Lines, sha256: Sha256, known: Known = {}): Promise<Verdict> {
  const totals = await recount(open(), sha256);
  if (isBad(totals)) return bad(totals.code, totals.badRecord, totals.why);
  const replayed = await replay(open());
  if ('ok' in replayed) return replayed;
  // Line 1 is the header, so fact n stands in record n + 1.
  const wrong = totals.outcomes.find(({ verdict }) => verdict === 'differs');
  if (wrong !== undefined)
    return bad('outcome_differs', wrong.seq + 1, `the ballots of ${wrong.activity} select something else`);
  const { state, draft, hashes } = replayed;
  hashes.push(totals.closingHash);
  const trailer = totals.seq + 2;
  const [difference] = differingTotals(totals, state);
  if (difference !== undefined) return bad('totals_differ', trailer, difference);
  // Servers by the first rules gave archives away without one.
  if (draft === undefined ? state.rules !== FIRST_RULES : !isComposedOf(draft, state))
    return bad('draft_differs', trailer, 'the draft at the end is not what the log composes to');
  const held = holdAgainst(known, { hashes, signatures: totals.signatures });
  if ('code' in held) return bad(held.code, trailer, held.why);
  const latest = new Map(totals.outcomes.map(({ activity, verdict }) => [activity, verdict]));
  return {
    ok: true,
    ...held,
    sessionId: totals.sessionId,
    code: state.code,
    rehearsal: state.rehearsal,
    ended: state.phase === 'ended',
    rules: state.rules,
    facts: totals.seq,
    closingHash: totals.closingHash,
    participants: totals.participants,
    votes: Object.fromEntries(
      Object.entries(totals.votes).map(([id, { ballots }]) => {
        const outcome = latest.get(id);
        return [id, { ballots, ...(outcome === undefined ? {} : { outcome }) }];
      }),
    ),
    ...(totals.notRecounted.length > 0 && { notRecounted: totals.notRecounted }),
    draft: draft === undefined ? 'not_inside' : 'agrees',
  };
}

/** Of a session by the first rules it may have been sealed when hidden words still stood in goals. */
function isComposedOf(draft: unknown, state: SessionState): boolean {
  try {
    if (isSameJson(draft, archivedDraft(state))) return true;
    return state.rules === FIRST_RULES && isSameJson(draft, archivedDraft({ ...state, wordsStay: true }));
  } catch {
    // Nested deeper than any draft of ours.
    return false;
  }
}

function bad(code: BadVerdict['code'], badRecord: number, why: string): BadVerdict {
  return { ok: false, verdict: UNREAD.includes(code) ? 'unread' : 'broken', code, badRecord, why };
}

function isBad(result: object): result is BadRecord {
  return 'badRecord' in result;
}

type Held = Pick<GoodVerdict, 'verdict' | 'confirmed' | 'expectedAt' | 'signedBy'>;

/** `hashes`: of the log after n facts, at place n. */
function holdAgainst(
  { expect, keys = [] }: Known,
  { hashes, signatures }: { readonly hashes: readonly string[]; readonly signatures: readonly SealSignature[] },
): Held | { readonly code: 'wrong_signature' | 'other_hash' | 'other_key'; readonly why: string } {
  const all = hashes.length - 1;
  const trusted = expect?.kind === 'key' ? [...keys, expect.fingerprint] : keys;
  const signedBy: SignedBy[] = [];
  for (const signature of signatures) {
    const hash = hashes[signature.count];
    if (hash === undefined || !isSignatureOf(signature, hash))
      return { code: 'wrong_signature', why: 'a signature that does not fit the closing hash' };
    const fingerprint = fingerprintOf(signature.key);
    signedBy.push({ fingerprint, facts: signature.count, known: trusted.includes(fingerprint) });
  }
  const whole = signedBy.filter(({ facts }) => facts === all);
  if (expect?.kind === 'key' && !whole.some(({ fingerprint }) => fingerprint === expect.fingerprint))
    return { code: 'other_key', why: 'the key that was given has not signed this' };
  const expectedAt = expect?.kind === 'hash' ? hashes.indexOf(expect.hash) : undefined;
  if (expectedAt === -1) return { code: 'other_hash', why: 'the log never had the closing hash that was given' };
  const isExpected = expectedAt === all;
  return {
    verdict: isExpected || whole.length > 0 ? 'signed' : 'consistent',
    confirmed: isExpected || whole.some((one) => one.known),
    ...(expectedAt === undefined ? {} : { expectedAt }),
    signedBy,
  };
}

type Replayed = { readonly state: SessionState; readonly draft: unknown; readonly hashes: string[] };

/** Folds every fact; each is of our shape, what the rules lead to, and each outcome is declared again with reasons, ties and flags. */
async function replay(lines: Lines): Promise<BadVerdict | Replayed> {
  let state = initialState;
  let draft: unknown;
  let record = 0;
  const hashes: string[] = [];
  let act: RecordedEvent[] = [];
  let before = state;
  /** What one command wrote is whole: did the rules lead to it? */
  const endAct = (): BadVerdict | undefined => {
    try {
      const why = againstTheRules(before, act);
      // Line 1 is the header, so fact n stands in record n + 1.
      return why === undefined ? undefined : bad('against_the_rules', (act[0]?.seq ?? 0) + 1, why);
    } catch (error) {
      return bad('not_foldable', record, String(error));
    }
  };
  for await (const line of lines) {
    record += 1;
    const value = JSON.parse(line) as Record<string, unknown>;
    if (record === 1) continue;
    if (value.end === true) {
      draft = value.draft;
      continue;
    }
    const { prev, ...fact } = value;
    hashes.push(String(prev));
    try {
      const shape = problemOfFact(fact);
      if (shape !== undefined) return bad('not_a_fact', record, shape);
      const event = fact as unknown as RecordedEvent;
      if (act[0] !== undefined && !isOneAct(act[0], event)) {
        const broken = endAct();
        if (broken !== undefined) return broken;
        act = [];
      }
      if (act.length === 0) before = state;
      act.push(event);
      if (event.type === 'OutcomeDeclared' && !isDeclaredAgain(state, event))
        return bad('outcome_differs', record, `the rules declare another outcome of ${event.data.activityId}`);
      const otherWords = event.type === 'ActivityOpened' ? wordsBesideTheLog(state, event.data) : undefined;
      if (otherWords !== undefined)
        return bad('words_differ', record, `the facts before it give other words to ${otherWords}`);
      state = evolve(state, event);
    } catch (error) {
      // Data that the engine never writes: no log of ours.
      return bad('not_foldable', record, String(error));
    }
  }
  return endAct() ?? { state, draft, hashes };
}

/** By the rules from the facts before it, or the one that stands said once more, which changes nothing. */
function isDeclaredAgain(state: SessionState, event: Extract<RecordedEvent, { type: 'OutcomeDeclared' }>): boolean {
  const { activityId, ...outcome } = event.data;
  const design = findActivity(state, activityId);
  const declared = design && rulesOf(design).declare?.(state, design);
  if (declared?.some(({ data }) => isSameJson(data, event.data))) return true;
  return isSameJson(outcome, state.activities[activityId]?.vote?.outcome);
}
