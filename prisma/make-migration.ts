// Writes the SQL from the last migration's schema to schema.prisma, as a new folder in prisma/migrations:
//   node server/launch/tool.mjs prisma/make-migration.ts add_reports
// Each folder keeps the schema it leads to, since reading a schema back from a database does not work through this
// engine's driver. Read the SQL before committing it; what Prisma cannot express is added to it by hand.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm';
import { startThrowAwayPostgres } from '../server/data/embedded/throw-away-postgres';
import { readMigrations } from './migrate';

const migrationsFolder = join(__dirname, 'migrations');
const schemaFile = join(__dirname, 'schema.prisma');

/** The package imports its .wasm as a module, which Node cannot do yet: load the two halves by hand. */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue } as never);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

function findPreviousSchema(): string | null {
  const last = readMigrations(migrationsFolder).at(-1);
  if (!last) return null;
  const kept = join(migrationsFolder, last.name, 'schema.prisma');
  if (!existsSync(kept)) throw new Error(`${kept} is missing: without it the difference cannot be told.`);
  return readFileSync(kept, 'utf8');
}

/** The engine asks a server for its version, even to compare two texts. */
async function findDifference(url: string, previous: string | null, next: string): Promise<string> {
  const Engine = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const engine = await Engine.new({ datamodels: [[schemaFile, next]] }, () => {}, adapter);
  const target = (content: string): DiffTarget => ({ tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] });
  const { stdout } = await engine.diff({
    from: previous === null ? { tag: 'empty' } : target(previous),
    to: target(next),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? '';
}

async function main(): Promise<void> {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Give the migration a name of small letters, digits and _.');
  const schema = readFileSync(schemaFile, 'utf8');
  const previous = findPreviousSchema();
  const postgres = await startThrowAwayPostgres();
  const sql = await findDifference(postgres.url, previous, schema).finally(() => postgres.stop());
  if (!sql.trim() || sql.startsWith('-- This is an empty migration')) {
    console.log('The migrations already give schema.prisma: nothing to write.');
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(join(folder, 'schema.prisma'), schema);
  console.log(`Written: ${join(folder, 'migration.sql')}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
