// Counts a session again from its archive alone. Shares no code with the live tally, so that one mistake cannot hide in both:
// it reads raw JSON and may import nothing of server/engine, server/live or server/export.
import { isAsWritten, KEYS } from './as-written';
import type { RawBallot, RawMethod, VoteTotals } from './count-ballots';
import { countBallots, countNames } from './count-ballots';
import { NotText } from './lines-of';
import { PublishedPoints } from './published-points';
import { readSignatures, type SealSignature } from './seal-signature';
import { selectAgain } from './select';
import { Strikes } from './strikes';

export type Totals = {
  readonly sessionId: string;
  /** Seq of the last fact. */
  readonly seq: number;
  readonly closingHash: string;
  readonly participants: number;
  readonly participantsByGroup: Readonly<Record<string, number>>;
  /** Standing, that is neither withdrawn nor replaced, by activity. */
  readonly ideas: Readonly<Record<string, number>>;
  readonly actions: Readonly<Record<string, number>>;
  /** People with something standing in an activity, whatever its kind. */
  readonly tookPart: Readonly<Record<string, number>>;
  readonly votes: Readonly<Record<string, VoteTotals>>;
  /** Activity, line, then eight counts: level 1 first. */
  readonly endorsements: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** Every command that left a fact: `<participant id or role> <command id>` and the seq of its last fact. */
  readonly commands: ReadonlyMap<string, number>;
  readonly outcomes: readonly RecountedOutcome[];
  /** As the trailer has them; whether they fit is not looked at here. */
  readonly signatures: readonly SealSignature[];
};
/** An outcome that the log declares, beside what its ballots select when counted again. */
export type RecountedOutcome = {
  readonly activity: string;
  readonly seq: number;
  /**
   * `agrees` with the ballots then standing; `held`: with those of an earlier reveal, because too few had changed since
   * (rule CELL4), of scores item by item; `not_recounted`: consensus, which is made of figures after small cells were taken out.
   */
  readonly verdict: 'agrees' | 'held' | 'differs' | 'not_recounted';
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

type Item = { readonly activity: string; readonly author: string };
/** Nobody wrote it any more once it was withdrawn; it stands while somebody supports it. */
type Idea = {
  readonly activity: string;
  readonly author: string | undefined;
  readonly supporters: ReadonlySet<string>;
};
/** What a vote's settings are in the log, as far as counting needs them. Logs without settings hold dots. */
type RawSettings = {
  readonly rule?: string;
  readonly places?: number;
  readonly per?: string;
  readonly weights?: string;
  readonly method?: {
    readonly name?: string;
    readonly scale?: number;
    readonly criteria?: readonly { readonly id: string }[];
  };
};

class Count {
  /** The edition of the rules, of the first fact. */
  rules = 1;
  smallestCell = 0;
  readonly groupOf = new Map<string, string>();
  readonly ideas = new Map<string, Idea>();
  readonly actions = new Map<string, Item>();
  /** Of votes, by activity. */
  readonly settings = new Map<string, RawSettings>();
  /** Activity, then person: the whole fact. */
  readonly ballots = new Map<string, Map<string, Readonly<Record<string, unknown>>>>();
  readonly options = new Map<string, readonly string[]>();
  /** By activity and option. */
  readonly themes = new Map<string, string>();
  readonly strikes = new Strikes();
  /** Activity, then person, then line. */
  readonly judgements = new Map<string, Map<string, Map<string, number>>>();
  readonly lines = new Map<string, readonly string[]>();
  readonly commands = new Map<string, number>();
  readonly outcomes: RecountedOutcome[] = [];
  /** Of score votes, by activity: which points are shown. */
  readonly points = new Map<string, PublishedPoints>();
  /** Activity, then the ballots at each outcome declared so far. */
  readonly revealed = new Map<string, (readonly RawBallot[])[]>();

  /** `press`: names the press of a button that may have sent several commands. */
  take(type: string, data: Readonly<Record<string, unknown>>, seq: number, press?: string): void {
    const text = (key: string): string => String(data[key]);
    const activity = text('activityId');
    const person = text('participantId');
    this.strikes.take(type, data, seq, press);
    switch (type) {
      case 'SessionCreated': {
        if (typeof data.rules === 'number') this.rules = data.rules;
        const { agenda = [], smallestCell = 0 } = data.design as {
          agenda?: readonly { id: string; settings?: RawSettings }[];
          smallestCell?: number;
        };
        this.smallestCell = smallestCell;
        for (const { id, settings } of agenda) if (settings !== undefined) this.settings.set(id, settings);
        break;
      }
      case 'VoteConfigured':
        this.settings.set(activity, data.settings as RawSettings);
        break;
      case 'ParticipantJoined':
        if (!this.groupOf.has(person)) this.groupOf.set(person, text('groupId'));
        break;
      case 'ActivityOpened':
        if (Array.isArray(data.options)) {
          this.options.set(
            activity,
            data.options.map((option: { id: string }) => option.id),
          );
          for (const { id, themeId } of data.options as { id: string; themeId: string }[])
            this.themes.set(`${activity} ${id}`, themeId);
          this.ballots.set(activity, new Map());
          this.strikes.forget(activity);
          this.points.delete(activity);
        }
        if (Array.isArray(data.lines)) {
          this.lines.set(activity, data.lines as string[]);
          this.judgements.set(activity, new Map());
        } else if (typeof data.wordings === 'object' && data.wordings !== null) {
          this.judgeAnew(activity, Object.keys(data.wordings));
        }
        break;
      case 'IdeaSubmitted':
        this.ideas.set(text('ideaId'), { activity, author: person, supporters: new Set() });
        break;
      case 'IdeaWithdrawn':
        this.changeIdea(text('ideaId'), () => ({ author: undefined }));
        break;
      case 'IdeaSupported':
        this.changeIdea(text('ideaId'), ({ supporters }) => ({ supporters: new Set([...supporters, person]) }));
        break;
      case 'IdeaUnsupported':
        this.changeIdea(text('ideaId'), ({ supporters }) => ({
          supporters: new Set([...supporters].filter((one) => one !== person)),
        }));
        break;
      case 'ActionSubmitted':
        this.actions.set(text('actionId'), { activity, author: person });
        break;
      case 'ActionWithdrawn':
        this.actions.delete(text('actionId'));
        break;
      case 'BallotCast':
        this.ballots.get(activity)?.set(person, data);
        break;
      case 'BallotWithdrawn':
        this.ballots.get(activity)?.delete(person);
        break;
      case 'OutcomeDeclared':
        this.takeOutcome(activity, data, seq);
        break;
      case 'ResultsRevealed':
        if (this.methodOf(activity).name === 'score') this.points.set(activity, this.pointsAfter(activity));
        break;
      case 'EndorsementGiven': {
        const people = this.judgements.get(activity);
        const own = people?.get(person) ?? new Map<string, number>();
        own.set(text('lineId'), Number(data.level));
        people?.set(person, own);
        break;
      }
      case 'EndorsementWithdrawn':
        this.judgements.get(activity)?.get(person)?.delete(text('lineId'));
        break;
    }
  }

  /** Other words are judged: what was said of the earlier ones stands no longer. */
  private judgeAnew(activity: string, lines: readonly string[]): void {
    const known = this.lines.get(activity) ?? [];
    this.lines.set(activity, [...known, ...lines.filter((line) => !known.includes(line))]);
    for (const own of this.judgements.get(activity)?.values() ?? []) for (const line of lines) own.delete(line);
  }

  private takeOutcome(activity: string, data: Readonly<Record<string, unknown>>, seq: number): void {
    const settings = data.settings as RawSettings;
    const { name, criteria } = this.methodOf(activity);
    const [criterion = ''] = criteria;
    const points = name === 'score' ? this.pointsAfter(activity) : undefined;
    const select = (ballots: readonly RawBallot[]): string | undefined => {
      const { rule = '', places = 0, per = 'all', weights = 'person' } = settings;
      const options = (this.options.get(activity) ?? []).filter((option) => !this.strikes.has(activity, option));
      const themes = Object.fromEntries(options.map((id) => [id, this.themes.get(`${activity} ${id}`) ?? '']));
      const selected = selectAgain({
        rules: this.rules,
        method: name,
        rule,
        places,
        per,
        weights,
        options,
        themes,
        criterion,
        ...(points && { pointsShown: (option) => points.ballotsFor({ option, criterion }) }),
        ballots,
      });
      return selected && JSON.stringify(selected);
    };
    const declared = JSON.stringify(data.selected);
    const earlier = this.revealed.get(activity) ?? [];
    const ballots = points === undefined ? this.ballotsOf(activity) : [...points.newest.values()];
    const now = select(ballots);
    const verdict =
      now === undefined
        ? 'not_recounted'
        : now === declared
          ? points?.isHeld
            ? 'held'
            : 'agrees'
          : // Of scores it is known exactly what is shown.
            points === undefined && earlier.some((before) => select(before) === declared)
            ? 'held'
            : 'differs';
    this.outcomes.push({ activity, seq, verdict });
    this.revealed.set(activity, [...earlier, ballots]);
  }

  /** What is shown of a score vote once the ballots that stand now are revealed. */
  private pointsAfter(activity: string): PublishedPoints {
    const box = new Map(
      [...(this.ballots.get(activity) ?? [])].map(([person, data]) => [
        person,
        { group: this.groupOf.get(person) ?? '', data },
      ]),
    );
    const items = (this.options.get(activity) ?? []).flatMap((option) =>
      this.methodOf(activity).criteria.map((criterion) => ({ option, criterion })),
    );
    const rules = { cell: this.smallestCell, hidesFew: this.rules >= 2 };
    return (this.points.get(activity) ?? PublishedPoints.none()).reveal(box, items, rules);
  }

  private ballotsOf(activity: string): readonly RawBallot[] {
    return [...(this.ballots.get(activity) ?? [])].map(([person, data]) => ({
      group: this.groupOf.get(person) ?? '',
      data,
    }));
  }

  private changeIdea(id: string, change: (idea: Idea) => Partial<Idea>): void {
    const idea = this.ideas.get(id);
    if (idea === undefined) return;
    const after = { ...idea, ...change(idea) };
    if (after.author === undefined && after.supporters.size === 0) this.ideas.delete(id);
    else this.ideas.set(id, after);
  }

  votes(): Record<string, VoteTotals> {
    const votes: Record<string, VoteTotals> = {};
    for (const activity of this.ballots.keys())
      votes[activity] = countBallots(
        this.methodOf(activity),
        this.options.get(activity) ?? [],
        this.ballotsOf(activity),
      );
    return votes;
  }

  methodOf(activity: string): RawMethod {
    const { name = 'dots', scale = 5, criteria = [] } = this.settings.get(activity)?.method ?? {};
    return { name, scale, criteria: criteria.map(({ id }) => id) };
  }

  endorsements(): Record<string, Record<string, number[]>> {
    const all: Record<string, Record<string, number[]>> = {};
    for (const [activity, people] of this.judgements) {
      const counts: Record<string, number[]> = {};
      for (const line of this.lines.get(activity) ?? []) counts[line] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (const own of people.values()) {
        for (const [line, level] of own) {
          const histogram = counts[line];
          if (histogram !== undefined) histogram[level - 1] = (histogram[level - 1] ?? 0) + 1;
        }
      }
      all[activity] = counts;
    }
    return all;
  }

  tookPart(): Record<string, number> {
    const people = new Map<string, Set<string>>();
    const add = (activity: string, person: string) => {
      const known = people.get(activity) ?? new Set();
      people.set(activity, known.add(person));
    };
    for (const { activity, author, supporters } of this.ideas.values()) {
      if (author !== undefined) add(activity, author);
      for (const person of supporters) add(activity, person);
    }
    for (const { activity, author } of this.actions.values()) add(activity, author);
    for (const [activity, ballots] of this.ballots) for (const person of ballots.keys()) add(activity, person);
    for (const [activity, judges] of this.judgements) {
      for (const [person, own] of judges) if (own.size > 0) add(activity, person);
    }
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
        count.take(type, data, seq, pressOf(actor));
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
    participants: count.groupOf.size,
    participantsByGroup: countNames(count.groupOf.values()),
    ideas: countNames([...count.ideas.values()].map((item) => item.activity)),
    actions: countNames([...count.actions.values()].map((item) => item.activity)),
    tookPart: count.tookPart(),
    votes: count.votes(),
    endorsements: count.endorsements(),
    commands: count.commands,
    outcomes: count.outcomes,
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
