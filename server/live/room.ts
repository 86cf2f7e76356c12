// One session in memory. Decides on the head, tells the world only what is durable, answers after commit.
import { randomBytes } from 'node:crypto';
import type { EventStore, LogRow } from '../data/event-store';
import { factsOfClockJump } from '../engine/clock';
import { decide, isRejection } from '../engine/decide';
import type { Event, RecordedEvent } from '../engine/events';
import { evolve } from '../engine/evolve';
import { ownersOf, projectMine } from '../engine/project-mine';
import type { SessionState } from '../engine/state';
import type { Audience } from '../engine/views';
import type { Actor, ParticipantId } from '../engine/vocabulary';
import type { Logger } from '../observability/logger';
import type { Ack, CommandMessage, RefusalCode, Refused, Snapshot } from '../protocol/wire';
import { CommandLedger } from './command-ledger';
import { commandKey } from './command-memory';
import type { RoomDoor } from './door';
import type { EventWriter, Outcome } from './event-writer';
import { hashLine, recordEvent } from './log-line';
import type { OpenedLog } from './open-log';
import { openLog } from './open-log';
import type { RoomOutput } from './output';
import { Similarity } from './similarity';
import { type Packed, Ticker } from './ticker';

export type RoomParts = {
  readonly store: EventStore;
  readonly writer: EventWriter;
  readonly output: RoomOutput;
  readonly logger: Logger;
  readonly clock: () => number;
  /** Facts became durable, in this order. */
  onCommitted(room: Room, events: readonly RecordedEvent[]): void;
};

type Waiter = { readonly seq: number; readonly answer: (ack: Ack) => void; readonly counted: Ack };
type Head = { readonly state: SessionState; readonly lastHash: string };

const RETRY_AFTER_MS = 500;
const STORAGE_FULL_RETRY_AFTER_MS = 5_000;
const LONGEST_RELOAD_PAUSE_MS = 2_000;

const refusalOf: Readonly<Record<Exclude<Outcome, 'committed'>, Refused>> = {
  moved_on: { ok: false, code: 'retry', retryAfterMs: RETRY_AFTER_MS },
  full: { ok: false, code: 'storage_full', retryAfterMs: STORAGE_FULL_RETRY_AFTER_MS },
  broken: { ok: false, code: 'internal', retryAfterMs: RETRY_AFTER_MS },
};

export class Room implements RoomDoor {
  readonly sessionId: string;
  readonly code: string;
  readonly similarity: Similarity;
  readonly #parts: RoomParts;
  readonly #ticker: Ticker;
  readonly #commands: CommandLedger;
  #head: Head;
  #durable: Head;
  #waiters: Waiter[] = [];
  #closedFor: RefusalCode | undefined;
  #isReloading = false;
  #snapshotSeq: number;

  constructor(opened: OpenedLog, parts: RoomParts) {
    this.sessionId = opened.state.sessionId;
    this.code = opened.state.code;
    this.#parts = parts;
    this.#head = opened;
    this.#durable = opened;
    this.#snapshotSeq = opened.snapshotSeq;
    this.#commands = new CommandLedger(opened, { ...parts, sessionId: this.sessionId });
    this.#ticker = new Ticker(opened.state, parts.output);
    this.similarity = new Similarity(() => this.state);
  }

  /** What is in the log for certain. */
  get state(): SessionState {
    return this.#durable.state;
  }

  get eventsSinceSnapshot(): number {
    return this.#durable.state.seq - this.#snapshotSeq;
  }

  get isBusy(): boolean {
    return this.#head !== this.#durable || this.#waiters.length > 0;
  }

  get welcome(): RoomDoor['welcome'] {
    const { design, phase } = this.state;
    return { title: design.title, groups: design.groups, phase };
  }

  snapshot(audience: Audience, participantId?: ParticipantId): Snapshot {
    const snapshot = this.#ticker.snapshot(audience);
    const mine = participantId === undefined ? undefined : projectMine(this.state, participantId);
    return mine === undefined ? snapshot : { ...snapshot, mine };
  }

  /** See Ticker. */
  since(rev: number): Packed {
    return this.#ticker.since(rev);
  }

  get viewSize(): number {
    return this.#ticker.size;
  }

  async submit(actor: Actor, message: CommandMessage): Promise<Ack> {
    try {
      return await this.#submit(actor, message);
    } catch (error) {
      this.#parts.logger.error({ err: error, sessionId: this.sessionId, type: message.type }, 'a command failed');
      return { ok: false, code: 'internal', retryAfterMs: RETRY_AFTER_MS };
    }
  }

  /** From now on everything is refused with this code; what is under way is still answered. */
  refuse(code: 'stopping' | 'retry'): void {
    this.#closedFor = code;
  }

