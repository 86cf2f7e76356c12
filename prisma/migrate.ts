// Applies prisma/migrations to a database. Prisma's own command needs an engine it would have to download; this writes
// the same rows to `_prisma_migrations`, so that `prisma migrate deploy` works on the same database elsewhere.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

export type Migration = { name: string; sql: string; checksum: string };

export type MigrationErrorCode = 'newer_database' | 'edited_migration' | 'failed_migration';

export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(
    readonly code: MigrationErrorCode,
    readonly values: { name: string; reason?: string },
    options?: ErrorOptions,
  ) {
    super(`${code}: ${values.name}${values.reason ? ` (${values.reason})` : ''}`, options);
  }
}

/** The number Prisma's own engine locks with: two programs, or it and us, take turns. */
const lockNumber = 72_707_369;

const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

export function readMigrations(folder = join(__dirname, 'migrations')): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => {
      // A checkout on Windows may have turned the line ends, and the sum must not change with them.
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Brings the database up to these migrations, each in one transaction; answers the names applied now. */
export async function migrate({
  url,
  migrations = readMigrations(),
}: {
  url: string;
  migrations?: Migration[];
}): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    await client.query(table);
    const missing = findMissing(migrations, await readApplied(client));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

async function readApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return rows;
}

function findMissing(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = known.get(row.migration_name);
    if (!migration) throw new MigrationError('newer_database', { name: row.migration_name });
    if (!row.finished_at) throw new MigrationError('failed_migration', { name: row.migration_name });
    if (migration.checksum !== row.checksum) throw new MigrationError('edited_migration', { name: row.migration_name });
    known.delete(row.migration_name);
  }
  return [...known.values()];
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new MigrationError('failed_migration', { name, reason: (cause as Error).message }, { cause });
  }
}
