// The facilitator looks at ideas that may say the same: merges with one tap, takes it back, sets a suggestion aside.

import type { Page } from 'playwright-core';
import { accessProblems } from '../../support/access';
import { newId, type TestClient } from '../../support/client';
import { type Pages, startPages } from '../../support/pages';
import { scene } from '../../support/scene';

let pages: Pages;
let desk: Page;
let people: TestClient[];
const activityId = 'goals-and-steps';
const write = async (person: number, text: string, lang: 'ky' | 'ru' | 'en' = 'en') => {
  const ideaId = newId();
  const place = { themeId: 'legislation', horizonId: '2030' } as const;
  await people[person]?.must({ type: 'idea.submit', activityId, ideaId, text, lang, ...place });
  return ideaId;
};
const suggestions = () => desk.locator('details').filter({ hasText: 'May say the same' });

beforeAll(async () => {
  pages = await startPages();
  people = [await pages.participant('communities'), await pages.participant('civil-society')];
  await pages.facilitator.must({ type: 'session.start' });
  await pages.facilitator.must({ type: 'agenda.goto', activityId });
  await pages.facilitator.must({ type: 'activity.open', activityId });
  desk = await pages.page();
});
afterAll(() => pages?.close());

scene('[SIM3] [SIM4] a suggested group is merged with one tap, and undo brings the ideas back', async () => {
  const first = await write(0, 'Clean drinking water in every village');
  await write(1, 'Clean drinking water in each village');
  await write(0, 'Open the village school');
  await write(1, 'Close the village school');
  await people[1]?.must({ type: 'idea.support', ideaId: first });
  await desk.goto(`${pages.url}/console/${pages.code}#${pages.facilitatorToken}`);
  await suggestions().getByText('Clean drinking water in each village').waitFor();
  expect(await suggestions().getByText('school').count()).toBe(0);
  expect(await accessProblems(desk, 'suggestions')).toEqual([]);
  if (process.env.SHOTS) await desk.screenshot({ path: `${process.env.SHOTS}/console.png` });
  await suggestions().getByRole('button', { name: 'Merge 2 ideas' }).click();
  await desk.getByRole('article', { name: 'Clean drinking water in every village' }).waitFor();
  await suggestions().waitFor({ state: 'detached' });
  if (process.env.SHOTS) await desk.screenshot({ path: `${process.env.SHOTS}/console-merged.png` });
  await desk.getByRole('button', { name: /^Undo: / }).click();
  await suggestions().getByRole('button', { name: 'Merge 2 ideas' }).waitFor();
});

scene('[SIM4] a suggestion that is set aside stays away', async () => {
  await suggestions().getByRole('button', { name: 'Not the same' }).click();
  await suggestions().waitFor({ state: 'detached' });
});

scene('[SUP5] the wall shows after reveal how many support an idea', async () => {
  await pages.facilitator.must({ type: 'results.reveal', activityId });
  const wall = await pages.page();
  await wall.goto(`${pages.url}/screen/${pages.code}#${pages.screenToken}`);
  await wall.getByText('+1', { exact: true }).filter({ visible: true }).waitFor();
  if (process.env.SHOTS) await wall.screenshot({ path: `${process.env.SHOTS}/wall.png` });
});
