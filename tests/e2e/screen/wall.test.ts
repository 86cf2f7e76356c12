// The wall through the real page: what a hall sees, and what it must not see yet.

import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import type { TestClient } from '../../support/client';
import { type Pages, startPages, writeIdeas } from '../../support/pages';
import { scene } from '../../support/scene';
import { lastingWallProblems } from '../../support/wall-layout';

const LONG =
  'Айыл аймагынын бюджетинин өз алдынчалыгын жогорулатуу жана бюджетти коомдук угууларда талкуулап, чечимдерди элдин катышуусу менен кабыл алуу';

let pages: Pages;
let wall: Page;
let people: TestClient[];

const screenPage = (options = {}) => pages.page({ viewport: { width: 1920, height: 1080 }, ...options });
const goTo = async (activityId: string, ...types: ('activity.open' | 'activity.close' | 'results.reveal')[]) => {
  await pages.facilitator.must({ type: 'agenda.goto', activityId });
  for (const type of types) await pages.facilitator.must({ type, activityId });
};

beforeAll(async () => {
  pages = await startPages();
  people = [];
  wall = await screenPage();
  await wall.goto(`${pages.url}/screen/${pages.code}#${pages.screenToken}`);
  await wall.getByRole('heading', { name: 'LSG Vision 2030' }).waitFor();
});
afterAll(() => pages?.close());

scene('the key is used once and leaves the address bar', () => {
  expect(wall.url()).toBe(`${pages.url}/screen/${pages.code}`);
});

scene('a wall with a wrong key, or with none, says where to open it', async () => {
  const page = await screenPage();
  await page.goto(`${pages.url}/screen/${pages.code}#wrong-key-wrong-key-wrong`);
  await page.getByRole('heading', { name: /This link to the wall does not fit/ }).waitFor();
  await page.goto('about:blank');
  await page.goto(`${pages.url}/screen/${pages.code}`);
  await page.getByRole('heading', { name: /Open this wall from the facilitator/ }).waitFor();
});

scene('the join screen shows QR, code and every group filling up', async () => {
  await wall.getByRole('img', { name: /QR code/ }).waitFor();
  expect(await wall.getByRole('complementary').textContent()).toContain(pages.code.slice(0, 3));
  for (const groupId of ['lsg-heads', 'communities', 'communities', 'communities', 'communities', 'communities']) {
    people.push(await pages.participant(groupId));
  }
  await wall.getByText('6 people are in').waitFor();
  await wall.getByRole('listitem').filter({ hasText: 'Representatives of local communities' }).getByText('5').waitFor();
});

scene('answers are counted while people write and read only after reveal', async () => {
  await pages.facilitator.must({ type: 'session.start' });
  await goTo('villages-2030', 'activity.open');
  await writeIdeas(people, ['Таза суу'], { activityId: 'villages-2030' } as never);
  await wall.getByText('1 answer written').waitFor();
  expect(await wall.getByText('Таза суу').count()).toBe(0);
  await goTo('villages-2030', 'activity.close', 'results.reveal');
  await wall.getByRole('list', { name: 'Answers' }).getByText('Таза суу').waitFor();
});

scene('the timer counts down to the moment the server named', async () => {
  await pages.facilitator.must({ type: 'timer.start', seconds: 90 });
  await wall
    .getByRole('timer')
    .getByText(/^1:2\d$/)
    .waitFor();
  await pages.facilitator.must({ type: 'timer.stop' });
  await wall.getByRole('timer').waitFor({ state: 'detached' });
});

scene('sixty long priorities page instead of overflowing, at 1080p and on a small projector', async () => {
  const activityId = 'goals-and-steps';
  await goTo(activityId, 'activity.open');
  const more = await Promise.all(Array.from({ length: 6 }, () => pages.participant('civil-society')));
  people.push(...more);
  for (const themeId of ['legislation', 'services']) {
    const texts = Array.from({ length: 30 }, (_, index) => `${index + 1}. ${LONG}`);
    await writeIdeas(people, texts, { activityId, themeId, horizonId: '2030' });
  }
  await goTo(activityId, 'activity.close', 'results.reveal');
  await goTo('priorities', 'activity.open', 'results.reveal');
  await wall.getByRole('list', { name: 'Priorities' }).first().waitFor();
  expect(await lastingWallProblems(wall, 28)).toEqual([]);
  await wall.setViewportSize({ width: 1366, height: 768 });
  expect(await lastingWallProblems(wall, 19.9)).toEqual([]);
  await wall.setViewportSize({ width: 1920, height: 1080 });
});

