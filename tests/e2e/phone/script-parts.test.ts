// Parts of the phone's script come with the steps that need them; where one cannot be had, the server draws the step.
import type { Page } from 'playwright-core';
import { openVote, type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
beforeEach(async () => {
  seminar = await startSeminar();
});
afterEach(() => seminar.close());

/** Of this page as the server would send it now. */
function scriptsNamed(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const html = await (await fetch(location.pathname)).text();
    return [...html.matchAll(/src="([^"]+\.js)"/g)].map(([, name = '']) => name);
  });
}

test('[PHONE5] a step that comes brings its part of the script, and a page that is loaded in it has it at once', async () => {
  const page = await seminar.phone();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) asked.push(new URL(request.url()).pathname);
  });
  const always = await scriptsNamed(page);
  await page.getByRole('button', { name: 'We heads' }).click();
  await page.getByText('You: We heads').waitFor();
  expect(asked).toEqual([]);
  await openVote(seminar);
  await page.getByRole('spinbutton', { name: 'Your dots: Clean water' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.className)).toContain('live');
  const now = await scriptsNamed(page);
  const part = now.filter((name) => !always.includes(name));
  expect(part.length).toBeGreaterThan(0);
  expect(asked).toEqual(expect.arrayContaining(part));
});

test('[PHONE6] a part that cannot be had leaves the step to the forms', async () => {
  const page = await seminar.joined();
  await page.route('**/p/*.js', (route) => route.abort());
  await openVote(seminar);
  // The frame of the step first; then the page renews itself, drawn by the server.
  await page.getByRole('heading', { name: 'vote' }).waitFor();
  await page.getByRole('spinbutton', { name: 'Your dots: Clean water' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.className)).not.toContain('live');
  await page.getByRole('spinbutton', { name: 'Your dots: Clean water' }).fill('2');
  await page.getByRole('button', { name: 'Send', exact: false }).click();
  await page.getByText('Counted').first().waitFor();
});
