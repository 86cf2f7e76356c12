// The console on a laptop: nothing lies over what stands beside it.
import type { Page } from 'playwright-core';
import { type Pages, startPages } from '../../support/pages';

let pages: Pages;

beforeAll(async () => {
  pages = await startPages();
  await pages.facilitator.must({ type: 'session.start' });
  for (let at = 0; at < 20; at += 1) {
    await pages.facilitator.must({
      type: 'line.add',
      lineId: `own:line-${at}`,
      kind: 'goal',
      themeId: 'services',
      text: `Clean water in village no. ${at}`,
      lang: 'en',
    });
  }
});
afterAll(() => pages?.close());

async function openDesk(locale: string): Promise<Page> {
  const desk = await pages.page({ viewport: { width: 1366, height: 768 }, locale });
  await desk.goto(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
  await desk.getByRole('tablist').waitFor();
  return desk;
}

test.each(['ky', 'ru', 'en'])('[SES18] what is chosen and pressed stays in its column: %s', async (locale) => {
  const desk = await openDesk(locale);
  await desk.getByRole('tab').nth(2).click();
  await desk.getByRole('tabpanel').getByRole('link').first().waitFor();
  const wide = await desk
    .locator('section')
    .filter({ has: desk.locator('h3') })
    .evaluateAll((columns) =>
      columns.flatMap((column) =>
        [...column.querySelectorAll('select, button, a, input')]
          .filter((one) => one.getBoundingClientRect().right > column.getBoundingClientRect().right + 1)
          .map((one) => one.textContent),
      ),
    );
  expect(wide).toEqual([]);
  await desk.close();
});

test('[SES18] a message lies over nothing that can be pressed', async () => {
  const desk = await openDesk('en');
  await desk.getByRole('tab', { name: 'Draft vision' }).click();
  await desk.getByRole('button', { name: 'Open the step', exact: true }).click();
  await desk.getByRole('button', { name: /^Undo: / }).click();
  const message = desk.getByRole('status').filter({ hasText: /^Undone: / });
  await message.waitFor();
  for (const end of [0, 100_000]) {
    await desk.getByRole('main').evaluate((main, top) => main.scrollTo(0, top), end);
    const covered = await message.evaluate((said) => {
      const notice = (said.parentElement as HTMLElement).getBoundingClientRect();
      const main = (document.querySelector('main') as HTMLElement).getBoundingClientRect();
      return [...document.querySelectorAll('main :is(button, a, select, input, textarea)')]
        .filter((one) => {
          const box = one.getBoundingClientRect();
          const [top, bottom] = [Math.max(box.top, main.top), Math.min(box.bottom, main.bottom)];
          return top < notice.bottom && bottom > notice.top && box.left < notice.right && box.right > notice.left;
        })
        .map((one) => one.textContent);
    });
    expect(covered).toEqual([]);
  }
  await desk.getByRole('button', { name: 'Dismiss the message' }).click();
  await message.waitFor({ state: 'detached' });
});
