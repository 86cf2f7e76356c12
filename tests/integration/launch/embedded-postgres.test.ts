import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../server/data/embedded/start-embedded-postgres';
import { createDataFolder } from '../../support/launched';
import { PATIENCE_MS } from '../../support/patience';

describe('the embedded Postgres', () => {
  const data = createDataFolder();
  const running: EmbeddedPostgres[] = [];

  afterEach(async () => {
    for (const postgres of running.splice(0)) await postgres.stop();
  });
  afterAll(() => data.remove());

  async function start() {
    const postgres = await startEmbeddedPostgres({ dataFolder: data.folder });
    running.push(postgres);
    return postgres;
  }

  it('is made at the first start, and compares Kyrgyz words as words', async () => {
    const { url } = await start();
    await query(url, 'CREATE EXTENSION pg_trgm');
    const [row] = await query(url, "SELECT lower('ҢӨҮ') AS small, similarity('өмүр жолу', 'ӨМҮР') > 0.3 AS similar");
    expect(row).toEqual({ small: 'ңөү', similar: true });
  });

  it('listens on loopback only and asks for a password', async () => {
    const { url } = await start();
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const withoutPassword = new URL(url);
    withoutPassword.password = 'guess';
    await expect(query(withoutPassword.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('keeps what was committed over a stop and a new start', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('takes over from a server that its killed owner left running', async () => {
    const orphan = await startEmbeddedPostgres({ dataFolder: data.folder });
    const before = await serverPid();
    await query(orphan.url, 'CREATE TABLE from_orphan AS SELECT 2 AS n');
    const next = await start();
    expect(await serverPid()).not.toBe(before);
    expect(await query(next.url, 'SELECT n FROM from_orphan')).toEqual([{ n: 2 }]);
    running.push(orphan);
  });

  it('is not fooled by a pid file whose number now belongs to another program', async () => {
    writeFileSync(
      join(data.folder, 'postgres', 'cluster', 'postmaster.pid'),
      `${process.pid}\n${data.folder}\n0\n5432\n`,
    );
    const { url } = await start();
    expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  // A container whose first process asks no child how it ended keeps the number of a killed server for ever.
  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('is not fooled by a server that is defunct', async () => {
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pidFile = join(data.folder, 'postgres', 'cluster', 'postmaster.pid');
    writeFileSync(pidFile, `${Number(line)}\n${data.folder}\n0\n5432\n`);
    try {
      const { url } = await start();
      expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    } finally {
      parent.kill();
    }
  });

  it('comes back at the same address when its server is killed', async () => {
    const { url } = await start();
    await query(url, 'CREATE TABLE before_kill AS SELECT 3 AS n');
    process.kill(await serverPid(), 'SIGKILL');
    const rows = await retry(() => query(url, 'SELECT n FROM before_kill'));
    expect(rows).toEqual([{ n: 3 }]);
  });

  it('refuses to run where votes could be lost', async () => {
    writeFileSync(join(data.folder, 'postgres', 'cluster', 'postgresql.auto.conf'), 'fsync = off\n');
    await expect(start()).rejects.toMatchObject({ code: 'unsafe_settings', values: { setting: 'fsync' } });
    writeFileSync(join(data.folder, 'postgres', 'cluster', 'postgresql.auto.conf'), '');
  });

  async function serverPid(): Promise<number> {
    const file = await readFile(join(data.folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
    return Number.parseInt(file, 10);
  }
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
