// A facilitator runs a whole session through the real page.

import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import type { TestClient } from '../../support/client';
import { type Pages, startPages, writeIdeas } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let desk: Page;
const people: TestClient[] = [];
const problems: string[] = [];

const next = (name: string) => desk.getByRole('button', { name, exact: true }).click();
const said = (text: string | RegExp) => desk.getByRole('status').filter({ hasText: text }).waitFor();
const shows = (text: string) => desk.getByRole('region', { name: 'Controls of the step' }).getByText(text).waitFor();
const check = async (where: string) => void problems.push(...(await accessProblems(desk, where)));
/** What stands in the thing that has the keyboard; the page as a whole is none. */
const focusedWords = () =>
  desk.evaluate(() => (document.activeElement === document.body ? '' : document.activeElement?.textContent));

/** The page's own words stand with the field, and the keyboard is there. */
async function lacks(label: string, words: string) {
  const field = desk.getByLabel(label);
  await desk.getByText(words).waitFor();
  expect(
    await field.evaluate((one) => ({
      said: document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
      invalid: one.getAttribute('aria-invalid'),
      focused: document.activeElement === one,
      left: (one.closest('form') as HTMLFormElement).noValidate,
    })),
  ).toEqual({ said: words, invalid: 'true', focused: true, left: true });
}

beforeAll(async () => {
  pages = await startPages();
  desk = await pages.page();
});
afterAll(() => pages?.close());

