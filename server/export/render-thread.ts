// One document at a time, on a thread that starts with the first one and goes when nobody has asked for a while.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RenderJob } from './formats';

export type RenderThread = {
  /** Bytes of the document. Rejects with a `RenderBusy` when too many are waiting, with an error when making it failed. */
  render(job: RenderJob): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** As many are waiting as can be made in about half a minute. */
export class RenderBusy extends Error {}

const MOST_WAITING = 12;
/** A document that takes longer than this is given up: something in it has gone wrong. */
const GIVE_UP_MS = 60_000;
const IDLE_MS = 60_000;

type Answer = { readonly bytes: Uint8Array } | { readonly failed: string };

/** What the thread says to this job; rejects when it ends, breaks or takes too long. */
function answerOf(thread: Worker, job: RenderJob): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail(new Error('the document took too long')), GIVE_UP_MS);
    const take = (answer: Answer) => {
      settle();
      resolve(answer);
    };
    const fail = (error: Error) => {
      settle();
      reject(error);
    };
    const end = (code: number) => fail(new Error(`the export thread ended with ${code}`));
    function settle() {
      clearTimeout(late);
      thread.off('message', take).off('error', fail).off('exit', end);
    }
    thread.on('message', take).on('error', fail).on('exit', end);
    thread.postMessage(job);
  });
}

export function createRenderThread(): RenderThread {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    // Threads start from JavaScript only: these two lines bring the loader and then the file.
    const program = [require.resolve('tsx/cjs'), join(__dirname, 'render-worker.ts')];
    const started = new Worker(program.map((file) => `require(${JSON.stringify(file)});`).join('\n'), { eval: true });
    started.unref();
    return started;
  }

  async function stop(): Promise<void> {
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  }

  async function make(job: RenderJob): Promise<Uint8Array> {
    worker ??= start();
    const thread = worker;
    try {
      const answer = await answerOf(thread, job);
      if ('failed' in answer) throw new Error(answer.failed);
      return answer.bytes;
    } catch (error) {
      // Whatever state it is in, the next document starts afresh.
      await stop();
      throw error;
    }
  }

  return {
    render(job) {
      if (waiting >= MOST_WAITING) return Promise.reject(new RenderBusy());
      waiting += 1;
      clearTimeout(idle);
      const made = last
        .then(() => make(job))
        .finally(() => {
          waiting -= 1;
          if (waiting > 0) return;
          idle = setTimeout(() => void stop(), IDLE_MS);
          idle.unref();
        });
      last = made.catch(() => {});
      return made;
    },
    close: stop,
  };
}
