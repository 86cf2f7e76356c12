// Cases nobody here wrote: inputs and expected results of other code bases and of the literature. They may not be copied into
// this repository, so they are read from beside it, and tests say plainly that they are skipped where they are absent.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.REFERENCE_DATA ?? path.join(__dirname, '..', '..', '..', '..', 'shared', 'data');

/** Runs `define` with the cases of a file; without the file, one skipped test that says so. */
export function withReference<Case>(file: string, define: (cases: readonly Case[]) => void): void {
  const from = path.join(folder, file);
  if (existsSync(from)) define(JSON.parse(readFileSync(from, 'utf8')));
  else test.skip(`skipped: no reference data at ${from} (set REFERENCE_DATA)`, () => {});
}
