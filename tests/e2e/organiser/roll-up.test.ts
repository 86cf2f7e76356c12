// The organiser puts the sessions of two districts side by side and says what is one.

import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import { connect, newId, type TestClient } from '../../support/client';
import { type Pages, startPages } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let page: Page;
const codes: string[] = [];
const problems: string[] = [];
const check = async (where: string) => {
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 740 });
    problems.push(...(await accessProblems(page, `${where}, ${width} wide`)));
  }
};

/** A hall with one goal of clean water, and one of its own. */
async function playHall(hall: Parameters<typeof connect>[0], goals: readonly string[]): Promise<void> {
  const facilitator = await connect(hall, { role: 'facilitator' });
  // Fewer than the smallest cell would be shown nothing of.
  const phones = await Promise.all(Array.from({ length: 6 }, () => connect(hall)));
  const [phone] = phones as [TestClient];
  const must = (type: 'activity.open' | 'activity.close' | 'results.reveal' | 'agenda.goto', activityId: string) =>
    facilitator.must({ type, activityId });
  await facilitator.must({ type: 'session.start' });
  await must('agenda.goto', 'goals-and-steps');
  await must('activity.open', 'goals-and-steps');
  for (const one of phones) await one.must({ type: 'participant.join', groupId: 'communities' });
  const options = goals.map((text) => ({ text, option: newId() }));
  for (const { text, option: ideaId } of options) {
    const place = { themeId: 'services', horizonId: '2030' } as const;
    await phone.must({ type: 'idea.submit', activityId: 'goals-and-steps', ideaId, text, lang: 'ky', ...place });
  }
  await must('activity.close', 'goals-and-steps');
  await must('agenda.goto', 'vote-goals');
  await must('activity.open', 'vote-goals');
  const choices = options.map(({ option }, at) => ({ option, dots: 2 - at }));
  for (const one of phones) await one.must({ type: 'ballot.cast', activityId: 'vote-goals', choices });
  await must('activity.close', 'vote-goals');
  await must('results.reveal', 'vote-goals');
  await facilitator.must({ type: 'session.end' });
  codes.push(hall.code);
  for (const client of [facilitator, ...phones]) client.close();
}

beforeAll(async () => {
  pages = await startPages();
  await playHall(pages.server, ['Ар бир үйгө таза суу', 'Сапаттуу жол']);
  const headers = { authorization: `Bearer ${pages.facilitatorToken}` };
  const body = JSON.stringify({ from: pages.code });
  const made = await (await fetch(`${pages.url}/api/sessions`, { method: 'POST', headers, body })).json();
  const { code, facilitatorUrl } = made as { code: string; facilitatorUrl: string };
  const next = { ...pages.server, code, facilitatorToken: facilitatorUrl.split('#')[1] ?? '' };
  await playHall(next, ['Ар бир үйдө таза суу', 'Мектеп салуу']);
  page = await pages.page();
  await page.goto(`${pages.url}/organiser#${pages.organiserToken}`);
});
afterAll(() => pages?.close());

scene('[ROLL6] chosen sessions get the names of their districts and stand side by side', async () => {
  for (const code of codes) await page.getByRole('checkbox', { name: `Choose to put side by side: ${code}` }).check();
  await page.getByLabel(`District of session ${codes[0]}`).fill('Jeti-Ögüz');
  await page.getByLabel(`District of session ${codes[1]}`).fill('Ak-Suu');
  await check('choosing');
  await page.getByRole('button', { name: 'Put side by side' }).click();
  await page.waitForURL(/roll-up/);
  const heat = page.getByRole('row', { name: 'Service delivery at local level' }).first();
  await heat.getByText('100%').first().waitFor();
  expect(await heat.getByRole('cell').allTextContents()).toEqual(['100% 18/18 ', '100% 18/18 ']);
});

scene('[ROLL3] a suggestion is taken by a person, and can be taken back', async () => {
  await page.getByRole('heading', { name: 'Maybe one and the same' }).waitFor();
  await check('suggestions');
  await page.getByRole('button', { name: 'These are one' }).click();
  const common = page.getByRole('row').filter({ hasText: 'Reword or take apart' });
  await common.getByText('67%').first().waitFor();
  await common.getByText('Reword or take apart').click();
  await common.getByLabel('Common wording').fill('Таза суу');
  await common.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /^Таза суу/ }).waitFor();
  await check('common');
  await common.getByRole('button', { name: 'Take apart' }).click();
  await page.getByText('Nothing has been found to be common yet.').first().waitFor();
});

scene('[SES9] [ROLL2] people say by hand what is one, and are told why something cannot be', async () => {
  const tick = (text: string) => page.getByRole('checkbox', { name: text }).check();
  await tick('Choose: Jeti-Ögüz: Ар бир үйгө таза суу');
  await tick('Choose: Jeti-Ögüz: Сапаттуу жол');
  const bar = page.locator('form').filter({ hasText: /Selected: [23]/ });
  await bar.getByLabel('Common wording').fill('Half typed');
  await bar.getByRole('button', { name: 'These are one' }).click();
  await page.getByRole('alert').filter({ hasText: 'people voted on them apart' }).waitFor();
  await page.getByRole('checkbox', { name: 'Choose: Jeti-Ögüz: Ар бир үйгө таза суу' }).uncheck();
  await bar.waitFor({ state: 'detached' });
  await tick('Choose: Ak-Suu: Мектеп салуу');
  expect(await bar.getByLabel('Common wording').inputValue()).toBe('Half typed');
  await bar.getByLabel('Common wording').fill('Жол жана мектеп');
  await bar.getByRole('button', { name: 'These are one' }).click();
  await page.getByRole('row', { name: /^Жол жана мектеп/ }).waitFor();
});

scene('[ROLL6] what somebody else has decided meanwhile is shown first, and what was typed stays', async () => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText('Change the names').click();
  await other.getByLabel('Title').fill('Issyk-Kul 2030');
  await other.getByRole('button', { name: 'Save' }).first().click();
  await other.getByRole('heading', { name: 'Issyk-Kul 2030' }).waitFor();
  await page.getByText('Change the names').click();
  const title = page.getByLabel('Title');
  await title.fill('Ysyk-Köl 2030');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByRole('alert').filter({ hasText: 'Somebody else has just decided something' }).waitFor();
  await page.getByRole('heading', { name: 'Issyk-Kul 2030' }).waitFor();
  expect(await title.inputValue()).toBe('Ysyk-Köl 2030');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByRole('heading', { name: 'Ysyk-Köl 2030' }).waitFor();
  await page.getByRole('button', { name: 'They differ' }).click();
  await page.getByRole('heading', { name: 'Maybe one and the same' }).waitFor({ state: 'detached' });
});

scene('axe finds nothing wrong in any of these states, and none scrolls sideways', () => {
  expect(problems).toEqual([]);
});
