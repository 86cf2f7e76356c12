// The thread that checks an archive, so that the thread that counts votes is not kept waiting by one.
import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { linesOf } from '../audit/lines-of';
import { sha256 } from '../audit/node-sha256';
import { checkArchive, type Known } from '../verify/check-archive';
import type { Checked } from './check-on-thread';
import { endsOf } from './ends-of';

const { file, known } = workerData as { readonly file: string; readonly known: Known };
const open = () => linesOf(createReadStream(file));

async function check(): Promise<Checked> {
  const verdict = await checkArchive(open, sha256, known);
  return verdict.ok ? { ...verdict, ends: await endsOf(open()) } : verdict;
}

// A rejection ends the thread with an error event, which the other side hears.
void check().then((checked) => parentPort?.postMessage(checked));
