import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDataFolder, type Launched, launchStandIn } from '../../support/launched';

describe('the life of the server process', () => {
  const data = createDataFolder();
  const launched: Launched[] = [];

  function launch(env?: Record<string, string>, folder = data.folder, options?: { underShell: boolean }): Launched {
    const server = launchStandIn(folder, env, options);
    launched.push(server);
    return server;
  }
  afterEach(async () => {
    for (const { child, ended } of launched.splice(0)) {
      child.kill('SIGTERM');
      await ended;
    }
  });
  afterAll(() => data.remove());

  it('[START1] announces every address in a file for its owner only, and removes the file when it stops', async () => {
    const server = launch({ HOST: '0.0.0.0', PUBLIC_URL: 'https://vision.example.org/' });
    const start = await server.ready;
    const port = new URL(start.url).port;
    expect(start).toMatchObject({
      url: `http://127.0.0.1:${port}`,
      code: 'ABC234',
      joinUrl: 'https://vision.example.org/j/ABC234',
      screenUrl: `http://localhost:${port}/screen/ABC234#screen-token`,
      facilitatorUrl: `http://localhost:${port}/console/ABC234#facilitator-token`,
    });
    for (const file of ['start.json', 'secrets.json']) {
      expect(statSync(join(data.folder, file)).mode & 0o777).toBe(0o600);
    }
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, signal: null });
    expect(server.output()).toContain(start.joinUrl);
    expect(server.output()).toContain(start.facilitatorUrl);
    expect(existsSync(join(data.folder, 'start.json'))).toBe(false);
    expect(existsSync(join(data.folder, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  });

  it('[START3] starts again after SIGKILL with the same secret, and its data is there', async () => {
    const first = launch();
    await query(await databaseOf(first), 'CREATE TABLE kept AS SELECT 1 AS n');
    const secrets = readFileSync(join(data.folder, 'secrets.json'), 'utf8');
    first.child.kill('SIGKILL');
    await first.ended;
    const second = launch();
    expect(await query(await databaseOf(second), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    expect(readFileSync(join(data.folder, 'secrets.json'), 'utf8')).toBe(secrets);
  });

  it('[START4] refuses a second start in the same folder, and the first one lives on', async () => {
    const first = launch();
    const { url } = await first.ready;
    const second = launch();
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(oneSentence(second)).toBe(`Eles is already running in this folder (${data.folder}): stop that one first.`);
    expect((await fetch(url)).status).toBe(200);
  });

  it('[START2] says that the port is taken, and leaves nothing running', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => holder.once('listening', done));
    const address = holder.address();
    const port = String(typeof address === 'object' && address?.port);
    const server = launch({ PORT: port });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(oneSentence(server)).toMatch(new RegExp(`^Port ${port} is taken: .*\\.$`));
    expect(existsSync(join(data.folder, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    await new Promise((done) => holder.close(done));
  });

  it('[START2] refuses the database of a newer version', async () => {
    const other = createDataFolder();
    const first = launch({}, other.folder);
    const insert = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('later', 'x', '29990101000000_later', now())`;
    await query(await databaseOf(first), insert);
    first.child.kill('SIGTERM');
    await first.ended;
    const second = launch({}, other.folder);
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(oneSentence(second)).toBe(
      'The database was made by a newer version of Eles (29990101000000_later): run that version.',
    );
    other.remove();
  });

  it('[START2] says which setting cannot be used', async () => {
    const server = launch({ PORT: 'many' });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(oneSentence(server)).toBe('The setting PORT has an unusable value (many): see the file .env.example.');
  });

  it('ends with npm, whose shell passes no signal on', async () => {
    const server = launch({ npm_lifecycle_event: 'start' }, data.folder, { underShell: true });
    await server.ready;
    server.child.kill('SIGKILL');
    // The output stays open until the server itself has gone.
    await server.ended;
    expect(existsSync(join(data.folder, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    expect(existsSync(join(data.folder, 'start.json'))).toBe(false);
  });

  it('stops cleanly when asked during the start', async () => {
    const other = createDataFolder();
    const server = launch({}, other.folder);
    while (!existsSync(join(other.folder, 'postgres', 'cluster', 'PG_VERSION'))) {
      await new Promise((done) => setTimeout(done, 5));
    }
    server.child.kill('SIGINT');
    expect(await server.ended).toEqual({ code: 0, signal: null });
    expect(readdirSync(other.folder).sort()).toEqual(['postgres', 'secrets.json']);
    expect(existsSync(join(other.folder, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    other.remove();
  });

  it('[START6] stops the database and lets the lock go also when its server never ends, however often it is asked', async () => {
    const other = createDataFolder();
    const server = launch({}, other.folder);
    const { url } = await server.ready;
    const holding = connect(Number(new URL(url).port), '127.0.0.1');
    holding.on('error', () => {});
    await new Promise<void>((done) => holding.write('GET / HTTP/1.1\r\n', () => done()));
    server.child.kill('SIGINT');
    await new Promise((done) => setTimeout(done, 2_000));
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.output()).toContain('Something did not stop in time and was cut off: what was counted is kept.');
    expect(readdirSync(other.folder).sort()).toEqual(['postgres', 'secrets.json']);
    expect(existsSync(join(other.folder, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    holding.destroy();
    other.remove();
  });

  it('[START6] stops also when the start itself never comes to an end', async () => {
    const other = createDataFolder();
    const server = launch({ STAND_IN: 'never up' }, other.folder);
    while (!server.output().includes('never up')) await new Promise((done) => setTimeout(done, 20));
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(readdirSync(other.folder).sort()).toEqual(['postgres', 'secrets.json']);
    expect(existsSync(join(other.folder, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    other.remove();
  });

  it('[START6] leaves no Postgres behind that does not hear', async () => {
    const other = createDataFolder();
    const server = launch({}, other.folder);
    await server.ready;
    const pidFile = join(other.folder, 'postgres', 'cluster', 'postmaster.pid');
    const postmaster = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    process.kill(postmaster, 'SIGSTOP');
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    const next = launch({}, other.folder);
    await next.ready;
    expect(next.output()).not.toContain('Stopping the database of the run before');
    next.child.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
    other.remove();
  });
});

function oneSentence({ output }: Launched): string {
  const lines = output().trim().split('\n');
  return lines
    .filter((line) => !/^(Creating|Stopping) the database/.test(line))
    .join('\n')
    .trim();
}

/** The stand-in answers any request with the address of its database. */
async function databaseOf({ ready }: Launched): Promise<string> {
  return (await fetch((await ready).url)).text();
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