scene('[VOTE8] before reveal the wall shows turnout, after it bars from most to fewest dots', async () => {
  const settings = { method: { name: 'dots', budget: 5, cap: 3 }, rule: 'most_supported', places: 2 } as const;
  await pages.facilitator.must({
    type: 'vote.configure',
    activityId: 'vote-goals',
    settings: { ...settings, weights: 'person' },
  });
  await goTo('vote-goals', 'activity.open');
  await people[0]?.until(({ view }) => view?.activity?.kind === 'vote' && view.activity.options.length > 0);
  const { activity } = pages.facilitatorView();
  const options = activity?.kind === 'vote' ? activity.options.map(({ id }) => id) : [];
  for (const person of people.slice(0, 4)) {
    const choices = [
      { option: options[3] ?? '', dots: 3 },
      { option: options[1] ?? '', dots: 1 },
    ];
    await person.must({ type: 'ballot.cast', activityId: 'vote-goals', choices });
  }
  // Served by neither of these: to them a fair share would give the second place.
  for (const person of people.slice(4, 7)) {
    const choices = [{ option: options[5] ?? '', dots: 1 }];
    await person.must({ type: 'ballot.cast', activityId: 'vote-goals', choices });
  }
  await wall.getByText('7 of 12 have voted').waitFor();
  expect(await wall.getByText(/dots$/).count()).toBe(0);
  await goTo('vote-goals', 'activity.close', 'results.reveal');
  // First who is chosen and why; the bars follow.
  await wall
    .getByRole('list', { name: 'Chosen', exact: true })
    .getByText(/Chosen 1st/)
    .waitFor();
  await wall.getByText('by this rule only').first().waitFor();
  expect(await lastingWallProblems(wall, 28)).toEqual([]);
  await wall.keyboard.press('ArrowDown');
  const rows = wall.getByRole('list', { name: 'Results of the vote' }).locator('> li');
  await rows.first().getByText('12', { exact: true }).waitFor();
  await rows.nth(1).getByText('4', { exact: true }).waitFor();
  // One head of LSG among the voters is too few to be shown apart.
  await wall.getByText('not shown by group: too few people').waitFor();
  expect(await lastingWallProblems(wall, 28)).toEqual([]);
});

scene('goals, actions and the judged draft fit the wall, and the end thanks the hall', async () => {
  const vote = pages.facilitatorView().activity;
  const goals = vote?.kind === 'vote' ? vote.options.slice(0, 4).map(({ id }) => id) : [];
  await pages.facilitator.must({ type: 'goals.choose', activityId: 'vote-goals', priorityIds: goals });
  await goTo('actions', 'activity.open', 'results.reveal');
  for (const [index, person] of people.slice(0, 6).entries()) {
    await person.must({
      type: 'action.submit',
      activityId: 'actions',
      actionId: `action-of-person-number-${index}`,
      goalId: goals[index % 4] ?? '',
      lang: 'ky',
      what: LONG,
      who: 'Айыл өкмөтү',
      byWhen: '2027',
      means: '',
      sign: '',
    });
  }
  await wall.getByText('Айыл өкмөтү · 2027').first().waitFor();
  expect(await lastingWallProblems(wall, 28)).toEqual([]);
  await goTo('agreement', 'activity.open');
  const endorse = pages.facilitatorView().activity;
  for (const { id: lineId } of endorse?.kind === 'endorse' ? endorse.lines : []) {
    for (const person of people) {
      await person.must({ type: 'endorsement.give', activityId: 'agreement', lineId, level: 8 });
    }
  }
  await wall.getByText('12 of 12 have judged at least one line').waitFor();
  await goTo('agreement', 'activity.close', 'results.reveal');
  await wall.getByText('12 against').first().waitFor();
  expect(await lastingWallProblems(wall, 28)).toEqual([]);
  await pages.facilitator.must({ type: 'session.end' });
  await wall.getByText('Thank you!').waitFor();
  expect(await lastingWallProblems(wall, 28)).toEqual([]);
});

scene('there is never a control on the wall, and axe finds nothing wrong with it', async () => {
  expect(await wall.locator('button, a, input, select, textarea, [tabindex]').count()).toBe(0);
  expect(await accessProblems(wall, 'end')).toEqual([]);
});

scene('the wall keeps its own language and theme', async () => {
  const page = await screenPage();
  await page.goto(`${pages.url}/screen/${pages.code}?lang=ky&theme=dark#${pages.screenToken}`);
  await page.getByText('Рахмат!').waitFor();
  await page.goto(`${pages.url}/screen/${pages.code}`);
  await page.getByText('Рахмат!').waitFor();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.keyboard.press('KeyT');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  await page.reload();
  await page.getByText('Рахмат!').waitFor();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  // The console beside it still speaks what its browser asks for.
  await page.goto(`${pages.url}/console/${pages.code}`);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});
