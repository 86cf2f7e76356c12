// The thread that writes an archive into the log, so that the thread that counts votes does not read it line by line.
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../data/database';
import { StorageError } from '../data/event-store';
import { createPostgresEventStore } from '../data/postgres-event-store';
import { createLogger } from '../observability/logger';
import { writeHere } from './write-facts';
import type { Written } from './write-on-thread';

type Task = { readonly databaseUrl: string; readonly file: string; readonly sessionId: string };
const { databaseUrl, file, sessionId } = workerData as Task;

async function write(): Promise<Written> {
  const database = openDatabase(databaseUrl, createLogger({ level: 'error' }));
  try {
    await writeHere(createPostgresEventStore(database))(file, sessionId);
    return {};
  } catch (error) {
    if (error instanceof StorageError) return { failure: error.failure };
    throw error;
  } finally {
    await database.close();
  }
}

// A rejection ends the thread with an error event, which the other side hears.
void write().then((written) => parentPort?.postMessage(written));
