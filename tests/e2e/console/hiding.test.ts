// The facilitator hides an idea that people are voting on: asked first, struck everywhere within a moment, brought back by one press.

import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import { newId } from '../../support/client';
import { type Pages, startPages } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let desk: Page;
let phone: Page;
let wall: Page;
const problems: string[] = [];
const check = async (page: Page, where: string) => void problems.push(...(await accessProblems(page, where)));
const BAD = 'Names somebody who should not be named';
const NEED = 'Start with the school road';
const stepOf = async (id: string) => pages.facilitatorView().agenda.findIndex((step) => step.id === id);

beforeAll(async () => {
  pages = await startPages();
  const { facilitator, url, code } = pages;
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'goals-and-steps' });
  const person = await pages.participant('communities');
  for (const text of [BAD, 'A doctor in every village', 'Roads that stay open all winter'])
    await person.must({
      type: 'idea.submit',
      activityId: 'goals-and-steps',
      ideaId: newId(),
      text,
      lang: 'en',
      themeId: 'legislation',
      horizonId: '2030',
    });
  await person.must({
    type: 'idea.submit',
    activityId: 'goals-and-steps',
    ideaId: newId(),
    text: NEED,
    lang: 'en',
    themeId: 'legislation',
    horizonId: 'tomorrow',
  });
  await facilitator.must({ type: 'activity.open', activityId: 'vote-goals' });
  [desk, phone, wall] = await Promise.all([
    pages.page(),
    pages.page({ viewport: { width: 360, height: 740 } }),
    pages.page({ viewport: { width: 1920, height: 1080 } }),
  ]);
  await desk.goto(`${url}/console/${code}#${pages.facilitatorToken}`);
  await wall.goto(`${url}/screen/${code}#${pages.screenToken}`);
  await phone.goto(`${url}/j/${code}`);
  await phone.locator('button[name=groupId]').first().click();
  await phone.getByText(BAD).waitFor();
  await phone.getByRole('spinbutton').first().fill('2');
});
afterAll(() => pages?.close());

scene('[GRP10] the console says which option goes with the idea, and asks; then everybody sees it is out', async () => {
  await phone
    .locator('.dots-left')
    .getByText(/Counted|Эсептелди/)
    .waitFor();
  await desk
    .locator('nav ol button, aside ol button')
    .nth(await stepOf('goals-and-steps'))
    .click();
  const hide = desk.locator('li', { hasText: BAD }).getByRole('button').last();
  await hide.click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText(BAD).waitFor();
  await check(desk, 'asking before hiding');
  await desk.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(JSON.stringify(pages.facilitatorView().activity)).not.toContain('"struck"');
  await hide.click();
  await dialog.getByRole('button').last().click();
  await dialog.waitFor({ state: 'detached' });
  for (const page of [phone, wall]) await page.getByText(BAD).waitFor({ state: 'detached' });
  await phone.locator('.changed').waitFor();
  await check(phone, 'struck on the phone');
  await check(wall, 'struck on the wall');
});

scene('[GRP10] what no vote asks about is hidden at once; one press brings idea and option back', async () => {
  await desk.keyboard.press('Control+KeyZ');
  for (const page of [phone, wall]) await page.getByText(BAD).first().waitFor();
  await phone.getByText(`Back in the vote: ${BAD}`).waitFor();
  // Two dots were on it, and still are.
  expect(await phone.getByRole('spinbutton').first().inputValue()).toBe('2');
  await desk.locator('li', { hasText: NEED }).getByRole('button').last().click();
  await desk.locator('summary', { hasText: '1' }).last().waitFor();
  expect(await desk.getByRole('dialog').count()).toBe(0);
});

scene('[SES12] on a phone the timer’s buttons stand in one row in every language', async () => {
  await pages.facilitator.must({ type: 'timer.start', seconds: 725 });
  const rows: number[] = [];
  for (const locale of ['ky', 'ru', 'en']) {
    const page = await pages.page({ viewport: { width: 360, height: 740 }, locale });
    await page.goto(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
    await page.locator(`html[lang=${locale}] [role=timer]`).waitFor();
    const tops = await page
      .locator('[role=timer] ~ button, [role=timer] ~ div button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
    expect(tops).toHaveLength(3);
    rows.push(new Set(tops).size);
    await page.context().close();
  }
  expect(rows).toEqual([1, 1, 1]);
});

scene('axe finds nothing wrong in any of these states, and none scrolls sideways', () => {
  expect(problems).toEqual([]);
});
