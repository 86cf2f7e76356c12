// JSON for its owner's eyes only, never seen half written: a reader finds the old file, the new one, or none.
import { renameSync, rmSync, writeFileSync } from 'node:fs';

export function writePrivateFile(file: string, value: unknown): void {
  const draft = `${file}.draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
}
