// The thread that folds snapshots, so that the thread that counts votes does not.
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../data/database';
import { createPostgresEventStore } from '../data/postgres-event-store';
import { createLogger } from '../observability/logger';
import { makeSnapshot } from './make-snapshot';

const { databaseUrl, sessionId } = workerData as { databaseUrl: string; sessionId: string };

async function run(): Promise<void> {
  const database = openDatabase(databaseUrl, createLogger({ level: 'error' }));
  try {
    parentPort?.postMessage(await makeSnapshot(createPostgresEventStore(database), sessionId));
  } finally {
    await database.close();
  }
}

// A rejection ends the thread with an error event, which the other side hears.
void run();
