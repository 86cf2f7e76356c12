// The thread that checks an archive, so that the thread that counts votes is not kept waiting by one.
import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { linesOf } from '../audit/lines-of';
import type { Known } from '../verify/check-archive';
import { checkForImport } from './check-for-import';

const { file, known } = workerData as { readonly file: string; readonly known: Known };

// A rejection ends the thread with an error event, which the other side hears.
void checkForImport(() => linesOf(createReadStream(file)), known).then((verdict) => parentPort?.postMessage(verdict));
