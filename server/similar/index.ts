// npm run -s similar < pairs.jsonl: {"id","a","b"} a line in, {"id","score","suggest","opposite"} a line out, same order.
// All texts of the input count as one workshop's list, which decides how common a word is.
import { text } from 'node:stream/consumers';
import { createSimilarityIndex, SUGGESTED } from '../engine/text/similarity-index';

type Pair = { readonly id?: unknown; readonly a: string; readonly b: string };
type Line = { readonly id?: unknown; readonly pair?: Pair; readonly error?: string };

function read(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { error: 'not an object' };
  const { id, a, b } = value as Record<string, unknown>;
  if (typeof a !== 'string' || typeof b !== 'string') return { id, error: 'a and b must be texts' };
  return { id, pair: { id, a, b } };
}

async function main(): Promise<void> {
  const lines = (await text(process.stdin)).replace(/^\ufeff/, '').split(/\r?\n/);
  const cases = lines.filter((line) => line.trim() !== '').map(read);

  const index = createSimilarityIndex();
  // The text is its own id: one that comes in many pairs is still one idea.
  for (const { pair } of cases) if (pair) for (const side of [pair.a, pair.b]) index.put(side, side);

  const answers = cases.map(({ id, pair, error }) => {
    if (!pair) return { id, error };
    const { score, kind } = index.compare(pair.a, pair.b);
    const opposite = kind === 'opposite';
    return { id, score: Number(score.toFixed(6)), suggest: score >= SUGGESTED && !opposite, opposite };
  });
  process.stdout.write(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
