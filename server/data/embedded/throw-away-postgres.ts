// A cluster in a temporary folder that is gone after stop(): for tests and for writing migrations.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres';

export async function startThrowAwayPostgres(): Promise<EmbeddedPostgres> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'eles-postgres-'));
  // Under root Postgres runs as another user, who has to enter this folder.
  chmodSync(dataFolder, 0o755);
  const removeFolder = () => rmSync(dataFolder, { recursive: true, force: true });
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder });
    return { ...postgres, stop: () => postgres.stop().finally(removeFolder) };
  } catch (error) {
    removeFolder();
    throw error;
  }
}
