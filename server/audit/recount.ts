// Counts a session again from its archive alone. Shares no code with the live tally, so that one mistake cannot hide in both:
// it reads raw JSON and may import nothing of server/engine, server/live or server/export.
import { isAsWritten, KEYS } from './as-written';
import { countNames } from './count-ballots';
import type { Hall, RawFact } from './kinds/counter';
import { NotText } from './lines-of';
import { beginCounting, type Counted } from './registry';
import { readSignatures, type SealSignature } from './seal-signature';

export type Totals = Counted & {
  readonly sessionId: string;
  /** Seq of the last fact. */
  readonly seq: number;
  readonly closingHash: string;
  readonly participants: number;
  readonly participantsByGroup: Readonly<Record<string, number>>;
  /** People with something standing in an activity, whatever its kind. */
  readonly tookPart: Readonly<Record<string, number>>;
  /** Activities of kinds that the recount does not know: who took part in them is not counted. */
  readonly notRecounted: readonly string[];
  /** Every command that left a fact: `<participant id or role> <command id>` and the seq of its last fact. */
  readonly commands: ReadonlyMap<string, number>;
  /** As the trailer has them; whether they fit is not looked at here. */
  readonly signatures: readonly SealSignature[];
};
/** SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits. Handed in, since a browser has another one than Node. */
export type Sha256 = (text: string) => string;

export type BadRecordCode =
  | 'not_text'
  | 'not_json'
  | 'not_an_archive'
  | 'other_version'
  | 'byte_order_mark'
  | 'line_ends'
  | 'not_a_fact'
  | 'chain_broken'
  | 'wrong_count'
  | 'wrong_seal'
  | 'wrong_signature'
  | 'after_the_end'
  | 'cut_off';
/** `badRecord` counts the lines of the file from 1; the header is the first. */
export type BadRecord = { readonly badRecord: number; readonly code: BadRecordCode; readonly why: string };

export function commandKeyOf(sender: string, commandId: string): string {
  return `${sender} ${commandId}`;
}

/** Hands every fact to whoever counts, and knows itself only what is of the session. */
class Count {
  readonly hall: Hall = { rules: 1, smallestCell: 0, groupOf: new Map() };
  readonly commands = new Map<string, number>();
  /** Activities of kinds that nobody counts. */
  readonly notRecounted: string[] = [];
  readonly #counters = beginCounting(this.hall);

  take(fact: RawFact): void {
    const { type, data } = fact;
    if (type === 'SessionCreated') this.#begin(data);
    const person = String(data.participantId);
    if (type === 'ParticipantJoined' && !this.hall.groupOf.has(person))
      this.hall.groupOf.set(person, String(data.groupId));
    for (const counter of this.#counters) counter.take(fact);
  }

  #begin({ rules, design }: RawFact['data']): void {
    if (typeof rules === 'number') this.hall.rules = rules;
    const { agenda = [], smallestCell = 0 } = design as {
      agenda?: readonly { id: string; kind: string }[];
      smallestCell?: number;
    };
    this.hall.smallestCell = smallestCell;
    const known = this.#counters.flatMap(({ kinds }) => kinds);
    for (const { id, kind } of agenda) if (!known.includes(kind)) this.notRecounted.push(id);
  }

