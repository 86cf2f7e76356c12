// Somebody checks an archive in the browser, and a participant finds their own answers in it.

import type { Page } from 'playwright-core';
import { inFours } from '../../../server/protocol/in-fours';
import { accessProblems } from '../../support/access';
import { type Pages, startPages } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let page: Page;
let archive: Buffer;
let receipt: string;
const problems: string[] = [];
const choose = (buffer: Buffer) =>
  page.getByLabel('Archive').setInputFiles({ name: 'hall.eles', mimeType: 'application/octet-stream', buffer });
const check = async (where: string) => {
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 740 });
    problems.push(...(await accessProblems(page, `${where}, ${width} wide`)));
  }
};

beforeAll(async () => {
  pages = await startPages();
  const { facilitator, url, code } = pages;
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'villages-2030' });
  const phone = await pages.page({ viewport: { width: 360, height: 740 } });
  await phone.goto(`${url}/j/${code}`);
  await phone.getByRole('button', { name: /communities/i }).click();
  await phone.getByLabel('Your answer').fill('Clean water in every house');
  await phone.getByRole('button', { name: 'Send' }).click();
  await phone.getByText('Counted').first().waitFor();
  await facilitator.must({ type: 'session.end' });
  receipt = (await phone.locator('.receipt code').textContent()) ?? '';
  problems.push(...(await accessProblems(phone, 'receipt')));
  const answer = await fetch(`${url}/api/sessions/${code}/archive`, {
    headers: { authorization: `Bearer ${pages.organiserToken}` },
  });
  archive = Buffer.from(await answer.arrayBuffer());
  page = await pages.page();
  await page.goto(`${url}/verify`);
});
afterAll(() => pages?.close());

scene('[VER4] [VER6] an archive is said to be what it is, with the hash to compare', async () => {
  await choose(archive);
  await page.getByRole('heading', { name: pages.code }).waitFor();
  const { closingHash } = JSON.parse(archive.toString().trim().split('\n').at(-1) ?? '{}') as { closingHash: string };
  await page.getByText(inFours(closingHash)).waitFor();
  await check('whole');
  await page.getByLabel(/closing hash or the fingerprint/).fill(closingHash);
  await page.getByRole('heading', { name: `The log that was given: ${pages.code}` }).waitFor();
  await check('the hash fits');
  await page.getByLabel(/closing hash or the fingerprint/).fill('');
});

scene('[VER4] the receipt on the phone finds what was recorded from that person', async () => {
  await page.getByLabel('The receipt on the phone').fill('nobodys1');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByText('The archive has no such receipt').waitFor();
  await page.getByLabel('The receipt on the phone').fill(receipt);
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByText('Found. Records from this person: 2').waitFor();
  await page.getByRole('cell', { name: 'Clean water in every house' }).waitFor();
  await check('receipt found');
});

scene('[VER1] one changed byte is found, and its record named', async () => {
  const changed = Buffer.from(archive);
  const at = changed.indexOf('Clean water');
  changed[at] = 0x4b;
  await choose(changed);
  await page.getByRole('heading', { name: 'Do not trust this file' }).waitFor();
  await page.getByText(/^Do not trust this file\. Its line \d+: it does not follow/).waitFor();
  expect(await page.getByLabel('The receipt on the phone').count()).toBe(0);
  await check('broken');
});

scene('axe finds nothing wrong in any of these states, and none scrolls sideways', () => {
  expect(problems).toEqual([]);
});
