// Starts one of the threads that an import is worked on, and brings back the one thing it says.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What a log of a million facts needs is a fraction of it; a file made to fill the memory ends its thread alone. */
const MOST_MEMORY_MB = 1_024;

export function onThread<Answer>(program: `${string}-worker.ts`, workerData: object): Promise<Answer> {
  // Threads start from JavaScript only: these two lines bring the loader and then the file.
  const files = [require.resolve('tsx/cjs'), join(__dirname, program)];
  return new Promise((resolve, reject) => {
    const worker = new Worker(files.map((one) => `require(${JSON.stringify(one)});`).join('\n'), {
      eval: true,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
  });
}