scene('[PHONE13] without its link the console says so and takes the pasted link', async () => {
  await desk.goto(`${pages.url}/console/${pages.code}`);
  await desk.getByRole('alert').filter({ hasText: 'opens with the facilitator’s link only' }).waitFor();
  await check('door');
  const field = desk.getByLabel('The facilitator’s link');
  await desk.getByRole('button', { name: 'Enter' }).click();
  await lacks('The facilitator’s link', 'This is empty: write something.');
  await check('door without a link');
  await field.fill('something else');
  await desk.getByRole('button', { name: 'Enter' }).click();
  await desk.getByRole('alert').filter({ hasText: 'does not look like' }).waitFor();
  await field.fill(`${pages.url}/console/${pages.code}#${pages.screenToken}`);
  await desk.getByRole('button', { name: 'Enter' }).click();
  await desk.getByRole('alert').filter({ hasText: 'not that of this session’s facilitator' }).waitFor();
  await field.fill(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
  await desk.getByRole('button', { name: 'Enter' }).click();
  await desk.getByRole('heading', { name: 'LSG Vision 2030' }).waitFor();
});

scene('the key in the link leaves the address bar and a reload stays signed in', async () => {
  await desk.goto('about:blank');
  await desk.goto(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
  await desk.getByRole('heading', { name: 'LSG Vision 2030' }).waitFor();
  expect(desk.url()).toBe(`${pages.url}/console/${pages.code}`);
  await desk.reload();
  await desk.getByRole('heading', { name: 'People are joining' }).waitFor();
  await check('lobby');
});

scene('one button leads from start to the next step', async () => {
  for (const group of ['communities', 'communities', 'communities', 'civil-society', 'civil-society']) {
    people.push(await pages.participant(group));
  }
  await desk.getByText('Joined: 5').waitFor();
  await next('Start the session');
  await check('begin');
  await next('Yes, begin');
  await desk.getByRole('heading', { name: 'Villages in 2030' }).waitFor();
  await next('Open the step');
  await writeIdeas(people.slice(0, 2), ['Таза суу', 'Жарык көчө'], { activityId: 'villages-2030' } as never);
  await shows('2 of 5 have answered');
  await check('ask');
  await next('Close the step');
  await next('Reveal the results');
  await next('Next step');
  await desk.getByRole('heading', { name: 'LSG bodies fifteen years on' }).waitFor();
  await desk.getByRole('button', { name: 'Back', exact: true }).click();
  await desk.getByRole('heading', { name: 'Villages in 2030' }).waitFor();
});

scene('[PHONE13] the timer starts from the agenda’s minutes, is extended and stopped', async () => {
  await desk.getByLabel('Minutes').fill('300');
  await desk.getByRole('button', { name: 'Start the timer' }).click();
  await lacks('Minutes', 'The number must be within 0.5–240.');
  await desk.getByLabel('Minutes').fill('8');
  await desk.getByText('The number must be').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Start the timer' }).click();
  await desk
    .getByRole('timer')
    .getByText(/^[78]:\d\d$/)
    .waitFor();
  await desk.getByRole('button', { name: '+5 min' }).click();
  await desk
    .getByRole('timer')
    .getByText(/^1[23]:\d\d$/)
    .waitFor();
  await desk.getByRole('button', { name: 'Stop', exact: true }).click();
  await desk.getByRole('timer').waitFor({ state: 'detached' });
});

scene(
  '[TEXT3] [PHONE11] ideas are marked, merged, renamed, hidden, and every act can be undone with a sentence',
  async () => {
    await desk
      .getByRole('button', { name: /Goals for 2030|goals/i })
      .first()
      .click();
    await next('Move the room to this step');
    await next('Open the step');
    const place = { activityId: 'goals-and-steps', themeId: 'legislation', horizonId: '2030' } as const;
    await writeIdeas(people, ['Таза суу ар бир үйгө', 'Ар бир үйдө таза суу', 'Сапаттуу жолдор'], place);
    const mark = (language: string) =>
      desk.getByRole('button', { name: `In ${language}. Change the language: Сапаттуу жолдор` });
    await mark('Кыргызча').click();
    await mark('Русский').waitFor();
    await desk.getByRole('button', { name: /^Undo: language of “Сапаттуу/ }).click();
    await mark('Кыргызча').waitFor();
    await desk.getByRole('checkbox', { name: 'Таза суу ар бир үйгө' }).check();
    await desk.getByRole('checkbox', { name: 'Ар бир үйдө таза суу' }).check();
    await check('selection');
    const bar = desk.getByRole('toolbar', { name: 'Selected ideas' });
    const merge = bar.getByRole('button', { name: 'Merge' });
    await merge.click();
    const dialog = desk.getByRole('dialog', { name: 'Merge 2 ideas' });
    await check('merge');
    await desk.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await merge.evaluate((button) => button === document.activeElement)).toBe(true);
    await merge.click();
    await dialog.getByRole('button', { name: 'Ар бир үйдө таза суу' }).click();
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await said('2 ideas are merged.');
    await bar.waitFor({ state: 'detached' });
    expect(await focusedWords()).toContain('Ар бир үйдө таза суу');
    const merged = desk.getByRole('article', { name: 'Ар бир үйдө таза суу' });
    await merged.getByText('2 ideas').waitFor();
    await desk.getByRole('button', { name: 'Rename: Ар бир үйдө таза суу' }).click();
    await desk.getByLabel('Heading of the priority').fill('Таза суу');
    await desk.getByRole('button', { name: 'Save' }).click();
    await said('The heading is changed.');
    await desk.getByRole('article', { name: 'Таза суу', exact: true }).waitFor();
    await desk.keyboard.press('Control+KeyZ');
    await said('Undone: renaming to “Таза суу”.');
    await merged.waitFor();
    await desk.getByRole('button', { name: 'Hide: Сапаттуу жолдор' }).click();
    await desk.getByText('Hidden: 1').waitFor();
    await next('Undo: hiding “Сапаттуу жолдор”');
    await said('Undone: hiding “Сапаттуу жолдор”.');
    await desk.getByRole('checkbox', { name: 'Сапаттуу жолдор' }).waitFor();
  },
);

scene('people choose the goals from a proposal', async () => {
  await next('Close the step');
  await next('Reveal the results');
  await next('Next step');
  await next('Open and show on the wall');
  await check('group');
  await next('Close the step');
  await next('Next step');
  await desk.getByRole('radio', { name: /^Approval/ }).check();
  await desk.getByLabel('Each may choose up to').fill('4');
  await check('settings of the vote');
  await desk.getByRole('button', { name: 'Cancel' }).click();
  await desk.getByLabel('Places to fill').fill('8');
  await desk.getByRole('button', { name: 'Save these settings' }).click();
  await said('The settings of the vote are saved.');
  await next('Open the step');
  await people[0]?.until(({ view }) => view?.activity?.kind === 'vote' && view.activity.options.length > 1);
  const { view } = people[0] as TestClient;
  const options = view?.activity?.kind === 'vote' ? view.activity.options : [];
  const merged = options.find(({ heading }) => heading.text === 'Ар бир үйдө таза суу')?.id ?? '';
  const other = options.find(({ id }) => id !== merged)?.id ?? '';
  for (const [index, person] of people.entries()) {
    const choices = [{ option: index === 0 ? other : merged, dots: 2 }];
    await person.must({ type: 'ballot.cast', activityId: 'vote-goals', choices });
  }
  await shows('5 of 5 have voted');
  await desk.getByText('Nobody sees the results before they are revealed').waitFor();
  await next('Close the step');
  await next('Reveal the results');
  await desk.getByRole('table').getByRole('row').nth(2).waitFor();
  await check('results');
  await next('Choose the goals');
  await desk.getByRole('button', { name: 'Make these 2 the goals' }).click();
  await said('2 goals are chosen.');
});

scene('how votes are counted is changed later only after a question, and it shows', async () => {
  await desk.getByText('Change how it is counted…').click();
  expect(await desk.getByRole('radio', { name: /^Approval/ }).count()).toBe(0);
  await desk.getByRole('radio', { name: /^Most supported/ }).check();
  await desk.getByRole('button', { name: 'Save these settings' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Yes, change it' }).click();
  await said('The settings of the vote are saved.');
  await desk.getByText('How the result is counted was changed after the vote had opened.').waitFor();
  await desk
    .getByRole('heading', { name: /^Most supported/ })
    .getByText('decides')
    .waitFor();
  await people[0]?.until(({ view }) => view?.activity?.kind === 'vote' && view.activity.settingsChanged === true);
});

scene('a line of the draft is traced in two clicks and reworded in place', async () => {
  await desk.getByRole('tab', { name: 'Draft vision' }).click();
  const line = desk.getByRole('listitem').filter({ hasText: 'Where it comes from: 2' }).first();
  await line.getByText('Where it comes from: 2').click();
  await line.getByText('Таза суу ар бир үйгө').waitFor();
  await line.getByText('Dots: 8, from 4 people').waitFor();
  await check('draft');
  await line.getByRole('button', { name: /^Edit/ }).click();
  await desk.getByLabel('Wording of the line').fill('Ар бир үйгө таза суу жетет');
  await desk.getByRole('button', { name: 'Save' }).click();
  await said('The line is changed.');
  await desk.getByText('As composed:').waitFor();
});

scene(
  '[SES16] reopening says that the result is out of the documents, and the end names it as unfinished',
  async () => {
    const dialog = desk.getByRole('dialog');
    await next('Reopen');
    await dialog.getByText('stays out of the documents until it is shown again').waitFor();
    await dialog.getByRole('button', { name: 'Reopen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'End the session…' }).click();
    const named = (heading: string) =>
      dialog.locator('section').filter({ hasText: heading }).getByRole('listitem').allInnerTexts();
    expect(await named('Open now, closed by ending')).toEqual([
      expect.stringMatching(/^Vote on the goals\s+5 of 5 have voted$/),
    ]);
    expect(await named('Never opened')).toContain('Agreement on the draft');
    await dialog.getByText('stay out of the documents until they are').waitFor();
  },
);

scene('ending is asked twice; afterwards everything can be downloaded and a new session opened', async () => {
  await check('end');
  await desk.getByRole('dialog').getByRole('button', { name: 'Yes, end it' }).click();
  await desk.getByRole('heading', { name: 'The session is over' }).waitFor();
  await check('a result that is not shown');
  await next('Show the results: Vote on the goals');
  await said('The results are shown and are now in the documents.');
  await desk.locator('#next-step').waitFor({ state: 'detached' });
  await check('downloads');
  const links = await desk.getByRole('tabpanel').getByRole('link').all();
  expect(links).toHaveLength(18);
  for (const link of links) {
    const answer = await desk.request.get(new URL((await link.getAttribute('href')) ?? '', pages.url).href);
    expect(answer.status()).toBe(200);
  }
  await desk
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: /^Vote on the goals/ })
    .click();
  await desk.getByText('The session has ended: how votes are counted can no longer be changed.').waitFor();
  expect(await desk.getByText('Change how it is counted…').count()).toBe(0);
  await check('a vote after the end');
  await desk.getByRole('tab', { name: 'Downloads' }).click();
  await desk.getByRole('button', { name: 'New rehearsal' }).click();
  const there = desk.getByRole('link', { name: 'Its console' });
  await there.click();
  await desk.getByText('Rehearsal: the answers here are not for real').waitFor();
});

scene('the console works in three languages on a phone', async () => {
  const page = await pages.page({ viewport: { width: 360, height: 740 } });
  await page.goto(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
  for (const [language, over] of [
    ['ky', 'Семинар аяктады'],
    ['ru', 'Семинар завершён'],
    ['en', 'The session is over'],
  ] as const) {
    const languages = page.getByRole('banner').getByRole('combobox');
    if (!(await languages.isVisible())) await page.getByRole('button', { name: /^(Дагы|Ещё|More)$/ }).click();
    await languages.selectOption(language);
    await page.getByRole('heading', { name: over }).waitFor();
    const head = await page.getByRole('banner').boundingBox();
    expect([language, head !== null && head.height <= 120 ? 'low' : head?.height]).toEqual([language, 'low']);
    problems.push(...(await accessProblems(page, `phone ${language}`)));
  }
});

scene('axe finds nothing wrong in any of these states, and none scrolls sideways', () => {
  expect(problems).toEqual([]);
});
