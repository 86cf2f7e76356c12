// Every scene of the wall, in halls of every size, in each language and on both kinds of projector, with people's words
// as short as they usually are and as long as they may be: nothing is cut off, too small, or over something else.
import type { Page } from 'playwright-core';
import type { Crowd } from '../../support/crowd';
import { type Pages, startPages } from '../../support/pages';
import { lastingWallProblems } from '../../support/wall-layout';

/** Each method once, each size once. */
const HALLS: readonly Crowd[] = [
  { people: 12, method: 'ranking', words: 'full' },
  { people: 60, method: 'dots', words: 'full' },
  { people: 200, method: 'score', words: 'short' },
  { people: 600, method: 'agreement', words: 'full' },
];
const LANGUAGES = ['ky', 'ru', 'en'] as const;
/** Smallest type for the last row, in px. */
const PROJECTORS = [
  { viewport: { width: 1920, height: 1080 }, smallest: 28 },
  { viewport: { width: 1366, height: 768 }, smallest: 19.9 },
] as const;
const STEPS = ['villages-2030', 'goals-and-steps', 'priorities', 'vote-goals', 'actions', 'agreement'] as const;

async function problemsOf(wall: Page, where: string, pictures: number): Promise<string[]> {
  const found: string[] = [];
  await wall.bringToFront();
  for (let picture = 0; picture < pictures; picture += 1) {
    for (const { viewport, smallest } of PROJECTORS) {
      await wall.setViewportSize(viewport);
      const problems = await lastingWallProblems(wall, smallest);
      found.push(...problems.map((problem) => `${where} ${picture} ${viewport.width}: ${problem}`));
    }
    await wall.keyboard.press('ArrowDown');
  }
  return found;
}

test.each(HALLS)('$people people, vote by $method, $words texts', async (crowd) => {
  const pages: Pages = await startPages('real', { crowd });
  try {
    const walls: { readonly language: string; readonly wall: Page }[] = [];
    for (const language of LANGUAGES) {
      const wall = await pages.page({ viewport: PROJECTORS[0].viewport });
      await wall.goto(`${pages.url}/screen/${pages.code}?lang=${language}#${pages.screenToken}`);
      await wall.getByRole('main').waitFor();
      walls.push({ language, wall });
    }
    const problems: string[] = [];
    const look = async (scene: string, status: 'open' | 'results' | undefined, pictures = 1) => {
      for (const { language, wall } of walls) {
        await wall.waitForFunction(
          (wanted) => document.querySelector('header [data-status]')?.getAttribute('data-status') === wanted,
          status,
        );
        problems.push(...(await problemsOf(wall, `${scene} ${language}`, pictures)));
      }
    };
    for (const activityId of STEPS) {
      await pages.facilitator.must({ type: 'activity.open', activityId });
      await look(`${activityId}, open`, 'open');
      await pages.facilitator.must({ type: 'activity.close', activityId });
      await pages.facilitator.must({ type: 'results.reveal', activityId });
      await look(`${activityId}, shown`, 'results', activityId === 'vote-goals' ? 3 : 1);
    }
    await pages.facilitator.must({ type: 'session.end' });
    await look('the end', undefined);
    expect(problems).toEqual([]);
  } finally {
    await pages.close();
  }
});
