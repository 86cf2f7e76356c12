// Writes the facts of an archive into Postgres from a thread of its own.
import { StorageError, type StorageFailure } from '../data/event-store';
import { onThread } from './on-thread';
import type { WriteFacts } from './write-facts';

/** Why the log could not be used, if so: what an error bears beside its message is lost between threads. */
export type Written = { readonly failure?: StorageFailure };

export const writeOnThread =
  (databaseUrl: string): WriteFacts =>
  async (file, sessionId) => {
    const { failure } = await onThread<Written>('write-worker.ts', { databaseUrl, file, sessionId });
    if (failure !== undefined) throw new StorageError(failure);
  };
