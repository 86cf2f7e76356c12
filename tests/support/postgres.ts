// Real databases for integration tests. `npm test` starts one throw-away server for the whole run and names it in
// TEST_DATABASE_URL; a file run alone (`npx jest tests/integration/…`) starts its own.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../prisma/migrate';
import { startThrowAwayPostgres } from '../../server/data/embedded/throw-away-postgres';

export type TestDatabase = {
  url: string;
  /** Ends whatever is still connected, removes the database, and stops a server this file had to start. */
  drop(): Promise<void>;
};

export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = await findServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOn(server.url, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  if (migrated) await migrate({ url: url.href });
  return {
    url: url.href,
    drop: async () => {
      await runOn(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

async function findServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  return startThrowAwayPostgres();
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
