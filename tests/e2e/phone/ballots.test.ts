// Each way of voting on the phone: with script by taps, and without it by plain forms.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { VoteMethod, VoteRule, VoteSettings } from '../../../server/engine/vocabulary';
import { inAll } from '../../support/workshop';
import { openVote, type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
beforeEach(async () => {
  seminar = await startSeminar();
});
afterEach(() => seminar.close());

const by = (method: VoteMethod, rule: VoteRule): VoteSettings => ({ method, rule, places: 1, weights: 'person' });
const APPROVAL = by({ name: 'approval', max: 1 }, 'fair_share');
const AGREEMENT = by({ name: 'agreement' }, 'consensus');
const RANKING = by({ name: 'ranking', top: 2 }, 'borda');
const SCORE = by(
  {
    name: 'score',
    scale: 5,
    criteria: ['importance', 'feasibility'].map((id) => ({ id, name: inAll(id) })),
  },
  'median',
);

const counted = (page: Page) => page.locator('.dots-left').getByText('Counted').waitFor();
const choice = (page: Page, option: string, question: string, value: string) =>
  page
    .locator('.option', { hasText: option })
    .getByRole('group', { name: question })
    .getByRole('radio', { name: value, exact: true });

async function show(): Promise<void> {
  await seminar.facilitator.must({ type: 'activity.close', activityId: 'vote' });
  await seminar.facilitator.must({ type: 'results.reveal', activityId: 'vote' });
}

test('[PHONE2] approval: a tap marks, one too many is taken back, and the result shows my mark', async () => {
  await openVote(seminar, APPROVAL);
  const page = await seminar.joined();
  await page.getByText('You may choose up to 1.').waitFor();
  await page.getByLabel('Clean water').check();
  await counted(page);
  await page.getByText('1 chosen. To take another, untick one.').waitFor();
  await page.getByLabel('Good roads').click();
  expect(await page.getByLabel('Good roads').isChecked()).toBe(false);
  await page.reload();
  expect(await page.getByLabel('Clean water').isChecked()).toBe(true);
  await show();
  await page.getByText('The result is being shown on the wall').waitFor();
  await page.locator('.result', { hasText: '1. Clean water' }).getByText('People: 1').waitFor();
  await page.locator('.result', { hasText: 'Clean water' }).getByText('You chose this').waitFor();
  await page.locator('.result', { hasText: 'Clean water' }).getByText('Chosen by the vote').waitFor();
});

test('[PHONE2] ranking: taps add in order, buttons move, and each move is said and keeps the focus', async () => {
  await openVote(seminar, RANKING);
  const page = await seminar.joined();
  await page.getByRole('button', { name: 'Put at place 1: Clean water' }).click();
  await page.getByRole('button', { name: 'Put at place 2: Good roads' }).click();
  const up = page.getByRole('button', { name: /^Move up: Good roads/ });
  await up.focus();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('status').first().textContent()).toBe('Good roads: 1 of 2');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Move up: Good roads, now 1 of 2',
  );
  await counted(page);
  await page.getByRole('button', { name: 'Take out of the list: Clean water' }).click();
  await page.getByText('In your list: 1 of 2').waitFor();
  await counted(page);
  await show();
  await page.locator('.result', { hasText: 'Good roads' }).getByText('Place: 1 of 2').waitFor();
  await page.locator('.result', { hasText: 'Good roads' }).getByText('Your place: 1').waitFor();
});

test('[PHONE2] agreement and score: one tap each, changed by another, taken back whole', async () => {
  await openVote(seminar, AGREEMENT);
  const page = await seminar.joined();
  await choice(page, 'Clean water', 'Clean water', 'Agree').check({ force: true });
  await choice(page, 'Clean water', 'Clean water', 'Disagree').check({ force: true });
  await page.getByText('Answered: 1 of 2').waitFor();
  await counted(page);
  await page.getByText('Take my vote back').click();
  await page.getByRole('button', { name: 'Yes, withdraw' }).click();
  await page.getByText('Answered: 0 of 2').waitFor();
  await page.getByText('You have not voted yet').waitFor();
});

test('[PHONE1] every method works with script off, and shows how it is counted', async () => {
  const page = await seminar.joined({ javaScriptEnabled: false });
  const refresh = () => page.goto(`${seminar.line.url}/j/${seminar.server.code}`);
  await openVote(seminar, SCORE);
  await refresh();
  await page.getByText('The score of the person in the middle decides.').waitFor();
  await choice(page, 'Clean water', 'importance', '4').check({ force: true });
  await choice(page, 'Clean water', 'feasibility', '2').check({ force: true });
  await page.locator('button.primary').click();
  await counted(page);
  expect(await choice(page, 'Clean water', 'importance', '4').isChecked()).toBe(true);
  await page.getByText('Answered: 2 of 4').waitFor();
  await show();
  await refresh();
  await page.getByText('importance: 4 · feasibility: 2').first().waitFor();
});

test('[PHONE1] an order is made and changed with script off', async () => {
  const page = await seminar.joined({ javaScriptEnabled: false });
  await openVote(seminar, RANKING);
  await page.goto(`${seminar.line.url}/j/${seminar.server.code}`);
  await page.getByRole('button', { name: 'Put at place 1: Clean water' }).click();
  await page.getByRole('button', { name: 'Put at place 2: Good roads' }).click();
  await page.getByRole('button', { name: 'Move down: Clean water, now 1 of 2' }).click();
  await page.getByRole('button', { name: 'Move down: Good roads, now 1 of 2' }).waitFor();
  expect(page.url()).toMatch(/#o-/);
});

test('[PHONE1] a refused ballot comes back as it was ticked with script off', async () => {
  const page = await seminar.joined({ javaScriptEnabled: false });
  await openVote(seminar, APPROVAL);
  await page.goto(`${seminar.line.url}/j/${seminar.server.code}`);
  await page.getByLabel('Clean water').check();
  await page.getByLabel('Good roads').check();
  await page.locator('button.primary').click();
  await page.getByText('Too many are chosen.').waitFor();
  expect(await page.getByLabel('Clean water').isChecked()).toBe(true);
  expect(await page.getByLabel('Good roads').isChecked()).toBe(true);
});

test.each([
  ['approval', APPROVAL],
  ['agreement', AGREEMENT],
  ['ranking', RANKING],
  ['score', SCORE],
])('axe finds nothing wrong with %s, and its targets are 44 px on a narrow phone', async (_name, settings) => {
  await openVote(seminar, settings);
  const page = await seminar.joined({ viewport: { width: 320, height: 640 } });
  await page.locator('.ballot').waitFor();
  const add = page.locator('button.add');
  if ((await add.count()) > 0) await add.first().click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  const problems = await page.evaluate(() => {
    const small = [...document.querySelectorAll('.ballot button:not(.unseen), .choice, .tick')].filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width > 1 && (width < 44 || height < 44);
    });
    const cut = [...document.querySelectorAll<HTMLElement>('.choice span')].filter(
      (text) => text.scrollWidth > text.clientWidth,
    );
    const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [...small.map(({ outerHTML }) => outerHTML), ...cut.map(({ outerHTML }) => outerHTML), sideways];
  });
  expect(problems).toEqual([false]);
});
