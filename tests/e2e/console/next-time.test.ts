// A year later: the next session opens on this vision, the hall says what became of it, the wall looks back.

import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import { type Pages, startPages } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let desk: Page;
let wall: Page;
const problems: string[] = [];
const check = async (page: Page, where: string) => void problems.push(...(await accessProblems(page, where)));
const said = (text: string | RegExp) => desk.getByRole('status').filter({ hasText: text }).waitFor();

beforeAll(async () => {
  pages = await startPages();
  const { facilitator } = pages;
  const line = (lineId: string, kind: 'goal' | 'action', text: string, goalLineId?: string) =>
    facilitator.must({ type: 'line.add', lineId, kind, themeId: 'services', text, lang: 'en', goalLineId });
  await line('own:water', 'goal', 'Clean water in every house');
  await line('own:pipes', 'action', 'Lay new pipes', 'own:water');
  await line('own:pump', 'action', 'Repair the pump', 'own:water');
  await line('own:light', 'goal', 'Lit streets');
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'session.end' });
  desk = await pages.page();
  await desk.goto(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
});
afterAll(() => pages?.close());

scene('[NEXT1] a new session goes on from the vision of this one', async () => {
  await desk.getByRole('tab', { name: 'Downloads' }).click();
  await desk.getByRole('checkbox', { name: /^Go on from this vision/ }).check();
  await desk.getByRole('button', { name: 'New session' }).click();
  const there = desk.getByRole('link', { name: 'Its console' });
  const screen = await desk.getByRole('tabpanel').getByRole('link', { name: 'Open the wall' }).getAttribute('href');
  await there.click();
  await desk.getByRole('tab', { name: 'Earlier vision' }).click();
  await desk.getByRole('heading', { name: /^Earlier vision: LSG Vision 2030, .* \(/ }).waitFor();
  wall = await pages.page({ viewport: { width: 1920, height: 1080 } });
  await wall.goto(new URL(screen ?? '', pages.url).href);
});

scene('[NEXT3] the hall says what became of each action; the rest is carried into the draft', async () => {
  await desk.getByLabel('Status: Repair the pump').selectOption('done');
  await desk.getByText('done: 1').waitFor();
  await check(desk, 'earlier vision');
  await desk.getByRole('tab', { name: 'Draft vision' }).click();
  await desk.getByRole('button', { name: 'Edit: Lay new pipes' }).waitFor();
  expect(await desk.getByRole('button', { name: 'Edit: Repair the pump' }).count()).toBe(0);
  const goal = desk.locator('li[data-kind="goal"]').first();
  await goal.getByText('Where it comes from: 0').first().click();
  await goal
    .getByText(/^From the earlier vision/)
    .first()
    .waitFor();
  await desk.keyboard.press('Control+KeyZ');
  await said(/^Undone: report on/);
  await desk.getByRole('button', { name: 'Edit: Repair the pump' }).waitFor();
});

scene('[NEXT4] [NEXT5] the wall looks back until an activity opens', async () => {
  await desk
    .locator('li[data-kind="goal"]')
    .filter({ hasText: 'Lit streets' })
    .getByText('More', { exact: true })
    .click();
  await desk.locator('details[open]').getByRole('button', { name: 'Take out' }).click();
  await desk.getByRole('tab', { name: 'Earlier vision' }).click();
  await desk.getByText('let go').waitFor();
  await desk.getByLabel('Status: Repair the pump').selectOption('under_way');
  await desk.getByRole('button', { name: 'Start the session' }).click();
  await desk.getByRole('button', { name: 'Yes, begin' }).click();
  await desk.getByRole('button', { name: 'Show on the wall' }).click();
  await wall.getByRole('heading', { name: /^Since the earlier vision/ }).waitFor();
  await wall.getByText('under way: 1').waitFor();
  await wall.getByText('let go').first().waitFor();
  await check(wall, 'wall looks back');
  await desk.getByRole('button', { name: 'Open the step' }).click();
  await wall.getByRole('heading', { name: /^Since the earlier vision/ }).waitFor({ state: 'detached' });
});

scene('axe finds nothing wrong in any of these states, and none scrolls sideways', () => {
  expect(problems).toEqual([]);
});
