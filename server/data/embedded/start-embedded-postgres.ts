// A real Postgres in a folder, for a laptop in a hall and for tests: made if missing, started, watched, stopped.
// The caller holds the folder's lock: whatever still runs in it is an orphan.
import { Client } from 'pg';
import { prepareBinaries } from './binaries';
import { ensureCluster, readPassword, superuser } from './cluster';
import { EmbeddedPostgresError } from './embedded-error';
import { findPlace } from './place';
import { clearOrphan, findPostmaster, isPostmasterAlive, startPostmaster, stopPostmaster } from './postmaster';

export type EmbeddedProgress = 'copying_binaries' | 'creating' | 'recovering' | 'starting';

export type EmbeddedPostgres = {
  /** Connection string of the database `eles`. */
  url: string;
  /** Set when the data had to live outside the data folder (root in a folder Postgres' user may not enter). */
  outsideFolder: string | null;
  /** Safe to call twice. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataFolder: string;
  onProgress?: (step: EmbeddedProgress) => void;
};

const database = 'eles';
const watchEveryMs = 1_000;

export async function startEmbeddedPostgres({
  dataFolder,
  onProgress = () => {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = findPlace(dataFolder);
  const binaries = prepareBinaries(place, () => onProgress('copying_binaries'));
  await ensureCluster(place, binaries, () => onProgress('creating'));
  if (findPostmaster(place) !== 'none') {
    onProgress('recovering');
    await clearOrphan(place, binaries);
  }
  onProgress('starting');
  const port = await startPostmaster(place, binaries);
  const address = `postgresql://${superuser}:${readPassword(place)}@127.0.0.1:${port}`;
  try {
    await prepareDatabase(address);
  } catch (error) {
    await stopPostmaster(place, binaries);
    throw error;
  }

  // A server that dies under us (out of memory, a stray kill) comes back on the same port, where the pool looks for it.
  let restarting: Promise<unknown> = Promise.resolve();
  let busy = false;
  const watch = setInterval(() => {
    if (busy || isPostmasterAlive(place)) return;
    busy = true;
    restarting = startPostmaster(place, binaries, port)
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  }, watchEveryMs);
  watch.unref();

  let stopping: Promise<void> | null = null;
  const stop = async () => {
    clearInterval(watch);
    await restarting;
    await stopPostmaster(place, binaries);
  };
  return {
    url: `${address}/${database}`,
    outsideFolder: place.elsewhere ? place.folder : null,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function prepareDatabase(address: string): Promise<void> {
  const client = new Client({ connectionString: `${address}/postgres` });
  await client.connect();
  try {
    // Postgres reads further files after ours: ask it, instead of trusting what was written.
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`);
      if (rows[0]?.[setting] !== 'on') throw new EmbeddedPostgresError('unsafe_settings', { setting });
    }
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database} TEMPLATE template0`);
  } finally {
    await client.end();
  }
}
