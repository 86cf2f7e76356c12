import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Migration, migrate, readMigrations } from '../../../prisma/migrate';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';

const first: Migration = { name: '1_first', sql: 'CREATE TABLE one (id int)', checksum: 'a' };
const second: Migration = { name: '2_second', sql: 'CREATE TABLE two (id int)', checksum: 'b' };
const broken: Migration = { name: '3_broken', sql: 'CREATE TABLE three (id int); SELECT nonsense', checksum: 'c' };

describe('migrations', () => {
  let database: TestDatabase;
  let client: Client;

  beforeEach(async () => {
    database = await createTestDatabase({ migrated: false });
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database.drop();
  });
  const apply = (...migrations: Migration[]) => migrate({ url: database.url, migrations });
  const tables = async () => {
    const { rows } = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    return rows.map(({ tablename }) => tablename);
  };

  it('are each applied once', async () => {
    expect(await apply(first)).toEqual(['1_first']);
    expect(await apply(first, second)).toEqual(['2_second']);
    expect(await apply(first, second)).toEqual([]);
    expect(await tables()).toEqual(['_prisma_migrations', 'one', 'two']);
  });

  it('take turns when two servers start on one database', async () => {
    const both = await Promise.all([apply(first, second), apply(first, second)]);
    expect(both.flat().sort()).toEqual(['1_first', '2_second']);
  });

  it('leave nothing behind when they fail', async () => {
    await expect(apply(first, broken)).rejects.toMatchObject({
      code: 'failed_migration',
      values: { name: '3_broken' },
    });
    expect(await tables()).toEqual(['_prisma_migrations', 'one']);
  });

  it('refuse a database that knows a later one', async () => {
    await apply(first, second);
    await expect(apply(first)).rejects.toMatchObject({ code: 'newer_database', values: { name: '2_second' } });
  });

  it('refuse one that was changed after it had been applied', async () => {
    await apply(first);
    await expect(apply({ ...first, checksum: 'z' })).rejects.toMatchObject({ code: 'edited_migration' });
  });

  it('of this folder lead to schema.prisma', () => {
    const folder = join(__dirname, '..', '..', '..', 'prisma');
    const kept = join(folder, 'migrations', readMigrations().at(-1)?.name ?? '', 'schema.prisma');
    expect(existsSync(kept)).toBe(true);
    const withoutComments = (file: string) => readFileSync(file, 'utf8').replace(/^\s*\/\/.*\n/gm, '');
    expect(withoutComments(join(folder, 'schema.prisma'))).toBe(withoutComments(kept));
  });
});
