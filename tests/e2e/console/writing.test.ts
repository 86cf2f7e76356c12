// Two at the desk write the draft together, and the wall follows the line they talk about.

import type { Locator, Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import { type Pages, startPages } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let desk: Page;
let other: Page;
let wall: Page;
const problems: string[] = [];

const lineOf = (page: Page, text: string): Locator =>
  page
    .locator('li[id^="line-"]')
    .filter({ has: page.getByRole('button', { name: `Edit: ${text}`, exact: true }) })
    .last();
const tools = async (text: string) => {
  const drawer = lineOf(desk, text).locator('details').filter({ hasText: 'Take out' }).first();
  if ((await drawer.getAttribute('open')) === null) await drawer.locator('summary').click();
  return drawer;
};
const said = (text: string | RegExp) => desk.getByRole('status').filter({ hasText: text }).waitFor();
const dialog = () => desk.getByRole('dialog');
const check = async (page: Page, where: string) => void problems.push(...(await accessProblems(page, where)));
const wordings = () => desk.locator('[data-kind="goal"] > div > p > span:first-child').allTextContents();

async function openDesk(): Promise<Page> {
  const page = await pages.page();
  await page.goto(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
  await page.getByRole('tab', { name: 'Draft vision' }).click();
  return page;
}

async function addGoal(text: string): Promise<void> {
  await desk.getByRole('button', { name: '+ Add a line' }).click();
  await dialog().getByLabel('Wording of the line').fill(text);
  await dialog().getByRole('button', { name: 'Add', exact: true }).click();
  await lineOf(desk, text).waitFor();
}

beforeAll(async () => {
  pages = await startPages();
  await pages.facilitator.must({ type: 'session.start' });
  [desk, other, wall] = await Promise.all([
    openDesk(),
    openDesk(),
    pages.page({ viewport: { width: 1920, height: 1080 } }),
  ]);
  await wall.goto(`${pages.url}/screen/${pages.code}#${pages.screenToken}`);
});
afterAll(() => pages?.close());

scene('[PHONE11] a goal and its action are written in the room', async () => {
  await desk.getByText('The draft is still empty').waitFor();
  await addGoal('Clean water');
  await addGoal('Good roads and lit streets');
  await lineOf(desk, 'Clean water').getByRole('button', { name: '+ Add an action' }).click();
  await dialog().getByLabel('Wording of the line').fill('Lay new pipes');
  await check(desk, 'add an action');
  await dialog().getByRole('button', { name: 'Add', exact: true }).click();
  await lineOf(desk, 'Lay new pipes').getByText('nobody named to do it').waitFor();
  await lineOf(desk, 'Lay new pipes').getByRole('button', { name: /^Edit/ }).click();
  await desk.getByLabel('Who does it').fill('Ayil okmotu');
  await desk.getByLabel('By when').fill('2027');
  await desk.getByRole('button', { name: 'Save' }).click();
  await lineOf(desk, 'Lay new pipes').getByText('Ayil okmotu · 2027').waitFor();
  expect(await desk.evaluate(() => document.activeElement?.closest('li[id^="line-"]')?.textContent)).toContain(
    'Lay new pipes',
  );
  await other.getByText('Ayil okmotu · 2027').waitFor();
});

scene('[DRAFT5] a change says by whom it was made', async () => {
  await other.getByLabel(/^Your name/).fill('Айгүл');
  await lineOf(other, 'Good roads and lit streets').getByRole('button', { name: /^Edit/ }).click();
  await other.getByLabel('Wording of the line').fill('Good roads, lit streets');
  await other.getByRole('button', { name: 'Save' }).click();
  await lineOf(desk, 'Good roads, lit streets')
    .getByText(/^Changed by Айгүл at/)
    .waitFor();
});

scene('[SES13] an editor takes the keyboard, Escape closes it, and asks when words were typed', async () => {
  const focused = () =>
    desk.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName);
  const edit = lineOf(desk, 'Clean water').getByRole('button', { name: 'Edit: Clean water' });
  const wording = desk.getByLabel('Wording of the line');
  const question = desk.getByRole('alertdialog', { name: 'What you typed is not saved. Let go of it?' });
  await edit.press('Enter');
  await desk.keyboard.type(' and air');
  expect(await wording.inputValue()).toBe('Clean water and air');
  await desk.keyboard.press('Escape');
  await question.waitFor();
  await check(desk, 'asked before words are let go of');
  await desk.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await focused()).toBe('TEXTAREA');
  await desk.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Close without saving' }).press('Enter');
  await wording.waitFor({ state: 'detached' });
  expect(await focused()).toBe('Edit: Clean water');
  await desk.keyboard.press('Enter');
  await wording.waitFor();
  await desk.keyboard.press('Escape');
  await wording.waitFor({ state: 'detached' });
  expect(await focused()).toBe('Edit: Clean water');
  await desk.getByRole('button', { name: '+ Add a line' }).press('Enter');
  await dialog().waitFor();
  expect(await focused()).toBe('SELECT');
  await dialog().getByLabel('Wording of the line').fill('Half a goal');
  await desk.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Go on writing' }).click();
  expect(await dialog().getByLabel('Wording of the line').inputValue()).toBe('Half a goal');
  // Pressed again and again it never closes behind our back.
  for (let times = 0; times < 4; times += 1) await desk.keyboard.press('Escape');
  expect(await dialog().getByLabel('Wording of the line').inputValue()).toBe('Half a goal');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await dialog().waitFor({ state: 'detached' });
  expect(await desk.evaluate(() => document.activeElement?.textContent)).toBe('+ Add a line');
});

