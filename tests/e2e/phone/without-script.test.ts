// The same page with script off, or not loaded yet: plain forms do everything.
import type { Page } from 'playwright-core';
import { connect } from '../../support/client';
import { openVote, type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
beforeEach(async () => {
  seminar = await startSeminar();
});
afterEach(() => seminar.close());

const plain = { javaScriptEnabled: false };
const refresh = (page: Page) => page.goto(`${seminar.line.url}/j/${seminar.server.code}`);

test('[PHONE1] answering, editing and withdrawing work with script off', async () => {
  const page = await seminar.joined(plain);
  // Joining is seen by itself; "counted" on a page with a ballot would be taken for a vote.
  expect(await page.locator('.flash').count()).toBe(0);
  await seminar.open('ask');
  await refresh(page);
  await page.getByLabel('Your answer').fill('Schools');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.flash.counted').waitFor();
  await page.getByRole('link', { name: 'Edit' }).click();
  expect(await page.getByLabel('Your answer').inputValue()).toBe('Schools');
  await page.getByLabel('Your answer').fill('Better schools');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.own').getByText('Better schools').waitFor();
  await page.getByText('Withdraw', { exact: true }).click();
  await page.getByRole('button', { name: 'Yes, withdraw' }).click();
  await page.locator('.flash.counted').waitFor();
  expect(await page.locator('.own').count()).toBe(0);
});

test('[PHONE1] a whole path works with script off: idea, dots, action, judgement, draft', async () => {
  const page = await seminar.joined(plain);
  await seminar.open('collect');
  await refresh(page);
  await page.getByLabel('Your idea').fill('Clean streets');
  await page.getByRole('radio', { name: 'law' }).check();
  await page.getByRole('radio', { name: '2030' }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Counted').waitFor();

  await openVote(seminar);
  await refresh(page);
  await page.getByRole('button', { name: 'Add a dot: Clean streets' }).click();
  await page.getByRole('button', { name: 'Add a dot: Clean streets' }).click();
  await page.getByRole('spinbutton', { name: 'Your dots: Good roads' }).fill('3');
  await page.locator('button.primary').click();
  await page.getByText('Dots left: 0 of 5').waitFor();
  await page.locator('.dots-left').getByText('Counted').waitFor();

  await seminar.facilitator.must({ type: 'activity.close', activityId: 'vote' });
  await seminar.facilitator.must({ type: 'results.reveal', activityId: 'vote' });
  await refresh(page);
  // The hall hears it from the wall first.
  await page.getByText('The result is being shown on the wall').waitFor();
  const result = page.getByText('Dots: 3 · people: 1');
  while ((await result.count()) === 0) await refresh(page);
  const { activity } = seminar.facilitatorView();
  const options = activity?.kind === 'vote' ? activity.options.map(({ id }) => id) : [];
  await seminar.facilitator.must({ type: 'goals.choose', activityId: 'vote', priorityIds: options });

  await seminar.open('plan');
  await refresh(page);
  await page.locator('.chip').first().click();
  await page.getByLabel('What will be done?').fill('Buy a truck');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Buy a truck').waitFor();

  await seminar.open('endorse');
  await refresh(page);
  await page.locator('details[open]').getByRole('button', { name: 'Support, with reservations' }).click();
  await page.getByText(/Lines judged: 1 of/).waitFor();

  await seminar.facilitator.must({ type: 'session.end' });
  await refresh(page);
  await page.getByRole('link', { name: 'Read the draft' }).click();
  await page.getByRole('heading', { name: 'The draft vision' }).waitFor();
  await page.getByText('Buy a truck').waitFor();
});

test('[PHONE2] with script off a refusal says why and gives the text back', async () => {
  const page = await seminar.joined(plain);
  await seminar.open('ask');
  await refresh(page);
  const long = 'word '.repeat(80).trim();
  await page.getByLabel('Your answer').fill(long);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.flash').getByText('The text is too long.').waitFor();
  // And beside the field, tied to it.
  expect(await page.getByLabel('Your answer').getAttribute('aria-describedby')).toBe('lack-text');
  expect(await page.getByLabel('Your answer').inputValue()).toBe(long);
});

test('[PHONE14] [PHONE15] with script off words that came too late are shown, and in their field when the step opens again', async () => {
  const page = await seminar.joined(plain);
  await seminar.open('ask');
  await refresh(page);
  await page.getByLabel('Your answer').fill('Too late');
  await seminar.facilitator.must({ type: 'activity.close', activityId: 'ask' });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.flash').getByText('This step is closed now.').waitFor();
  await page.locator('.unsent').getByText('Too late').waitFor();
  await seminar.facilitator.must({ type: 'activity.open', activityId: 'ask' });
  await page.reload();
  expect(await page.getByLabel('Your answer').inputValue()).toBe('Too late');
  expect(await page.locator('.flash').count()).toBe(0);
});

test('[PHONE14] with script off one idea too many is shown, and a change of supported words becomes another idea', async () => {
  const page = await seminar.joined(plain);
  await seminar.open('ask');
  await refresh(page);
  await page.getByLabel('Your answer').fill('First');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Your answer').fill('First, reworded');
  await seminar.facilitator.until(() => Object.keys(seminar.facilitatorView().ideas).length === 1);
  const [ideaId = ''] = Object.keys(seminar.facilitatorView().ideas);
  const other = await connect(seminar.server);
  await other.must({ type: 'participant.join', groupId: 'civil' });
  await other.must({ type: 'idea.support', ideaId });
  other.close();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.flash').getByText('Send your new wording as another idea.').waitFor();
  expect(await page.getByLabel('Your answer').inputValue()).toBe('First, reworded');
  const second = await page.context().newPage();
  await refresh(second);
  await second.getByLabel('Your answer').fill('Second');
  await second.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.flash').getByText('You have sent all your ideas.').waitFor();
  await page.locator('.unsent').getByText('First, reworded').waitFor();
});

test('[WIRE6] the same form posted twice, and again by a socket, counts once', async () => {
  const page = await seminar.joined(plain);
  await seminar.open('ask');
  await refresh(page);
  const fields = await page.locator('form.desk').evaluate((form: HTMLFormElement) => {
    return [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
  });
  const body = new URLSearchParams(fields.map(([name, value]) => [name, name === 'text' ? 'Once' : value]));
  const post = () =>
    page.context().request.post(`${seminar.line.url}/j/${seminar.server.code}/act`, {
      data: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: seminar.line.url },
      maxRedirects: 0,
    });
  expect((await post()).status()).toBe(303);
  const { rev } = seminar.facilitator;
  expect((await post()).status()).toBe(303);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'eles_device')?.value ?? '';
  const socket = await connect(seminar.server, { token: cookie });
  const ack = await socket.send({
    type: 'idea.submit',
    activityId: 'ask',
    ideaId: body.get('ideaId') ?? '',
    text: 'Once',
    lang: 'en',
  });
  socket.close();
  expect(ack.ok).toBe(true);
  await refresh(page);
  expect(await page.locator('.own').count()).toBe(1);
  // The facilitator's view is patched on a tick.
  await seminar.facilitator.until(() => Object.keys(seminar.facilitatorView().ideas).length > 0);
  expect(Object.keys(seminar.facilitatorView().ideas)).toHaveLength(1);
  expect(seminar.facilitator.rev).toBeLessThanOrEqual(rev + 1);
});

test('a form of another site is refused, and a language choice cannot lead away', async () => {
  const page = await seminar.joined(plain);
  const { request } = page.context();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const foreign = await request.post(`${seminar.line.url}/j/${seminar.server.code}/act`, {
    data: 'type=participant.join&groupId=civil',
    headers: { ...headers, origin: 'http://elsewhere.example' },
    maxRedirects: 0,
  });
  expect(foreign.status()).toBe(403);
  const away = await request.post(`${seminar.line.url}/language`, {
    data: 'locale=ru&back=//elsewhere.example',
    headers,
    maxRedirects: 0,
  });
  expect(away.headers().location).toBe('/');
});

test('an unknown code says what to do', async () => {
  const page = await seminar.phone(plain);
  await page.goto(`${seminar.line.url}/j/ZZZZZZ`);
  await page.getByText('There is no such code.').waitFor();
});
