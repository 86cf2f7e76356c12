// A live server, its facilitator and a phone with a real browser, for the tests of the participant's page.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { FacilitatorView } from '../../../server/engine/views';
import type { VoteSettings } from '../../../server/engine/vocabulary';
import { openBrowser, openContext } from '../../support/chromium';
import { connect, newId, type TestClient } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';
import { inAll, smallWorkshop } from '../../support/workshop';
import { type CuttableLine, openLine } from './cuttable-line';

/** One for all tests of a file: starting it takes longer than most tests. */
let shared: Promise<Browser> | undefined;
afterAll(async () => (await shared)?.close());

export const projectFolder = join(__dirname, '..', '..', '..');

export type Seminar = {
  readonly server: TestServer;
  readonly facilitator: TestClient;
  /** The phone reaches the server only through here. */
  readonly line: CuttableLine;
  readonly browser: Browser;
  /** A phone that has opened the join page. */
  phone(options?: BrowserContextOptions): Promise<Page>;
  /** A phone that has joined. */
  joined(options?: BrowserContextOptions): Promise<Page>;
  /** The room shows this activity and takes answers. */
  open(activityId: string): Promise<void>;
  facilitatorView(): FacilitatorView;
  close(): Promise<void>;
};

/** Scripts and style as `npm test` builds them; a file run alone builds them itself. */
function buildPhone(): void {
  if (existsSync(join(projectFolder, '.build', 'phone', 'manifest.json'))) return;
  const tool = join(projectFolder, 'server', 'launch', 'tool.mjs');
  execFileSync(process.execPath, [tool, 'components/live/phone/build.ts'], { cwd: projectFolder });
}

export async function startSeminar(): Promise<Seminar> {
  buildPhone();
  const named = { ky: 'Биз', ru: 'Мы', en: 'We' };
  const design = {
    ...smallWorkshop,
    groups: smallWorkshop.groups.map(({ id }) => ({ id, name: inAll(`${named.en} ${id}`) })),
  };
  const server = await startTestServer({ design });
  const line = await openLine(server.port);
  const facilitator = await connect(server, { role: 'facilitator' });
  shared ??= openBrowser();
  const browser = await shared;
  const contexts: BrowserContext[] = [];

  const seminar: Seminar = {
    server,
    facilitator,
    line,
    browser,
    async phone(options = {}) {
      const context = await openContext(browser, {
        viewport: { width: 360, height: 740 },
        locale: 'en',
        isMobile: true,
        hasTouch: true,
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(`${line.url}/j/${server.code}`);
      return page;
    },
    async joined(options) {
      const page = await seminar.phone(options);
      await page.getByRole('button', { name: 'We heads' }).click();
      await page.getByText('You: We heads').waitFor();
      return page;
    },
    async open(activityId) {
      if (seminar.facilitatorView().session.phase === 'lobby') await facilitator.must({ type: 'session.start' });
      await facilitator.must({ type: 'agenda.goto', activityId });
      await facilitator.must({ type: 'activity.open', activityId });
    },
    facilitatorView: () => facilitator.view as FacilitatorView,
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      facilitator.close();
      await line.close();
      await server.close();
    },
  };
  return seminar;
}

/** Two goals to vote on, from somebody else's phone; the vote is open, by dots unless `settings` say otherwise. */
export async function openVote(seminar: Seminar, settings?: VoteSettings): Promise<void> {
  const other = await connect(seminar.server);
  await other.must({ type: 'participant.join', groupId: 'civil' });
  await seminar.open('collect');
  for (const [text, themeId] of [
    ['Clean water', 'law'],
    ['Good roads', 'services'],
  ] as const) {
    const fields = { text, themeId, lang: 'en', horizonId: '2030' } as const;
    await other.must({ type: 'idea.submit', activityId: 'collect', ideaId: newId(), ...fields });
  }
  other.close();
  if (settings !== undefined) await seminar.facilitator.must({ type: 'vote.configure', activityId: 'vote', settings });
  await seminar.open('vote');
}
