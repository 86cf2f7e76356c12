// The one Prisma client of the process, over one pg pool that survives a restart of the database.
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from '../observability/logger';
import { PrismaClient } from './generated/client';

export type Database = { readonly prisma: PrismaClient; close(): Promise<void> };

/** Writes use one connection at a time; the rest is for opening rooms, exports and health. */
const POOL_SIZE = 8;
const CONNECT_TIMEOUT_MS = 5_000;
/** A batch that takes longer than this has met something broken; its outcome is then read back. */
const QUERY_TIMEOUT_MS = 20_000;

export function openDatabase(url: string, logger: Logger): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    // An acknowledged vote must survive a power cut, whatever the server's own default says.
    options: '-c synchronous_commit=on',
  });
  // node-postgres emits 'error' when the database restarts; without listeners that ends the process.
  pool.on('error', (error) => logger.warn({ error: error.message }, 'database connection lost'));
  pool.on('connect', (client) => {
    client.on('error', (error) => logger.warn({ error: error.message }, 'database connection lost'));
  });
  const adapter = new PrismaPg(pool, { statementNameGenerator: preparedNames() });
  const prisma = new PrismaClient({ adapter });
  return {
    prisma,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Prepared statements save Postgres the planning of the same few statements over and over. */
function preparedNames(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const name = names.get(sql) ?? `eles_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
