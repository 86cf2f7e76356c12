// Starts the thread that checks one archive.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Known, Verdict } from '../verify/check-archive';

/** What a log of a million facts needs is a fraction of it; a file made to fill the memory ends its thread alone. */
const MOST_MEMORY_MB = 1_024;

export function checkOnThread(file: string, known: Known): Promise<Verdict> {
  // Threads start from JavaScript only: these two lines bring the loader and then the file.
  const program = [require.resolve('tsx/cjs'), join(__dirname, 'check-worker.ts')];
  return new Promise((resolve, reject) => {
    const worker = new Worker(program.map((one) => `require(${JSON.stringify(one)});`).join('\n'), {
      eval: true,
      workerData: { file, known },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the checking thread ended with ${code}`)));
  });
}
