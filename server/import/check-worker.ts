// The thread that checks an archive, so that the thread that counts votes is not kept waiting by one.
import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { linesOf } from '../audit/lines-of';
import { checkForImport } from './check-for-import';

const { file } = workerData as { file: string };

// A rejection ends the thread with an error event, which the other side hears.
void checkForImport(() => linesOf(createReadStream(file))).then((verdict) => parentPort?.postMessage(verdict));
