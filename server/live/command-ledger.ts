// Which commands a room has taken, so that one sent again changes nothing: the latest with their places in the log, all
// others in the compact memory, and the log itself to ask where that one may be wrong.
import type { EventStore } from '../data/event-store';
import type { Actor } from '../engine/vocabulary';
import type { Logger } from '../observability/logger';
import { CommandMemory, commandKey } from './command-memory';
import { readLine } from './log-line';
import type { OpenedLog } from './open-log';

/** Commands kept with their exact seq; older ones move to the compact memory. */
const EXACT_COMMANDS = 50_000;
/** Legal commands that changed nothing leave no fact: the latest are kept, so that a late resend cannot undo a newer wish. */
const IDLE_COMMANDS = 10_000;

export type LedgerParts = {
  readonly sessionId: string;
  readonly store: Pick<EventStore, 'findCommand'>;
  readonly logger: Logger;
  /** For tests. */
  readonly sizes?: { readonly exact: number; readonly idle: number };
};

type Commands = Pick<OpenedLog, 'olderCommands' | 'laterCommands'>;

export class CommandLedger {
  readonly #parts: LedgerParts;
  readonly #sizes: { readonly exact: number; readonly idle: number };
  #older = new CommandMemory();
  #exact = new Map<string, number>();
  #idle = new Map<string, number>();

  constructor(opened: Commands, parts: LedgerParts) {
    this.#parts = parts;
    this.#sizes = parts.sizes ?? { exact: EXACT_COMMANDS, idle: IDLE_COMMANDS };
    this.#remember(opened);
  }

  /** The seq that a command is known to have, whether it is durable or not. */
  seqOf(key: string): number | undefined {
    return this.#exact.get(key) ?? this.#idle.get(key);
  }

  /** It may be in the log without our knowing its place: ask `find`. */
  isInDoubt(key: string): boolean {
    return this.seqOf(key) === undefined && this.#older.mayHold(key);
  }

  /** Its seq, if it is in the log. */
  async find(actor: Actor, commandId: string): Promise<number | 'unavailable' | undefined> {
    const { sessionId, store, logger } = this.#parts;
    try {
      const rows = await store.findCommand(sessionId, commandId);
      const key = commandKey(actor, commandId);
      return rows.findLast(({ body }) => commandKey(readLine(body).recorded.actor, commandId) === key)?.seq;
    } catch (error) {
      logger.warn({ err: error, sessionId }, 'could not ask the log for a command');
      return 'unavailable';
    }
  }

  /** It led to facts, the last of which is `seq`. */
  recorded(key: string, seq: number): void {
    this.#exact.set(key, seq);
  }

  /** It was legal and changed nothing when the log ended with `seq`. */
  changedNothing(key: string, seq: number): void {
    this.#idle.set(key, seq);
    for (const oldest of this.#idle.keys()) {
      if (this.#idle.size <= this.#sizes.idle) return;
      this.#idle.delete(oldest);
    }
  }

  /** Up to `seq` all is in the log for certain: what is old may be forgotten to the compact memory. */
  committed(seq: number): void {
    if (this.#exact.size <= this.#sizes.exact) return;
    for (const [key, own] of this.#exact) {
      if (this.#exact.size <= this.#sizes.exact / 2 || own > seq) break;
      this.#older.add(key);
      this.#exact.delete(key);
    }
  }

  /** Its facts never reached the log; what was judged to change nothing may have been judged by them. */
  failed(key: string): void {
    this.#exact.delete(key);
    this.#idle.clear();
  }

  /** The log had moved on and was read again. */
  replaced(opened: Commands): void {
    this.#exact.clear();
    this.#older = new CommandMemory();
    this.#remember(opened);
  }

  #remember({ olderCommands, laterCommands }: Commands): void {
    this.#older.addPacked(olderCommands);
    for (const key of laterCommands) this.#older.add(key);
  }
}
