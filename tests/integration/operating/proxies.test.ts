// The configurations printed in docs/operating.md, in front of a real server: Debian's nginx and Caddy.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { createFindCaller } from '../../../server/auth/caller';
import { until } from '../../support/patience';
import { startTestServer, type TestServer } from '../../support/server';

const NAME = 'vision.example.org';
const ORIGIN = `https://${NAME}`;
const FRONT = { publicUrl: ORIGIN, trustedProxies: ['127.0.0.1', '::1'] };
/** Not one of the trusted addresses, so that what it says of itself counts for nothing. */
const VISITOR = '127.0.0.2';
const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'operating.md'), 'utf8');
const printed = (language: string) => new RegExp(`\`{3}${language}\\n([^]*?)\`{3}`).exec(page)?.[1] ?? '';

/** The printed words, but for what belongs to a machine. */
function withOwn(text: string, own: Readonly<Record<string, string>>): string {
  return Object.entries(own).reduce((before, [theirs, ours]) => {
    expect(before).toContain(theirs);
    return before.replaceAll(theirs, ours);
  }, text);
}

type Proxy = { start(folder: string, port: number, upstream: string): ChildProcess; readonly program: string };

const nginx: Proxy = {
  program: 'nginx',
  start(folder, port, upstream) {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', `/CN=${NAME}`, '-days', '2', '-nodes', '-keyout', key, '-out', certificate];
    expect(spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...subject]).status).toBe(0);
    const site = withOwn(printed('nginx'), {
      'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
      [`/etc/letsencrypt/live/${NAME}/fullchain.pem`]: certificate,
      [`/etc/letsencrypt/live/${NAME}/privkey.pem`]: key,
      '127.0.0.1:3000': upstream,
    });
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (one) => `${one}_temp_path ${folder}/${one};`,
    );
    const file = join(folder, 'nginx.conf');
    writeFileSync(
      file,
      `pid ${folder}/pid; error_log stderr; daemon off; events {}\nhttp { access_log off; ${folders.join(' ')}\n${site}\n}\n`,
    );
    return spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', file]);
  },
};

const caddy: Proxy = {
  program: 'caddy',
  start(folder, port, upstream) {
    // A certificate of its own instead of one that it would fetch, and no ports below 1024.
    const own = `{\n admin off\n local_certs\n skip_install_trust\n auto_https disable_redirects\n https_port ${port}\n}\n`;
    const file = join(folder, 'Caddyfile');
    writeFileSync(file, own + withOwn(printed('caddy'), { '127.0.0.1:3000': upstream }));
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], { env });
  },
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

function ask(port: number, path: string, form?: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const posted = form === undefined ? {} : { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
    const asked = httpsRequest(
      {
        ...{ host: '127.0.0.1', port, path, servername: NAME, rejectUnauthorized: false, localAddress: VISITOR },
        ...{ method: form === undefined ? 'GET' : 'POST', headers: { host: NAME, ...posted, ...headers } },
      },
      async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      },
    );
    asked.once('error', reject);
    asked.end(form);
  });
}

describe.each([
  ['nginx', nginx],
  ['Caddy', caddy],
] as const)('%s, as docs/operating.md prints it', (name, proxy) => {
  const isThere = [proxy.program, 'openssl'].every((one) => spawnSync('sh', ['-c', `command -v ${one}`]).status === 0);
  const really = isThere && process.platform === 'linux' ? test : test.skip;
  let server: TestServer;
  let child: ChildProcess | undefined;
  let port: number;
  let said = '';
  const callers: { readonly address: string; readonly isSecure: boolean }[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'eles-proxy-'));

  beforeAll(async () => {
    if (really === test.skip) return;
    // nginx's workers are another user's.
    chmodSync(folder, 0o755);
    server = await startTestServer({ front: FRONT });
    const find = createFindCaller(FRONT);
    server.container.httpServer.prependListener('request', ({ headers, socket }) =>
      callers.push(find(headers, socket)),
    );
    port = await freePort();
    child = proxy.start(folder, port, `127.0.0.1:${server.port}`);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
      });
    const answers = async () => (await ask(port, '/api/health').catch(() => undefined))?.status === 200;
    await until(answers, () => `an answer of ${name}:\n${said}`);
  });
  afterAll(async () => {
    child?.kill('SIGTERM');
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  really(
    `[WIRE12] people join and send by forms, other sites do not (skipped without root and without ${name})`,
    async () => {
      const path = `/j/${server.code}`;
      const form = 'type=participant.join&groupId=heads';
      const opened = await ask(port, path);
      const [device = ''] = opened.headers['set-cookie'] ?? [];
      expect(device).toContain('Secure');
      const cookie = device.split(';')[0] ?? '';
      expect((await ask(port, `${path}/join`, form, { cookie })).status).toBe(303);
      const mine = await ask(port, path, undefined, { cookie, 'accept-language': 'en' });
      expect(mine.text).toContain('You: heads');
      const foreign = await ask(port, `${path}/join`, form, { cookie, origin: 'https://elsewhere.example' });
      expect([foreign.status, foreign.headers['set-cookie']]).toEqual([403, undefined]);
    },
  );

  really(
    `[WIRE12] the WebSocket is let through, and no other site's (skipped without root and without ${name})`,
    async () => {
      const dial = (origin: string) =>
        new Promise<string>((resolve) => {
          const socket = io(`https://127.0.0.1:${port}`, {
            ...{ auth: { protocol: 1, code: server.code, role: 'participant', token: 'rN0x3kC9RmWmV7cYb2uJhQ' } },
            ...{ transports: ['websocket'], reconnection: false, forceNew: true, rejectUnauthorized: false },
            ...{ servername: NAME, extraHeaders: { host: NAME, origin } },
          } as object);
          const end = (outcome: string) => {
            socket.disconnect();
            resolve(outcome);
          };
          socket.on('snapshot', () => end(socket.io.engine.transport.name));
          socket.on('connect_error', () => end('refused'));
        });
      expect(await dial(ORIGIN)).toBe('websocket');
      expect(await dial('https://elsewhere.example')).toBe('refused');
    },
  );

  really(
    `[WIRE12] the visitor's own address counts, not what it claims (skipped without root and without ${name})`,
    async () => {
      callers.length = 0;
      await ask(port, '/api/health', undefined, { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'http' });
      expect(callers).toEqual([expect.objectContaining({ address: VISITOR, isSecure: true })]);
    },
  );
});
