// Group commit: the facts of all rooms go to the log in one statement at a time, and nothing is ever dropped in silence.
import type { EventStore, LogRow } from '../data/event-store';
import { StorageError } from '../data/event-store';
import type { Logger } from '../observability/logger';

/** `moved_on`, `full` and `broken` are certain: nothing of the entry is in the log. */
export type Outcome = 'committed' | 'moved_on' | 'full' | 'broken';

/** The facts of one command, kept together. */
export type Entry = { readonly sessionId: string; readonly rows: readonly LogRow[]; settle(outcome: Outcome): void };

export type EventWriter = {
  /** Entries of one session must come in the order of their seq. Every entry is settled once, in order. */
  write(entry: Entry): void;
  /** True: the log is slower than the room; refuse with `retry` instead of queueing more. One room never fills it all. */
  isFull(sessionId: string): boolean;
  /** Resolves when all that was written so far is settled, or false after `timeoutMs`. */
  drain(timeoutMs: number): Promise<boolean>;
  /** Stops trying. What is not settled stays so: nobody was told that it was counted. */
  close(): void;
};

export type WriterLimits = {
  /** The next flush begins no sooner than this after the one before: small enough not to be felt, long enough to fill. */
  readonly gapMs: number;
  readonly rowsPerFlush: number;
  readonly queuedRows: number;
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
};

export const WRITER_LIMITS: WriterLimits = {
  gapMs: 5,
  rowsPerFlush: 1_000,
  // About ten seconds of the busiest hall we plan for.
  queuedRows: 10_000,
  firstBackoffMs: 50,
  longestBackoffMs: 2_000,
};

/** Of the queue, for one room: a flood in one must leave the others a place. */
const ROOMS_SHARE = 0.7;

export function createEventWriter(
  store: Pick<EventStore, 'append'>,
  logger: Logger,
  limits = WRITER_LIMITS,
): EventWriter {
  let queue: Entry[] = [];
  let queuedRows = 0;
  const queuedOf = new Map<string, number>();
  let flushing = false;
  let lastFlushAt = 0;
  let closed = false;
  let wake: (() => void) | undefined;
  const idle: (() => void)[] = [];

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  function take(): Entry[] {
    let rows = 0;
    let count = 0;
    for (const entry of queue) {
      if (count > 0 && rows + entry.rows.length > limits.rowsPerFlush) break;
      rows += entry.rows.length;
      count += 1;
    }
    const batch = queue.slice(0, count);
    queue = queue.slice(count);
    return batch;
  }

  function count({ sessionId, rows }: Entry, sign: 1 | -1): void {
    queuedRows += sign * rows.length;
    const left = (queuedOf.get(sessionId) ?? 0) + sign * rows.length;
    if (left === 0) queuedOf.delete(sessionId);
    else queuedOf.set(sessionId, left);
  }

  function settle(entries: readonly Entry[], outcome: Outcome): void {
    for (const entry of entries) {
      count(entry, -1);
      try {
        entry.settle(outcome);
      } catch (error) {
        logger.error({ error, sessionId: entry.sessionId }, 'a settled entry was not taken');
      }
    }
  }

  /** Later facts of the session build on the ones that failed, so they fail with them. */
  function fail(sessionId: string, batch: readonly Entry[], outcome: Outcome): void {
    const follows = queue.filter((entry) => entry.sessionId === sessionId);
    queue = queue.filter((entry) => entry.sessionId !== sessionId);
    settle([...batch, ...follows], outcome);
  }

  /** One statement, again and again while it is unclear whether the log can be reached. */
  async function append(batch: readonly Entry[]): Promise<Outcome | 'closed'> {
    const rows = batch.flatMap((entry) => entry.rows);
    for (let backoff = limits.firstBackoffMs; ; backoff = Math.min(backoff * 2, limits.longestBackoffMs)) {
      try {
        await store.append(rows);
        return 'committed';
      } catch (error) {
        const failure = error instanceof StorageError ? error.failure : 'broken';
        logger.warn({ failure, rows: rows.length, error: String((error as Error).cause ?? error) }, 'append failed');
        if (failure !== 'unavailable') return failure;
      }
      if (closed) return 'closed';
      await pause(backoff / 2 + (Math.random() * backoff) / 2);
    }
  }

  async function flush(batch: readonly Entry[]): Promise<void> {
    const outcome = await append(batch);
    if (outcome === 'closed') return;
    if (outcome === 'committed') return settle(batch, outcome);
    const sessionIds = [...new Set(batch.map((entry) => entry.sessionId))];
    if (sessionIds.length === 1) return fail(sessionIds[0] as string, batch, outcome);
    // One room's trouble must not refuse the votes of another.
    for (const sessionId of sessionIds) await flush(batch.filter((entry) => entry.sessionId === sessionId));
  }

  async function run(): Promise<void> {
    // Lets the rest of the packets that arrived with this one join the batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0 && !closed) {
      const early = lastFlushAt + limits.gapMs - performance.now();
      if (early > 0) await pause(early);
      lastFlushAt = performance.now();
      await flush(take());
    }
  }

  function start(): void {
    if (flushing || closed) return;
    flushing = true;
    void run().finally(() => {
      flushing = false;
      // Whatever came between the last look at the queue and here.
      if (queue.length > 0 && !closed) return start();
      for (const resolve of idle.splice(0)) resolve();
    });
  }

  return {
    write(entry) {
      queue.push(entry);
      count(entry, 1);
      start();
    },
    isFull: (sessionId) =>
      queuedRows >= limits.queuedRows || (queuedOf.get(sessionId) ?? 0) >= limits.queuedRows * ROOMS_SHARE,
    async drain(timeoutMs) {
      if (!flushing) return true;
      let timer: NodeJS.Timeout | undefined;
      const settled = new Promise<boolean>((resolve) => idle.push(() => resolve(true)));
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), timeoutMs);
      });
      const drained = await Promise.race([settled, late]);
      clearTimeout(timer);
      return drained;
    },
    close() {
      closed = true;
      wake?.();
    },
  };
}