scene('[TEXT3] the language of a line follows its words until it is chosen by hand', async () => {
  await desk.getByRole('button', { name: '+ Add a line' }).click();
  const wording = dialog().getByLabel('Wording of the line');
  const language = dialog().getByLabel('Language it is written in');
  await wording.pressSequentially('Отремонтировать дороги');
  expect(await language.inputValue()).toBe('ru');
  await wording.fill('Ар бир үйгө таза суу жеткирилсин');
  expect(await language.inputValue()).toBe('ky');
  await language.selectOption('ru');
  await wording.fill('Clean water for every house');
  expect(await language.inputValue()).toBe('ru');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await dialog().waitFor({ state: 'detached' });
});

scene('[SES13] a dialog whose first button is below the fold begins with its title', async () => {
  await desk.setViewportSize({ width: 360, height: 500 });
  await desk.keyboard.press('Alt+KeyH');
  await dialog().getByText('What to do now').waitFor();
  expect(await dialog().evaluate((one) => [one.scrollTop, document.activeElement?.textContent])).toEqual([0, 'Help']);
  await desk.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await desk.setViewportSize({ width: 1366, height: 768 });
});

scene('[DRAFT5] the slower of two writers keeps what was typed, sees what the other wrote, and decides', async () => {
  await lineOf(desk, 'Clean water').getByRole('button', { name: 'Edit: Clean water' }).click();
  const mine = desk.getByLabel('Wording of the line');
  await mine.fill('Clean water in every house');
  await lineOf(other, 'Clean water').getByRole('button', { name: 'Edit: Clean water' }).click();
  await other.getByLabel('Wording of the line').fill('Clean water for all');
  await other.getByRole('button', { name: 'Save' }).click();
  const told = desk.getByRole('alert').filter({ hasText: 'Somebody else has just changed this line' });
  await told.getByText('Clean water for all').waitFor();
  await check(desk, 'changed meanwhile');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByRole('alert').filter({ hasText: 'Not done' }).waitFor();
  expect(await mine.inputValue()).toBe('Clean water in every house');
  await told.getByRole('button', { name: 'Go on with my text' }).click();
  await desk.getByRole('button', { name: 'Save' }).click();
  await lineOf(other, 'Clean water in every house').waitFor();
});

scene('a line is split in two, put in another order and joined again', async () => {
  const roads = await tools('Good roads, lit streets');
  await roads.getByRole('button', { name: 'Split' }).click();
  await dialog().getByLabel('First line').fill('Good roads');
  await dialog().getByLabel('Second line').fill('Lit streets');
  await check(desk, 'split');
  await dialog().getByRole('button', { name: 'Split' }).click();
  await said('The line is split in two.');
  expect(await wordings()).toEqual(['Clean water in every house', 'Good roads', 'Lit streets']);
  const lit = await tools('Lit streets');
  await lit.getByRole('button', { name: 'Up' }).click();
  await desk.locator('[data-kind="goal"]').nth(1).getByRole('button', { name: 'Edit: Lit streets' }).waitFor();
  await lineOf(desk, 'Lit streets').getByRole('button', { name: 'Join' }).click();
  await dialog().getByLabel('Good roads').check();
  await check(desk, 'join');
  await dialog().getByRole('button', { name: 'Join' }).click();
  await said('The lines are joined.');
  expect(await wordings()).toEqual(['Clean water in every house', 'Good roads']);
  await lineOf(desk, 'Good roads').getByText('Where it comes from: 0').click();
  await lineOf(desk, 'Good roads').getByRole('button', { name: 'Part again: Lit streets' }).waitFor();
});

