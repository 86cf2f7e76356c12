// Real databases for integration tests. `npm test` starts one throw-away server for the whole run and names it in
// TEST_DATABASE_URL; a file run alone (`npx jest tests/integration/…`) starts its own.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../prisma/migrate';
import { startThrowAwayPostgres } from '../../server/data/embedded/throw-away-postgres';

export type TestDatabase = {
  url: string;
  /** Ends whatever is still connected and removes the database. */
  drop(): Promise<void>;
};

export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const serverUrl = await findServer();
  open += 1;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOn(serverUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (migrated) await migrate({ url: url.href });
  return {
    url: url.href,
    drop: async () => {
      await runOn(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      // A file run alone: its server goes with its last database, whichever hook drops that one.
      open -= 1;
      if (open === 0) await stopOwnServer();
    },
  };
}

let open = 0;
let ownServer: ReturnType<typeof startThrowAwayPostgres> | undefined;

async function findServer(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  ownServer ??= startThrowAwayPostgres();
  return (await ownServer).url;
}

async function stopOwnServer(): Promise<void> {
  const stopped = ownServer;
  ownServer = undefined;
  await (await stopped)?.stop();
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
