// The log's storage as the rooms see it. Two implementations, one contract suite: tests/support/storage-contract.ts.

/** One fact at rest. `body` is the exact canonical line that the hash chain covers. */
export type LogRow = {
  readonly sessionId: string;
  readonly seq: number;
  readonly type: string;
  readonly commandId: string;
  readonly body: string;
};

/** `commandHashes` covers only the commands recorded since the snapshot before, see server/live/command-memory.ts. */
export type StoredSnapshot = {
  readonly sessionId: string;
  readonly seq: number;
  readonly state: string;
  readonly commandHashes: Uint8Array;
};

export type StorageFailure =
  /** Somebody else wrote this place of the log: our picture of the session is old. Nothing was written. */
  | 'moved_on'
  /** No room on the disk. Nothing was written. */
  | 'full'
  /** No answer, or the connection broke: the rows may or may not be there. */
  | 'unavailable'
  /** The database refused for a reason that asking again will not change. Nothing was written. */
  | 'broken';

export class StorageError extends Error {
  constructor(
    readonly failure: StorageFailure,
    options?: ErrorOptions,
  ) {
    super(`The log could not be used: ${failure}`, options);
    this.name = 'StorageError';
  }
}

export type EventStore = {
  /** All rows or none, of any number of sessions. Throws StorageError only. Writing the very same rows again is allowed. */
  append(rows: readonly LogRow[]): Promise<void>;
  /** In order, at most `limit`, from the first seq above `after`. */
  read(sessionId: string, after: number, limit: number): Promise<readonly LogRow[]>;
  /** The latest fact; undefined without a log. */
  last(sessionId: string): Promise<LogRow | undefined>;
  /** The facts that came of a command, in order; empty when it was never recorded. */
  findCommand(sessionId: string, commandId: string): Promise<readonly LogRow[]>;
  latestSnapshot(sessionId: string): Promise<{ readonly seq: number; readonly state: string } | undefined>;
  /** Every chunk of command hashes up to `seq`, joined. */
  commandHashes(sessionId: string, seq: number): Promise<Uint8Array>;
  /** Keeps it and drops the older states of the session; their hashes stay. */
  saveSnapshot(snapshot: StoredSnapshot): Promise<void>;
  /** Asks the database something real. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
