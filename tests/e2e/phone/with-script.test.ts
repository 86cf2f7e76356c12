// The participant's page as nearly everyone meets it: a phone whose script runs.
import { gzipSync } from 'node:zlib';
import { until } from '../../support/patience';
import { openVote, type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
beforeEach(async () => {
  seminar = await startSeminar();
});
afterEach(() => seminar.close());

const votes = () => {
  const { activity } = seminar.facilitatorView();
  return activity?.turnout?.voted;
};

const ideaTexts = () => Object.values(seminar.facilitatorView().ideas).map(({ text }) => text);

test('[PHONE2] a phone joins by a code typed in lower case with a space, votes, and sees that it counted', async () => {
  await openVote(seminar);
  const page = await seminar.phone();
  await page.goto(seminar.line.url);
  await page.getByLabel('Code').fill(seminar.server.code.toLowerCase().replace(/(...)/, '$1 '));
  await page.getByRole('button', { name: 'Go in' }).click();
  await page.getByRole('button', { name: 'We heads' }).click();
  await page.getByRole('button', { name: 'Add a dot: Clean water' }).click();
  await page.getByRole('button', { name: 'Add a dot: Clean water' }).click();
  await page.getByText('Dots left: 3 of 5').waitFor();
  await page.locator('.dots-left').getByText('Counted').waitFor();
  await until(() => votes() === 1, 'one ballot');
  const participant = Object.values(seminar.facilitatorView().joinedByGroup).reduce((sum, count) => sum + count, 0);
  expect(participant).toBe(2);
});

test('[PHONE3] a reload keeps my dots, my ideas and what I was typing', async () => {
  const page = await seminar.joined();
  await seminar.open('ask');
  await page.getByLabel('Your answer').fill('Schools');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Counted').waitFor();
  await page.getByLabel('Your answer').fill('Half a thou');
  await page.reload();
  await page.locator('.own').getByText('Schools').waitFor();
  await until(async () => (await page.getByLabel('Your answer').inputValue()) === 'Half a thou', 'the draft');
});

test('[PHONE4] what is being typed survives other people’s facts, and a step that closes and opens again', async () => {
  const page = await seminar.joined();
  await seminar.open('ask');
  const field = page.getByLabel('Your answer');
  await field.pressSequentially('A bridge ');
  await seminar.facilitator.must({ type: 'timer.start', seconds: 60 });
  await page.getByText(/Time left/).waitFor();
  await field.pressSequentially('over the river');
  expect(await field.inputValue()).toBe('A bridge over the river');
  await seminar.facilitator.must({ type: 'activity.close', activityId: 'ask' });
  await page.locator('.unsent').getByText('A bridge over the river').waitFor();
  await seminar.facilitator.must({ type: 'activity.open', activityId: 'ask' });
  await field.waitFor();
  expect(await field.inputValue()).toBe('A bridge over the river');
});

test('[PHONE3] what is sent while the line is cut is queued, says so, and counts once when it is back', async () => {
  const page = await seminar.joined();
  await seminar.open('ask');
  await page.getByLabel('Your answer').waitFor();
  await seminar.line.cut();
  await page.getByLabel('Your answer').fill('Wells');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Waiting to be sent').waitFor();
  await page.getByText('No connection.').waitFor();
  await page.getByText('Waiting to be sent: 1').waitFor();
  await seminar.line.heal();
  await page.locator('.own').getByText('Counted').waitFor();
  expect(await page.getByText('No connection.').count()).toBe(0);
  await until(() => ideaTexts().length > 0, 'the idea');
  expect(ideaTexts()).toEqual(['Wells']);
});

test('[PHONE3] a vote whose answer was lost is sent again under the same id and counts once', async () => {
  await openVote(seminar);
  const page = await seminar.joined();
  const add = page.getByRole('button', { name: 'Add a dot: Good roads' });
  await add.waitFor();
  await seminar.facilitator.until(() => votes() === 0);
  // The page is there before its line is: what is lost must be the answer to the vote, not that to the greeting.
  await seminar.facilitator.must({ type: 'timer.start', seconds: 600 });
  await page.getByText(/Time left/).waitFor();
  seminar.line.loseAnswers();
  await add.click();
  await until(() => votes() === 1, 'the ballot to arrive');
  const { rev } = seminar.facilitator;
  await page.locator('.dots-left').getByText('Sent, waiting').waitFor();
  await seminar.line.cut();
  await seminar.line.heal();
  await page.locator('.dots-left').getByText('Counted').waitFor();
  expect(seminar.facilitator.rev).toBe(rev);
});

test('[PHONE3] a closed tab sends what it had queued when the page is opened again', async () => {
  const page = await seminar.joined();
  await seminar.open('ask');
  await page.getByLabel('Your answer').waitFor();
  await seminar.line.cut();
  await page.getByLabel('Your answer').fill('Clinic');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Waiting to be sent').waitFor();
  const context = page.context();
  await page.close();
  await seminar.line.heal();
  const again = await context.newPage();
  await again.goto(`${seminar.line.url}/j/${seminar.server.code}`);
  await again.locator('.own').getByText('Counted').waitFor();
  await until(() => ideaTexts().length > 0, 'the idea');
  expect(ideaTexts()).toEqual(['Clinic']);
});

test('[PHONE2] [PHONE15] an answer that comes after closing is refused with the reason, and is in its field when the step opens again', async () => {
  const page = await seminar.joined();
  await seminar.open('ask');
  await page.getByLabel('Your answer').waitFor();
  await seminar.line.cut();
  await page.getByLabel('Your answer').fill('Too late');
  await page.getByRole('button', { name: 'Send' }).click();
  await seminar.facilitator.must({ type: 'activity.close', activityId: 'ask' });
  await seminar.line.heal();
  const card = page.locator('.flash.refused');
  await card.getByText('Not counted').waitFor();
  await card.getByText('This step is closed now.').waitFor();
  await card.getByText('Too late').waitFor();
  await seminar.facilitator.must({ type: 'activity.open', activityId: 'ask' });
  await page.getByLabel('Your answer').waitFor();
  expect(await page.getByLabel('Your answer').inputValue()).toBe('Too late');
  expect(await card.count()).toBe(0);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Counted').waitFor();
});

test('an idea can be edited and withdrawn, and the page counts how many are left', async () => {
  const page = await seminar.joined();
  await seminar.open('collect');
  await page.getByLabel('Your idea').fill('Street lamps');
  await page.getByRole('radio', { name: 'services' }).check();
  await page.getByRole('radio', { name: '2030' }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('You can send 2 more').waitFor();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Your idea').fill('Street lamps everywhere');
  await page.getByRole('button', { name: 'Save' }).click();
  await until(
    () => Object.values(seminar.facilitatorView().ideas).some(({ text }) => text === 'Street lamps everywhere'),
    'the edit',
  );
  await page.getByText('Withdraw', { exact: true }).click();
  await page.getByRole('button', { name: 'Yes, withdraw' }).click();
  await page.getByText('You can send 3 more').waitFor();
  await until(() => Object.keys(seminar.facilitatorView().ideas).length === 0, 'the withdrawal');
});

test('no more dots than the budget and no more than the cap on one can be given', async () => {
  await openVote(seminar);
  const page = await seminar.joined();
  const water = page.getByRole('button', { name: 'Add a dot: Clean water' });
  // The last two taps find the button switched off: they must change nothing.
  for (let i = 0; i < 5; i += 1) await water.click({ force: true });
  await page.getByText('Dots left: 2 of 5').waitFor();
  const roads = page.getByRole('spinbutton', { name: 'Your dots: Good roads' });
  await roads.fill('9');
  await roads.press('Tab');
  await page.getByText('Dots left: 0 of 5').waitFor();
  expect(await roads.inputValue()).toBe('2');
});

test('[PHONE5] every page of a whole seminar is at most 10 kB, and nothing runs that is not our own file', async () => {
  const page = await seminar.phone();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.reload();
  await page.getByRole('button', { name: 'We heads' }).click();
  await openVote(seminar);
  await page.getByText('Dots left: 5 of 5').waitFor();
  const response = await page.context().request.get(`${seminar.line.url}/j/${seminar.server.code}`);
  const html = await response.text();
  expect(gzipSync(html).length).toBeLessThanOrEqual(10_000);
  expect(response.headers()['content-security-policy']).toContain("script-src 'self'");
  expect(html).not.toMatch(/ style="| on\w+="/);
  expect(problems).toEqual([]);
});

test('a language is chosen without losing the place or the draft', async () => {
  const page = await seminar.joined();
  await seminar.open('ask');
  await page.getByLabel('Your answer').fill('Мектеп');
  await page.getByRole('button', { name: 'Кыргызча' }).click();
  const field = page.getByLabel('Жообуңуз');
  await field.waitFor();
  await until(async () => (await field.inputValue()) === 'Мектеп', 'the draft');
  expect(await page.locator('html').getAttribute('lang')).toBe('ky');
});
