// A power cut in the middle of a vote: the server dies without a word and comes back on its database, under a phone
// with a ballot in the queue and a console that is open.
import type { Browser } from 'playwright-core';
import { openBrowser, openContext } from '../../support/chromium';
import { connect, type TestClient } from '../../support/client';
import { type PagesProcess, startPagesProcess, writeIdeas } from '../../support/pages';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';

let database: TestDatabase;
let browser: Browser;
let server: PagesProcess;
const clients: TestClient[] = [];
beforeAll(async () => {
  [database, browser] = await Promise.all([createTestDatabase(), openBrowser()]);
  server = await startPagesProcess('real', { databaseUrl: database.url });
});
afterAll(async () => {
  for (const client of clients) client.close();
  await browser?.close();
  await server?.kill();
  await database?.drop();
});

async function facilitate(): Promise<TestClient> {
  const facilitator = await connect(server, { role: 'facilitator' });
  clients.push(facilitator);
  return facilitator;
}

async function open(address: string) {
  const page = await (await openContext(browser, { locale: 'en' })).newPage();
  await page.goto(`${server.url}${address}`);
  return page;
}

/** Two goals to vote on; the vote is open. */
async function openVote(): Promise<void> {
  const facilitator = await facilitate();
  const other = await connect(server);
  clients.push(other);
  await other.must({ type: 'participant.join', groupId: 'communities' });
  await facilitator.must({ type: 'session.start' });
  const activityId = 'goals-and-steps';
  await facilitator.must({ type: 'activity.open', activityId });
  await writeIdeas([other], ['Таза суу', 'Жакшы жол'], { activityId, themeId: 'services', horizonId: '2030' });
  await facilitator.must({ type: 'agenda.goto', activityId: 'vote-goals' });
  await facilitator.must({ type: 'activity.open', activityId: 'vote-goals' });
}

test('[PHONE3] [START3] a ballot queued while the server was killed counts once after the restart, and the console shows it', async () => {
  await openVote();
  const console = await open(`/console/${server.code}#${server.facilitatorToken}`);
  await console.getByText('0 of 1 have voted').waitFor();
  const phone = await open(`/j/${server.code}`);
  await phone.getByRole('button', { name: 'Heads of LSG executive bodies' }).click();
  const water = phone.getByRole('button', { name: 'Add a dot: Таза суу' });
  await water.click();
  await phone.locator('.dots-left').getByText('Counted').waitFor();
  await console.getByText('1 of 2 have voted').waitFor();

  await server.kill('SIGKILL');
  await water.click();
  await phone.getByRole('button', { name: 'Add a dot: Жакшы жол' }).click();
  await phone.locator('.dots-left').getByText('Waiting to be sent').waitFor();
  await phone.getByText('No connection.').waitFor();
  await console.getByText(/No connection to the server/).waitFor();

  // Somebody looks at the phone meanwhile, again and again: to dial anew must not leave the line without anything to dial.
  for (let looks = 0; looks < 6; looks++) {
    await phone.evaluate(() => window.dispatchEvent(new Event('online')));
    await phone.waitForTimeout(500);
  }
  const { port, code, sessionId } = server;
  server = await startPagesProcess('real', { databaseUrl: database.url, port, session: { code, sessionId } });
  await phone.locator('.dots-left').getByText('Counted').waitFor();
  await phone.getByText('Dots left: 7 of 10').waitFor();
  await console.getByText('1 of 2 have voted').waitFor();
  await console.getByText(/No connection to the server/).waitFor({ state: 'hidden' });

  // A reload of the phone finds the same ballot and sends nothing more.
  await phone.reload();
  await phone.getByText('Dots left: 7 of 10').waitFor();
  await console.getByRole('button', { name: 'Close the step' }).click();
  await console.getByRole('button', { name: 'Reveal the results' }).click();
  const row = console.getByRole('row').filter({ hasText: 'Таза суу' });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(expect.arrayContaining(['2', '1']));
  const { view } = await facilitate();
  expect(view?.activity).toMatchObject({ turnout: { voted: 1, joined: 2 } });
});
