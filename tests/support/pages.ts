// A seminar of the shipped template behind the real pages of console and wall, with a browser before it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { FacilitatorView, View } from '../../server/engine/views';
import { openBrowser, openContext } from './chromium';
import { connect, newId, type TestClient } from './client';
import type { PagesProcessOptions } from './pages-process';
import type { TestServer } from './server';

const root = join(__dirname, '..', '..');

export type Pages = Pick<TestServer, 'url' | 'code' | 'facilitatorToken' | 'screenToken' | 'organiserToken'> & {
  /** For clients of other sessions on it. */
  readonly server: TestServer;
  readonly facilitator: TestClient;
  facilitatorView(): FacilitatorView;
  /** Somebody with a phone who has joined as this group. */
  participant(groupId: string): Promise<TestClient>;
  /** A browser of its own: nothing is signed in. */
  page(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
};

export type PagesProcess = TestServer & {
  /** Like a power cut: nothing is said, nothing is tidied. */
  kill(signal?: NodeJS.Signals): Promise<void>;
};

export async function startPagesProcess(
  kind: 'real' | 'rehearsal' = 'real',
  options: PagesProcessOptions = {},
): Promise<PagesProcess> {
  if (!existsSync(join(root, '.next', 'BUILD_ID'))) throw new Error('The pages are not built: run `npm test`.');
  const program = [join(root, 'server/launch/tool.mjs'), join(root, 'tests/support/pages-process.ts'), kind];
  const child = spawn(process.execPath, [...program, JSON.stringify(options)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const server = await new Promise<TestServer>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"url"')) resolve(JSON.parse(line) as TestServer);
    });
    void gone.then(() => reject(new Error('the server ended before it was ready')));
  });
  return {
    ...server,
    async kill(signal) {
      child.kill(signal);
      await gone;
    },
  };
}

export async function startPages(
  kind: 'real' | 'rehearsal' = 'real',
  options: PagesProcessOptions = {},
): Promise<Pages> {
  const server = await startPagesProcess(kind, options);
  const browser = await openBrowser();
  const facilitator = await connect(server, { role: 'facilitator' });
  const clients = [facilitator];
  const { url, code, facilitatorToken, screenToken, organiserToken } = server;
  return {
    url,
    code,
    facilitatorToken,
    screenToken,
    organiserToken,
    server,
    facilitator,
    facilitatorView: () => facilitator.view as View as FacilitatorView,
    async participant(groupId) {
      const client = await connect(server);
      clients.push(client);
      await client.must({ type: 'participant.join', groupId });
      return client;
    },
    async page(options) {
      const context = await openContext(browser, {
        locale: 'en',
        viewport: { width: 1366, height: 768 },
        reducedMotion: 'reduce',
        ...options,
      });
      return context.newPage();
    },
    async close() {
      for (const client of clients) client.close();
      await browser.close();
      await server.kill();
    },
  };
}

/** Ideas for 2030, in Kyrgyz, one per participant and text. */
export async function writeIdeas(
  people: readonly TestClient[],
  texts: readonly string[],
  place: { readonly activityId: string; readonly themeId: string; readonly horizonId: 'today' | 'tomorrow' | '2030' },
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) {
    const ideaId = newId();
    ids.push(ideaId);
    await people[index % people.length]?.must({ type: 'idea.submit', ideaId, text, lang: 'ky', ...place });
  }
  return ids;
}
