// Browsers that lack what the script needs, or that never get the script: the page stays whole, by its forms.
import type { Page } from 'playwright-core';
import { openVote, type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
beforeEach(async () => {
  seminar = await startSeminar();
});
afterEach(() => seminar.close());

/** A page without its script asks every ten seconds whether the room has gone on; here ten times as often. */
const HASTY = 'const { setInterval: every } = window; window.setInterval = (run, ms) => every(run, ms / 10);';

async function phoneWithout(take: string): Promise<Page> {
  const page = await seminar.phone();
  await page.addInitScript(`{ ${HASTY} } ${take}`);
  await page.reload();
  return page;
}

async function answers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'We heads' }).click();
  await page.getByText('You: We heads').waitFor();
  await seminar.open('ask');
  // Whether by the line or by renewing itself: the step comes by itself.
  await page.getByLabel('Your answer').waitFor();
  await page.getByLabel('Your answer').fill('Schools');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Counted').waitFor();
  await seminar.facilitator.until(() => Object.keys(seminar.facilitatorView().ideas).length === 1);
}

const isLive = (page: Page) => page.evaluate(() => document.documentElement.classList.contains('live'));

test.each([
  ['event.submitter', 'delete SubmitEvent.prototype.submitter'],
  ['at', 'delete Array.prototype.at; delete String.prototype.at'],
  ['Object.hasOwn', 'delete Object.hasOwn'],
])('[PHONE7] without %s the script lives and a phone joins and answers', async (_, take) => {
  const page = await phoneWithout(take);
  expect(await isLive(page)).toBe(true);
  await answers(page);
});

test.each([
  ['flatMap', 'delete Array.prototype.flatMap'],
  ['Object.fromEntries', 'delete Object.fromEntries'],
  [
    'a way to start: an error while drawing',
    'Object.defineProperty(HTMLElement.prototype, "classList", { get() { throw new Error("old") } })',
  ],
])('[PHONE6] without %s the forms stay, renew themselves, and a phone joins and answers', async (_, take) => {
  const page = await phoneWithout(take);
  expect(await page.evaluate(() => document.documentElement.className)).not.toContain('live');
  await answers(page);
});

test('[PHONE6] a script that never comes leaves forms that follow the room, but not while something is typed', async () => {
  const page = await seminar.phone();
  await page.route('**/p/*.js', (route) => route.abort());
  await page.addInitScript(`{ ${HASTY} }`);
  await page.reload();
  await answers(page);
  await page.getByLabel('Your answer').fill('Half a thou');
  await seminar.facilitator.must({ type: 'activity.close', activityId: 'ask' });
  // It would have asked twice by now.
  await page.waitForTimeout(2_000);
  expect(await page.getByLabel('Your answer').inputValue()).toBe('Half a thou');
});

test('[PHONE8] a figure typed into a field of dots replaces the one that stood there', async () => {
  const page = await seminar.joined();
  await openVote(seminar);
  const water = page.getByRole('spinbutton', { name: 'Your dots: Clean water' });
  await water.click();
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.getByText('Dots left: 3 of 5').waitFor();
  await water.click();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.getByText('Dots left: 4 of 5').waitFor();
});