scene('[SES9] words half typed about a line outlive the line and a reload, and are offered', async () => {
  const roads = await tools('Good roads');
  await roads.getByRole('button', { name: 'Split' }).click();
  await dialog().getByLabel('Second line').fill('Safe crossings');
  const theirs = lineOf(other, 'Good roads').locator('details').filter({ hasText: 'Take out' }).first();
  await theirs.locator('summary').click();
  await theirs.getByRole('button', { name: 'Take out' }).click();
  const left = desk.getByRole('alert').filter({ hasText: 'has left the draft' });
  await left.getByText('Safe crossings').waitFor();
  await check(desk, 'left words');
  await desk.reload();
  await left.getByText('Safe crossings').waitFor();
  await left.getByRole('button', { name: 'Make a new line of them' }).click();
  expect(await dialog().getByLabel('Wording of the line').inputValue()).toBe('Good roads Safe crossings');
  await dialog().getByLabel('Wording of the line').fill('Safe crossings');
  await dialog().getByRole('button', { name: 'Add', exact: true }).click();
  await lineOf(desk, 'Safe crossings').waitFor();
  await left.waitFor({ state: 'detached' });
  await other.getByText('Lines taken out: 1').click();
  await other.getByRole('button', { name: 'Put back: Good roads' }).click();
  await lineOf(desk, 'Good roads').waitFor();
});

scene('a line gets a translation by hand, what it depends on, and a second goal', async () => {
  const water = await tools('Clean water in every house');
  await water.getByRole('button', { name: 'Other languages' }).first().click();
  await dialog().getByLabel('Кыргызча').fill('Ар бир үйдө таза суу');
  await check(desk, 'translate');
  await dialog().getByRole('button', { name: 'Save' }).first().click();
  await said('The translation is saved.');
  await dialog().getByRole('button', { name: 'Close' }).click();
  await lineOf(desk, 'Clean water in every house').getByText('Ар бир үйдө таза суу').waitFor();
  const pipes = await tools('Lay new pipes');
  await pipes.getByRole('button', { name: 'Relations' }).click();
  await dialog()
    .getByLabel(/^National programmes/)
    .fill('Programme “Ala-Too Bulagy”');
  await dialog().locator('summary', { hasText: 'Further goals it serves' }).click();
  await dialog().getByRole('group', { name: 'Further goals it serves' }).getByLabel('Good roads').check();
  await check(desk, 'relate');
  // The desk looks elsewhere and is loaded again: what was ticked is ticked still.
  await desk.reload();
  await (await tools('Lay new pipes')).getByRole('button', { name: 'Relations' }).click();
  expect(
    await dialog()
      .getByRole('checkbox', { name: /^Good roads/ })
      .first()
      .isChecked(),
  ).toBe(true);
  await dialog().getByRole('button', { name: 'Save' }).click();
  await lineOf(desk, 'Lay new pipes').getByText('Programme “Ala-Too Bulagy”').waitFor();
  await lineOf(desk, 'Good roads').getByText('Also serving this goal:').waitFor();
  await check(desk, 'draft');
});

scene('[DRAFT11] the wall shows the lit line, and an activity takes the wall back', async () => {
  await desk.getByRole('button', { name: 'On the wall: Clean water in every house' }).click();
  const lit = wall.locator('[data-lit]:visible').first();
  await lit.getByText('Clean water in every house').waitFor();
  await desk.getByRole('button', { name: 'On the wall: Lay new pipes' }).click();
  await wall.locator('p[data-lit]:visible').first().getByText('Programme “Ala-Too Bulagy”').waitFor();
  await check(wall, 'lit wall');
  await desk.getByRole('button', { name: 'Open the step' }).click();
  await wall.locator('[data-lit]').first().waitFor({ state: 'detached' });
});

scene('[DRAFT9] [DRAFT10] a dropped line is put back, and an act is undone with a sentence', async () => {
  const roads = await tools('Good roads');
  await roads.getByRole('button', { name: 'Take out' }).click();
  await desk.getByText('Lines taken out: 1').click();
  await desk.getByRole('button', { name: 'Put back: Good roads' }).click();
  await said('The line is back in its place.');
  await desk.keyboard.press('Control+KeyZ');
  await said(/^Undone: taking out or back/);
  await desk.getByText('Lines taken out: 1').waitFor();
});

scene('axe finds nothing wrong in any of these states, and none scrolls sideways', () => {
  expect(problems).toEqual([]);
});
