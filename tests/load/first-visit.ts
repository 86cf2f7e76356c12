// What one person's first visit costs the server: the page and its files, over HTTP, in milliseconds of CPU.
// `node server/launch/tool.mjs tests/load/first-visit.ts [VISITS] [ROOT …]`: beside a bare server that sends the same bytes,
// and beside other checkouts of the project when their folders are named; in turns, so that a busy machine troubles all alike.
import { fork } from 'node:child_process';
import { Agent, createServer, type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';

const ROUNDS = 25;
const AT_ONCE = 8;
const here = join(__dirname, '..', '..');

type Got = { readonly headers: OutgoingHttpHeaders; readonly body: Buffer };
type Subject = { readonly name: string; readonly port: number; readonly page: string; cpu(): Promise<number> };
type Said = { readonly port: number; readonly page: string } | { readonly cpuMs: number };

/** In a process of its own: one checkout's server, or the bare one with what that sends. */
async function serve(root: string, copied: Readonly<Record<string, { headers: OutgoingHttpHeaders; body: string }>>) {
  const tell = (said: Said) => process.send?.(said);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    tell({ cpuMs: (user + system) / 1_000 });
  });
  if (root === 'bare') {
    const answers = new Map(
      Object.entries(copied).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, 'base64') }]),
    );
    const bare = createServer(({ url = '' }, response) => {
      const answer = answers.get(url);
      response.writeHead(answer === undefined ? 404 : 200, answer?.headers).end(answer?.body);
    });
    return void bare.listen(0, '127.0.0.1', () =>
      tell({ port: (bare.address() as AddressInfo).port, page: [...answers.keys()][0] ?? '' }),
    );
  }
  const { startTestServer } = require(join(root, 'tests', 'support', 'server')) as typeof import('../support/server');
  const { port, code } = await startTestServer();
  tell({ port, page: `/j/${code}` });
}

async function start(name: string, root: string, copied: object = {}): Promise<Subject & { stop(): void }> {
  const tool = join(root === 'bare' ? here : root, 'server', 'launch', 'tool.mjs');
  const child = fork(tool, [__filename, 'serve', root], { cwd: root === 'bare' ? here : root });
  const next = () => new Promise<Said>((resolve) => child.once('message', (said) => resolve(said as Said)));
  child.send(copied);
  const said = await next();
  if (!('port' in said)) throw new Error('no port');
  return {
    name,
    ...said,
    async cpu() {
      child.send('cpu');
      const answer = await next();
      return 'cpuMs' in answer ? answer.cpuMs : Number.NaN;
    },
    stop: () => child.kill(),
  };
}

function get(agent: Agent, port: number, path: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip', 'accept-language': 'ky' };
    request({ agent, port, host: '127.0.0.1', path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

/** One phone: a connection of its own, the page without a cookie, then what it names. */
async function visit({ port, page }: Subject, files: readonly string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  await get(agent, port, page);
  await Promise.all(files.map((file) => get(agent, port, file)));
  agent.destroy();
}

async function visits(subject: Subject, files: readonly string[], count: number): Promise<number> {
  const before = await subject.cpu();
  let left = count;
  const walk = async () => {
    while (left > 0) {
      left -= 1;
      await visit(subject, files);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return ((await subject.cpu()) - before) / count;
}

/** The files a page names, and all of it as a bare server can send it. */
async function copyOf({ port, page }: Subject) {
  const agent = new Agent();
  const { gunzipSync } = await import('node:zlib');
  const first = await get(agent, port, page);
  const files = [
    ...gunzipSync(first.body)
      .toString()
      .matchAll(/"(\/p\/[^"]+)"/g),
  ].map(([, file]) => file as string);
  if (files.length === 0) throw new Error('the phone’s files are not built: run npm test once');
  const copied: Record<string, { headers: OutgoingHttpHeaders; body: string }> = {};
  for (const path of [page, ...files]) {
    const { headers, body } = path === page ? first : await get(agent, port, path);
    const { date: _date, connection: _connection, 'keep-alive': _keep, ...kept } = headers;
    copied[path] = { headers: kept, body: body.toString('base64') };
  }
  return { files, copied };
}

async function main(): Promise<void> {
  const [count = '2000', ...roots] = process.argv.slice(2);
  const ours = await start('here', here);
  const others = await Promise.all(roots.map((root) => start(root, root)));
  const { files, copied } = await copyOf(ours);
  const bare = await start('bare http', 'bare', copied);
  const subjects = [bare, ...others, ours];
  const filesOf = new Map<Subject, readonly string[]>([
    [bare, files],
    [ours, files],
  ]);
  for (const other of others) filesOf.set(other, (await copyOf(other)).files);
  const run = (subject: Subject) => visits(subject, filesOf.get(subject) ?? [], Number(count) / ROUNDS);
  for (const subject of subjects) await run(subject);
  const spent = new Map<Subject, number[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const subject of subjects) spent.set(subject, [...(spent.get(subject) ?? []), await run(subject)]);
  for (const subject of subjects) {
    const sorted = (spent.get(subject) ?? []).sort((a, b) => a - b);
    const [least, middle, most] = [0, ROUNDS >> 1, ROUNDS - 1].map((at) => sorted[at]?.toFixed(2));
    console.log(`${subject.name}: ${middle} ms of CPU a visit (${least}–${most}), page and ${files.length} files`);
    (subject as Subject & { stop(): void }).stop();
  }
}

if (process.argv[2] === 'serve')
  process.once('message', (copied) => {
    void serve(process.argv[3] ?? '', copied as Parameters<typeof serve>[1]);
  });
else
  main().then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
