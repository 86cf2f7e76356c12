// npm run -s tally < cases.jsonl > results.jsonl: one case a line in, one result a line out, in the same order.
// So that anybody can check the counting with data of their own; kinds and fields are in docs/method.md.
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { answerLine } from './answer-line';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

async function main(): Promise<void> {
  let number = 0;
  let blank = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') {
      blank++;
      continue;
    }
    // A blank line between cases gets its answer too, so that line n of the output belongs to line n of the input.
    for (; blank > 0; blank--) await print(answerLine('', number - blank));
    await print(answerLine(line, number));
  }
}

async function print(result: string): Promise<void> {
  // Waiting keeps a slow reader from filling the memory.
  if (!process.stdout.write(`${result}\n`)) await once(process.stdout, 'drain');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