  /** The clock is `by` milliseconds from where it should be: written down, and the timer that counted by it is stopped. */
  clockJumped(by: number): void {
    if (by === 0 || this.#refusedNow() !== undefined) return;
    const facts = factsOfClockJump(this.#head.state, by);
    if (facts.length === 0) return;
    const actor: Actor = { role: 'system' };
    const commandId = randomBytes(16).toString('base64url');
    this.#parts.logger.warn({ sessionId: this.sessionId, by }, 'the clock has jumped');
    this.#record(facts, { actor, commandId, at: this.#parts.clock() }, commandKey(actor, commandId));
  }

  snapshotMade(seq: number): void {
    this.#snapshotSeq = Math.max(this.#snapshotSeq, seq);
  }

  close(): void {
    this.refuse('retry');
    this.#ticker.close();
    this.similarity.close();
  }

  async #submit(actor: Actor, message: CommandMessage): Promise<Ack> {
    const key = commandKey(actor, message.id);
    // The question to the log may overtake later commands only when the hit was chance (1 in 2^28 for a million).
    if (this.#refusedNow() === undefined && this.#commands.isInDoubt(key)) {
      const seq = await this.#commands.find(actor, message.id);
      if (seq === 'unavailable') return { ok: false, code: 'retry', retryAfterMs: RETRY_AFTER_MS };
      if (seq !== undefined) return { ok: true, seq, repeated: true };
    }
    const refused = this.#refusedNow();
    if (refused !== undefined) return refused;
    const known = this.#commands.seqOf(key);
    if (known !== undefined) return this.#whenDurable(known, { ok: true, seq: known, repeated: true });
    if (this.#parts.writer.isFull(this.sessionId)) return { ok: false, code: 'retry', retryAfterMs: RETRY_AFTER_MS };

    const { id, seen, ...command } = message;
    const now = this.#parts.clock();
    const decision = decide(this.#head.state, { actor, command, now, seen });
    if (isRejection(decision)) {
      const { rejected: code, params } = decision;
      return params === undefined ? { ok: false, code } : { ok: false, code, params };
    }
    if (decision.length === 0) {
      const { seq } = this.#head.state;
      this.#commands.changedNothing(key, seq);
      return this.#whenDurable(seq, { ok: true, seq });
    }
    this.#record(decision, { actor, commandId: id, at: now }, key);
    const { seq } = this.#head.state;
    return this.#whenDurable(seq, { ok: true, seq });
  }

  #record(
    events: readonly Event[],
    by: { readonly actor: Actor; readonly commandId: string; readonly at: number },
    key: string,
  ): void {
    const rows: LogRow[] = [];
    const steps: { readonly before: SessionState; readonly recorded: RecordedEvent }[] = [];
    let { state, lastHash } = this.#head;
    for (const event of events) {
      const { recorded, line } = recordEvent(event, { ...by, seq: state.seq + 1, prev: lastHash });
      rows.push({
        sessionId: this.sessionId,
        seq: recorded.seq,
        type: event.type,
        commandId: by.commandId,
        body: line,
      });
      steps.push({ before: state, recorded });
      state = evolve(state, recorded);
      lastHash = hashLine(line);
    }
    const head = { state, lastHash };
    this.#head = head;
    this.#commands.recorded(key, state.seq);
    this.#parts.writer.write({
      sessionId: this.sessionId,
      rows,
      settle: (outcome) => {
        if (outcome === 'committed') this.#committed(head, steps);
        else this.#failed(outcome, key);
      },
    });
  }

  #committed(head: Head, steps: readonly { readonly before: SessionState; readonly recorded: RecordedEvent }[]): void {
    this.#durable = head;
    while ((this.#waiters[0]?.seq ?? Number.POSITIVE_INFINITY) <= head.state.seq) {
      const waiter = this.#waiters.shift();
      waiter?.answer(waiter.counted);
    }
    const events = steps.map((step) => step.recorded);
    const owners = new Set(steps.flatMap(({ before, recorded }) => ownersOf(before, recorded)));
    for (const owner of owners) {
      const mine = projectMine(head.state, owner);
      if (mine !== undefined) this.#parts.output.mine(owner, { rev: head.state.seq, mine });
    }
    this.#ticker.changed(
      head.state,
      events.map((event) => event.type),
    );
    this.similarity.changed();
    this.#commands.committed(head.state.seq);
    this.#parts.onCommitted(this, events);
  }

  /** Nothing of it is in the log, so the head goes back and whoever waits is told; the writer fails what followed too. */
  #failed(outcome: Exclude<Outcome, 'committed'>, key: string): void {
    this.#commands.failed(key);
    this.#head = this.#durable;
    for (const waiter of this.#waiters.splice(0)) waiter.answer(refusalOf[outcome]);
    if (outcome === 'moved_on' && !this.#isReloading) void this.#reload();
  }

  /** Somebody else wrote this log. Until it is read again there is nothing to decide on. */
  async #reload(): Promise<void> {
    this.#isReloading = true;
    const { store, logger } = this.#parts;
    for (let pause = 100; this.#closedFor === undefined; pause = Math.min(pause * 2, LONGEST_RELOAD_PAUSE_MS)) {
      try {
        const opened = await openLog(store, this.sessionId);
        if (opened === undefined) throw new Error('the log is gone');
        this.#head = opened;
        this.#durable = opened;
        this.#commands.replaced(opened);
        this.#ticker.replaced(opened.state);
        this.#isReloading = false;
        logger.warn({ sessionId: this.sessionId, seq: opened.state.seq }, 'the log had moved on; room loaded again');
        return;
      } catch (error) {
        logger.error({ err: error, sessionId: this.sessionId }, 'room could not be loaded again');
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
      }
    }
  }

  #refusedNow(): Refused | undefined {
    const code = this.#closedFor ?? (this.#isReloading ? 'retry' : undefined);
    return code === undefined ? undefined : { ok: false, code, retryAfterMs: RETRY_AFTER_MS };
  }

  #whenDurable(seq: number, counted: Ack): Promise<Ack> | Ack {
    if (seq <= this.#durable.state.seq) return counted;
    return new Promise((answer) => {
      const waiter = { seq, answer, counted };
      // A repeat of an earlier command may ask for less than the last in line.
      const after = this.#waiters.findLastIndex((other) => other.seq <= seq);
      this.#waiters.splice(after + 1, 0, waiter);
    });
  }
}
