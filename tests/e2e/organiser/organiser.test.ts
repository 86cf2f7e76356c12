// The organiser sees the sessions of the server and brings one in from a hall.

import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import { connect } from '../../support/client';
import { type Pages, startPages } from '../../support/pages';
import { scene } from '../../support/scene';
import { startTestServer, type TestServer } from '../../support/server';

let pages: Pages;
let hall: TestServer;
let page: Page;
let archive: Buffer;
const problems: string[] = [];
const check = async (where: string) => {
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 740 });
    problems.push(...(await accessProblems(page, `${where}, ${width} wide`)));
  }
};
const bringIn = async (buffer: Buffer) => {
  await page.getByLabel('Archives').setInputFiles({ name: 'hall.eles', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Verify and bring in' }).click();
};

beforeAll(async () => {
  [pages, hall] = await Promise.all([startPages(), startTestServer()]);
  const facilitator = await connect(hall, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'session.end' });
  facilitator.close();
  const headers = { authorization: `Bearer ${hall.organiserToken}` };
  const answer = await fetch(`${hall.url}/api/sessions/${hall.code}/archive`, { headers });
  archive = Buffer.from(await answer.arrayBuffer());
  page = await pages.page();
});
afterAll(async () => {
  await Promise.all([pages?.close(), hall?.close()]);
});

scene('[IMP5] without the link the page says so and takes the pasted link', async () => {
  await page.goto(`${pages.url}/organiser`);
  await page.getByRole('alert').filter({ hasText: 'opens with the organiser’s link only' }).waitFor();
  await check('door');
  const field = page.getByLabel('The organiser’s link');
  await field.fill(`${pages.url}/organiser#${'x'.repeat(43)}`);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('alert').filter({ hasText: 'not that of this server' }).waitFor();
  await field.fill(`${pages.url}/organiser#${pages.organiserToken}`);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('row', { name: pages.code }).waitFor();
  await page.reload();
  await page.getByRole('row', { name: pages.code }).getByText('running or waiting').waitFor();
  await check('sessions');
});

scene('[IMP1] [IMP3] an archive is brought in once; a changed one is refused with its record', async () => {
  await bringIn(archive);
  await page.getByText(`The session has come in: ${hall.code}.`).waitFor();
  await page.getByRole('row', { name: hall.code }).getByText('ended').waitFor();
  await bringIn(archive);
  await page.getByText('This session is here already').waitFor();
  const changed = Buffer.from(archive.toString().replace('"rehearsal":false', '"rehearsal":true'));
  await bringIn(changed);
  await page.getByText(/The file was not taken in\. Do not trust this file\. Its line \d/).waitFor();
  await check('refused');
});

scene('the session that came in opens at its console', async () => {
  await page.getByRole('link', { name: `Open its console: ${hall.code}` }).click();
  await page.getByRole('heading', { name: 'The session is over' }).waitFor();
});

scene('axe finds nothing wrong in any of these states, and none scrolls sideways', () => {
  expect(problems).toEqual([]);
});
