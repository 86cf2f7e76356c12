// While typing an idea the phone points at similar ones, and lets a person stand behind one of them instead.
import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import { connect, newId, type TestClient } from '../../support/client';
import { until } from '../../support/patience';
import { type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
let writer: TestClient;
beforeEach(async () => {
  seminar = await startSeminar();
  writer = await connect(seminar.server);
  await writer.must({ type: 'participant.join', groupId: 'civil' });
  await seminar.open('collect');
});
afterEach(async () => {
  writer.close();
  await seminar.close();
});

const write = async (text: string, themeId = 'services') => {
  const ideaId = newId();
  const fields = { text, themeId, lang: 'en', horizonId: '2030' } as const;
  await writer.must({ type: 'idea.submit', activityId: 'collect', ideaId, ...fields });
  return ideaId;
};
const type = (page: Page, text: string) => page.getByLabel('Your idea').pressSequentially(text, { delay: 5 });
const seconders = () => Object.values(seminar.facilitatorView().ideas).map((idea) => idea.seconders ?? 0);
/** What has just appeared takes no tap yet. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 700));

test('[SIM1] [SUP1] a similar idea is supported instead, which counts, and can be taken back', async () => {
  await write('Clean drinking water in every village');
  await write('Close the village school');
  const page = await seminar.joined();
  await type(page, 'Clean drinking water for the villages');
  const similar = page.locator('.similar');
  await similar.getByText('Clean drinking water in every village').waitFor();
  expect(await page.getByLabel('Your idea').inputValue()).toBe('Clean drinking water for the villages');
  expect(await accessProblems(page, 'similar')).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone-similar.png`, fullPage: true });
  await settled();
  await similar.getByRole('button', { name: 'Support this instead' }).tap();
  await page.locator('.desk').getByText('You support: Clean drinking water').waitFor();
  await page.locator('.own').getByText('Counted').waitFor();
  await until(() => seconders().includes(1), 'one seconder');
  expect(await page.getByLabel('Your idea').inputValue()).toBe('');
  expect(await similar.count()).toBe(0);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone-support.png`, fullPage: true });
  await page.reload();
  await page.locator('.own').getByText('Clean drinking water in every village').waitFor();
  await page.getByText('Take back support').tap();
  await page.getByRole('button', { name: 'Yes, withdraw' }).tap();
  await until(() => seconders().every((count) => count === 0), 'no seconder');
});

test('[SIM1] an opposite is shown as a question, without a button', async () => {
  await write('Close the village school');
  const page = await seminar.joined();
  await type(page, 'Open the village school');
  await page.locator('.similar').getByText('The opposite?').waitFor();
  expect(await page.getByRole('button', { name: 'Support this instead' }).count()).toBe(0);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone-opposite.png`, fullPage: true });
});

test('[SIM1] [PHONE4] a support that is refused gives the typed words back', async () => {
  const ideaId = await write('Clean drinking water in every village');
  const page = await seminar.joined();
  await type(page, 'Clean drinking water for the villages');
  await page.locator('.similar').getByText('in every village').waitFor();
  await settled();
  await seminar.facilitator.must({ type: 'idea.hide', ideaId });
  await page.getByRole('button', { name: 'Support this instead' }).tap();
  await page.locator('.flash').getByText('This idea was not found').waitFor();
  expect(await page.getByLabel('Your idea').inputValue()).toBe('Clean drinking water for the villages');
});

test('[SIM1] without a connection nothing is shown and nothing is in the way', async () => {
  await write('Clean drinking water in every village');
  const page = await seminar.joined();
  await page.getByLabel('Your idea').waitFor();
  await seminar.line.cut();
  await type(page, 'Clean drinking water in every village');
  await page.getByLabel('2030').check();
  await page.getByLabel('services').check();
  await page.getByRole('button', { name: 'Send' }).tap();
  await page.locator('.own').getByText('Waiting to be sent').waitFor();
  expect(await page.locator('.similar').count()).toBe(0);
  await seminar.line.heal();
  await page.locator('.own').getByText('Counted').waitFor();
});

test('[PHONE1] without script a support is listed and taken back by a plain form', async () => {
  const ideaId = await write('Clean drinking water in every village');
  const page = await seminar.joined({ javaScriptEnabled: false });
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === 'eles_device')?.value ?? '';
  const device = await connect(seminar.server, { token });
  await device.must({ type: 'idea.support', ideaId });
  device.close();
  await page.reload();
  await page.locator('.own').getByText('Clean drinking water in every village').waitFor();
  await page.getByText('Take back support').tap();
  await page.getByRole('button', { name: 'Yes, withdraw' }).tap();
  await until(() => seconders().every((count) => count === 0), 'no seconder');
});