  counted(): Counted {
    return Object.assign({}, ...this.#counters.map((counter) => counter.totals())) as Counted;
  }

  tookPart(): Record<string, number> {
    const people = new Map<string, Set<string>>();
    for (const counter of this.#counters)
      for (const [activity, person] of counter.takers())
        people.set(activity, (people.get(activity) ?? new Set()).add(person));
    return Object.fromEntries([...people].map(([activity, set]) => [activity, set.size]));
  }
}

/** The totals, or the first record that cannot be believed. `lines` come without their line feeds. */
export async function recount(
  lines: AsyncIterable<string> | Iterable<string>,
  sha256: Sha256,
): Promise<Totals | BadRecord> {
  const count = new Count();
  let record = 0;
  let seq = 0;
  let sessionId = '';
  let hash = '';
  let signatures: readonly SealSignature[] | undefined;
  const bad = (code: BadRecordCode, why: string): BadRecord => ({ badRecord: record, code, why });
  try {
    for await (const line of lines) {
      record += 1;
      if (signatures !== undefined) return bad('after_the_end', 'there is something after the trailer');
      if (record === 1) {
        const header = readHeader(line);
        if (!('sessionId' in header)) return bad(...header);
        sessionId = header.sessionId;
        hash = sha256(line);
        continue;
      }
      const value = parse(line);
      if (line.endsWith('\r')) return bad(...TURNED_LINE_ENDS);
      if (value === undefined) return bad('not_json', 'not a JSON object');
      if (value.end === true) {
        if (value.count !== seq)
          return bad('wrong_count', `the trailer counts ${String(value.count)} facts, the file holds ${seq}`);
        if (value.closingHash !== hash) return bad('wrong_seal', 'the closing hash is not the hash of the last line');
        if (!isAsWritten(line, value, KEYS.trailer)) return bad(...OTHERWISE_WRITTEN);
        signatures = readSignatures(value.signatures);
        if (signatures === undefined) return bad('wrong_signature', 'what should be signatures is none');
        continue;
      }
      const wrong = checkFact(value, { seq, hash, sessionId });
      if (wrong !== undefined) return bad(...wrong);
      if (!isAsWritten(line, value, KEYS.fact)) return bad(...OTHERWISE_WRITTEN);
      const { type, data, actor, commandId } = value as unknown as Fact;
      const command = commandKeyOf(actor.id ?? actor.role, commandId);
      const before = count.commands.get(command);
      if (before !== undefined && before !== seq) return bad('not_a_fact', 'a command that was recorded before');
      seq += 1;
      try {
        count.take({ type, data, seq, press: pressOf(actor) });
      } catch {
        return bad('not_a_fact', `a ${type} with data that no server writes`);
      }
      count.commands.set(command, seq);
      hash = sha256(line);
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    record += 1;
    return bad(record === 1 ? 'not_an_archive' : 'not_text', error.message);
  }
  if (record === 0) return { badRecord: 1, code: 'not_an_archive', why: 'the file is empty' };
  if (signatures === undefined)
    return { badRecord: record + 1, code: 'cut_off', why: 'the trailer is missing: the file was cut off' };
  return {
    sessionId,
    seq,
    closingHash: hash,
    participants: count.hall.groupOf.size,
    participantsByGroup: countNames(count.hall.groupOf.values()),
    ...count.counted(),
    tookPart: count.tookPart(),
    notRecounted: count.notRecounted,
    commands: count.commands,
    signatures,
  };
}

type Fact = {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: { readonly role: string; readonly id?: string; readonly desk?: string; readonly press?: string };
  readonly commandId: string;
};

function pressOf({ desk = '', press }: Fact['actor']): string | undefined {
  return press === undefined ? undefined : `${desk} ${press}`;
}

const BYTE_ORDER_MARK = '\ufeff';
const OTHERWISE_WRITTEN = ['not_a_fact', 'not the bytes that a server writes for this'] as const;
const TURNED_LINE_ENDS = ['line_ends', 'lines do not end in LF alone'] as const;

/** Characters: ten times a header. Whatever else a file may begin with is told from its beginning, not read to its end. */
const LONGEST_HEADER = 1_024;

/**
 * The first line of an archive, or why it is none. The hashes see every byte: what a program has put in or turned on the way
 * is said as such, and not taken for a forgery.
 */
function readHeader(line: string): { readonly sessionId: string } | readonly [BadRecordCode, string] {
  const isMarked = line.startsWith(BYTE_ORDER_MARK);
  const start = isMarked ? 1 : 0;
  // No JSON holds a bare carriage return: what comes after one was another line.
  const [text = '', ...others] = line.slice(start, start + LONGEST_HEADER).split('\r');
  const value = parse(text);
  if (value?.format !== 'eles-archive' || typeof value.sessionId !== 'string')
    return ['not_an_archive', 'this is not the beginning of an archive of Eles'];
  if (isMarked) return ['byte_order_mark', 'the file begins with a byte order mark'];
  if (others.length > 0) return TURNED_LINE_ENDS;
  if (value.version !== 1) return ['other_version', `an archive of version ${String(value.version)}`];
  return isAsWritten(line, value, KEYS.header) ? { sessionId: value.sessionId } : OTHERWISE_WRITTEN;
}

/** Why this fact cannot follow the ones before it. */
function checkFact(
  value: Readonly<Record<string, unknown>>,
  before: { readonly seq: number; readonly hash: string; readonly sessionId: string },
): readonly [BadRecordCode, string] | undefined {
  if (value.seq !== before.seq + 1) return ['chain_broken', `seq ${String(value.seq)} where ${before.seq + 1} belongs`];
  if (value.prev !== before.hash)
    return ['chain_broken', 'the chain is broken: prev is not the hash of the line before'];
  const isObject = (part: unknown) => typeof part === 'object' && part !== null;
  if (typeof value.type !== 'string' || !isObject(value.data) || !isObject(value.actor))
    return ['not_a_fact', 'not a fact'];
  if (typeof value.commandId !== 'string') return ['not_a_fact', 'a fact without its command'];
  const first = value.seq === 1;
  if (first !== (value.type === 'SessionCreated'))
    return ['not_a_fact', 'SessionCreated must be the first fact and only the first'];
  if (first && (value.data as { sessionId?: unknown }).sessionId !== before.sessionId)
    return ['not_an_archive', 'the log belongs to another session than the header says'];
  return undefined;
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
