// The facilitator has each theme judged as a whole: phones see it with its goals, the wall shows how the room judged.

import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import { type Pages, startPages } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let desk: Page;
let phone: Page;
let wall: Page;
const problems: string[] = [];
const check = async (page: Page, where: string) => void problems.push(...(await accessProblems(page, where)));

beforeAll(async () => {
  pages = await startPages();
  const { facilitator, url, code } = pages;
  for (const [lineId, themeId, text] of [
    ['own:a', 'services', 'Clean water in every house'],
    ['own:b', 'services', 'A doctor in every village'],
    ['own:c', 'legislation', 'Laws that people know'],
  ] as const)
    await facilitator.must({ type: 'line.add', lineId, kind: 'goal', themeId, text, lang: 'en' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'agenda.goto', activityId: 'agreement' });
  [desk, phone, wall] = await Promise.all([
    pages.page(),
    pages.page({ viewport: { width: 360, height: 740 } }),
    pages.page({ viewport: { width: 1920, height: 1080 } }),
  ]);
  await desk.goto(`${url}/console/${code}#${pages.facilitatorToken}`);
  await wall.goto(`${url}/screen/${code}#${pages.screenToken}`);
  await phone.goto(`${url}/j/${code}`);
  await phone.getByRole('button', { name: /communities/i }).click();
});
afterAll(() => pages?.close());

scene('[ENDO7] the desk says how many there are to judge, and opens what is chosen', async () => {
  await desk.getByRole('heading', { name: 'What is judged?' }).waitFor();
  expect(await desk.getByRole('radio', { name: 'Every goal and action (3)' }).isChecked()).toBe(true);
  await desk.getByRole('radio', { name: 'Each theme as a whole (2)' }).check();
  await check(desk, 'what is judged');
  await desk.getByRole('button', { name: 'Open the step' }).click();
  await phone.getByText('Clean water in every house').waitFor();
  await phone.getByText('Service delivery at local level').waitFor();
  await check(phone, 'themes on the phone');
  const theme = phone.locator('details', { hasText: 'Service delivery' });
  if ((await theme.getAttribute('open')) === null) await theme.locator('summary').click();
  await theme.getByRole('button', { name: 'Fully agree' }).click();
  await theme.getByText('Counted').waitFor();
  // What fewer than five have judged is not shown.
  const { activity } = pages.facilitatorView();
  for (let others = 0; others < 5; others += 1) {
    const person = await pages.participant('communities');
    for (const { id: lineId } of activity?.kind === 'endorse' ? activity.lines : [])
      await person.must({ type: 'endorsement.give', activityId: 'agreement', lineId, level: 1 });
  }
});

scene('[SES15] the draft says that what people judge cannot be changed now, instead of refusing it later', async () => {
  await desk.getByRole('tab', { name: 'Draft vision' }).click();
  await desk.getByText('People are judging now. The words they judge stay as they are').first().waitFor();
  const line = desk.locator('li[id^="line-"]').first();
  await line.getByText('being judged').waitFor();
  expect(await line.getByRole('button', { name: /^Edit/ }).count()).toBe(0);
  await line.getByText('More', { exact: true }).click();
  expect(await line.getByRole('button', { name: 'Split' }).isDisabled()).toBe(true);
  expect(await line.getByRole('button', { name: 'Other languages' }).isDisabled()).toBe(false);
  await line.getByText('The words they judge stay as they are').waitFor();
  await check(desk, 'the draft while people judge');
  await desk.getByRole('tab', { name: 'Step' }).click();
});

scene('[ENDO7] the wall shows each theme once with its judgement', async () => {
  await desk.getByRole('button', { name: 'Close the step' }).click();
  await desk.getByRole('button', { name: 'Reveal the results' }).click();
  await wall.getByText('100%').first().waitFor();
  expect(await wall.getByText('Service delivery at local level').and(wall.locator(':visible')).count()).toBe(1);
  await check(wall, 'themes on the wall');
  await desk.setViewportSize({ width: 360, height: 740 });
  await desk.locator('li[data-kind]').first().getByText('agree').first().waitFor();
  await check(desk, 'judgements on a narrow console');
});

scene('axe finds nothing wrong in any of these states, and none scrolls sideways', () => {
  expect(problems).toEqual([]);
});
