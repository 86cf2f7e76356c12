// One press does one thing, two desks do not undo each other, and what is half typed survives what the other desk does.

import type { Page } from 'playwright-core';
import type { FacilitatorView } from '../../../server/engine/views';
import { accessProblems } from '../../support/access';
import type { TestClient } from '../../support/client';
import { type Pages, startPages, writeIdeas } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let desk: Page;
let other: Page;
const people: TestClient[] = [];
const problems: string[] = [];

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();
const activity = () => (pages.facilitator.view as FacilitatorView).activity;
const at = (id: string, status: string) =>
  pages.facilitator.until(() => activity()?.id === id && activity()?.status === status, `${id} ${status}`);
const settled = (page: Page) => page.locator('#next-step:not([aria-disabled])').waitFor();

beforeAll(async () => {
  pages = await startPages();
  [desk, other] = [await pages.page(), await pages.page()];
  for (const page of [desk, other]) {
    await page.goto(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
    await page.getByRole('heading', { name: 'LSG Vision 2030' }).waitFor();
  }
  for (let count = 0; count < 2; count += 1) people.push(await pages.participant('communities'));
  await pages.facilitator.must({ type: 'session.start' });
  await pages.facilitator.must({ type: 'agenda.goto', activityId: 'goals-and-steps' });
  await desk
    .getByRole('heading', { name: /^Goals for 2030/ })
    .first()
    .waitFor();
});
afterAll(() => pages?.close());

scene('[SES10] a double click on the big button opens the step and does not close it', async () => {
  await settled(desk);
  await desk.locator('#next-step').dblclick({ delay: 20 });
  await at('goals-and-steps', 'open');
  await settled(desk);
  expect(activity()).toMatchObject({ id: 'goals-and-steps', status: 'open' });
});

scene('[SES10] a key that is held down presses once', async () => {
  await desk.locator('body').click({ position: { x: 2, y: 2 } });
  await desk.keyboard.down('Control');
  for (let count = 0; count < 12; count += 1) await desk.keyboard.down('Enter');
  await at('goals-and-steps', 'closed');
  await settled(desk);
  for (let count = 0; count < 12; count += 1) await desk.keyboard.down('Enter');
  await desk.keyboard.up('Enter');
  await desk.keyboard.up('Control');
  expect(activity()).toMatchObject({ status: 'closed', revealed: false });
});

scene('[UNDO1] the button says what it takes back, and does it again', async () => {
  await press(desk, 'Undo: closing of “Goals for 2030, steps for tomorrow”');
  await at('goals-and-steps', 'open');
  await press(desk, 'Redo: closing of “Goals for 2030, steps for tomorrow”');
  await at('goals-and-steps', 'closed');
  await press(desk, /^Undo: closing/);
  await at('goals-and-steps', 'open');
});

scene('[UNDO4] a desk takes back its own acts, and sees those of the other', async () => {
  const place = { activityId: 'goals-and-steps', themeId: 'legislation', horizonId: '2030' } as const;
  await writeIdeas(people, ['Таза суу', 'Жакшы жолдор'], place);
  await desk.getByRole('button', { name: 'Hide: Таза суу' }).click();
  await other.getByText('Hidden: 1').waitFor();
  await other.getByRole('button', { name: 'Hide: Жакшы жолдор' }).click();
  await desk.getByText('Hidden: 2').waitFor();
  await press(desk, 'Undo: hiding “Таза суу”');
  await other.getByRole('button', { name: 'Hide: Таза суу' }).waitFor();
  await press(desk, 'Acts');
  const acts = desk.getByRole('dialog', { name: 'Acts' });
  await acts.getByText('hiding “Жакшы жолдор”').waitFor();
  problems.push(...(await accessProblems(desk, 'acts')));
  await acts.getByRole('button', { name: 'Take back: hiding “Жакшы жолдор”' }).click();
  await desk.getByRole('dialog').getByText('Another desk did this').waitFor();
  await press(desk, 'Take back');
  await desk.getByRole('dialog', { name: 'Acts' }).getByRole('button', { name: 'Close' }).click();
  await other.getByRole('button', { name: 'Hide: Жакшы жолдор' }).waitFor();
});

scene('[SES9] looking at a step moves nobody; moving the room says what it closes', async () => {
  await desk.getByRole('navigation').getByRole('button', { name: /^Vote/ }).click();
  await desk.getByText(/^You are looking at “Vote/).waitFor();
  await desk.getByLabel('Places to fill').fill('7');
  problems.push(...(await accessProblems(desk, 'looking')));
  expect(activity()).toMatchObject({ id: 'goals-and-steps', status: 'open' });
  await desk.reload();
  await desk.getByText(/^You are looking at “Vote/).waitFor();
  expect(await desk.getByLabel('Places to fill').inputValue()).toBe('7');
});

scene('[GRP6] two desks set up a vote: the slower one is told, keeps its words and decides', async () => {
  await other.getByRole('navigation').getByRole('button', { name: /^Vote/ }).click();
  await other.getByLabel('Places to fill').fill('5');
  await press(other, 'Save these settings');
  await desk.getByRole('alert').filter({ hasText: 'Another desk has changed the settings' }).waitFor();
  await press(desk, 'Save these settings');
  await desk.getByRole('alert').filter({ hasText: 'Not done' }).waitFor();
  expect(await desk.getByLabel('Places to fill').inputValue()).toBe('7');
  await press(desk, 'Save these settings');
  await desk.getByRole('status').filter({ hasText: 'The settings of the vote are saved.' }).waitFor();
  await press(desk, 'To the room’s step');
  await press(other, 'To the room’s step');
});

scene('[SES9] a dialog with half-typed words survives another desk’s move', async () => {
  for (const text of ['Таза суу', 'Жакшы жолдор']) await desk.getByRole('checkbox', { name: text }).check();
  await desk.getByRole('toolbar').getByRole('button', { name: 'Merge' }).click();
  const heading = desk.getByLabel('Heading of the priority');
  await heading.fill('Суу жана жол');
  await other.getByRole('navigation').getByRole('button', { name: /^Vote/ }).click();
  await press(other, 'Move the room to this step');
  await pages.facilitator.until(() => activity()?.kind === 'vote');
  expect(await heading.inputValue()).toBe('Суу жана жол');
  await desk.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await desk.getByRole('status').filter({ hasText: '2 ideas are merged.' }).waitFor();
});

scene('axe finds nothing wrong in any of these states', () => {
  expect(problems).toEqual([]);
});
