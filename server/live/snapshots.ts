// When snapshots are made, one at a time, and by whom: a thread of its own for Postgres, here for memory.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EventStore } from '../data/event-store';
import type { Logger } from '../observability/logger';
import { makeSnapshot } from './make-snapshot';

/** A cold room folds at most this many facts: well under a second. */
export const EVENTS_PER_SNAPSHOT = 20_000;
/** Fewer than this replay faster than a snapshot is made. */
export const FEWEST_EVENTS = 1_000;

export type Snapshots = {
  /** Resolves to the seq of the newest snapshot, or undefined when it could not be made: the log still has everything. */
  make(sessionId: string): Promise<number | undefined>;
};

export type Fold = (sessionId: string) => Promise<number>;

export function createSnapshots(fold: Fold, logger: Logger): Snapshots {
  let last: Promise<unknown> = Promise.resolve();
  const underWay = new Map<string, Promise<number | undefined>>();

  async function make(sessionId: string): Promise<number | undefined> {
    const startedAt = performance.now();
    try {
      const seq = await fold(sessionId);
      logger.info({ sessionId, seq, ms: Math.round(performance.now() - startedAt) }, 'snapshot made');
      return seq;
    } catch (error) {
      logger.warn({ err: error, sessionId }, 'snapshot not made');
      return undefined;
    }
  }

  return {
    make(sessionId) {
      const running = underWay.get(sessionId);
      if (running !== undefined) return running;
      const made = last.then(() => make(sessionId)).finally(() => underWay.delete(sessionId));
      underWay.set(sessionId, made);
      last = made;
      return made;
    },
  };
}

export const foldHere =
  (store: EventStore): Fold =>
  (sessionId) =>
    makeSnapshot(store, sessionId);

export const foldOnThread =
  (databaseUrl: string): Fold =>
  (sessionId) =>
    new Promise((resolve, reject) => {
      // Threads start from JavaScript only: these two lines bring the loader and then the file.
      const program = [require.resolve('tsx/cjs'), join(__dirname, 'snapshot-worker.ts')];
      const worker = new Worker(program.map((file) => `require(${JSON.stringify(file)});`).join('\n'), {
        eval: true,
        workerData: { databaseUrl, sessionId },
      });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`snapshot thread ended with ${code}`)));
    });
