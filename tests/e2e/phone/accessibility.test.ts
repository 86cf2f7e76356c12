// Rules of WCAG 2.2 AA that a machine can see, on every state of the participant's page.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { connect } from '../../support/client';
import { wallProblems } from '../../support/wall-layout';
import { openVote, type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
beforeAll(async () => {
  seminar = await startSeminar();
});
afterAll(() => seminar.close());

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function problemsOf(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: a colour halfway through its transition has no contrast to judge.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${where} (${colorScheme}): ${id} ${nodes.map(({ html }) => html).join(' ')}`,
      ),
    );
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  if (sideways) found.push(`${where}: scrolls sideways`);
  const overlaps = (await wallProblems(page, 0)).filter((problem) => problem.startsWith('over: '));
  found.push(...overlaps.map((problem) => `${where}: ${problem}`));
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, summary, textarea, .chip')]
      .map((target) => ({ box: target.getBoundingClientRect(), text: target.textContent }))
      .filter(({ box }) => box.width > 1 && (box.height < 44 || box.width < 44))
      .map(({ text }) => text),
  );
  found.push(...small.map((text) => `${where}: target under 44 px: ${text}`));
  return found;
}

/** Ten others, so that lines come out with each of the three marks. */
async function judgeEachWay({ server, facilitatorView }: Seminar): Promise<void> {
  const { activity } = facilitatorView();
  const lines = activity?.kind === 'endorse' ? activity.lines.map(({ id }) => id) : [];
  const levels: readonly ((judge: number) => 1 | 3 | 8)[] = [
    () => 1,
    (judge) => (judge < 4 ? 1 : 3),
    (judge) => (judge < 5 ? 8 : 1),
  ];
  for (let judge = 0; judge < 10; judge += 1) {
    const other = await connect(server);
    await other.must({ type: 'participant.join', groupId: judge < 5 ? 'communities' : 'civil' });
    for (const [at, lineId] of lines.entries())
      await other.must({
        type: 'endorsement.give',
        activityId: 'endorse',
        lineId,
        level: levels[at % levels.length]?.(judge) ?? 1,
      });
    other.close();
  }
}

test('no state of the page has a problem that axe can see, targets are 44 px, and nothing overflows at 320 px', async () => {
  const found: string[] = [];
  const page = await seminar.phone({ viewport: { width: 320, height: 640 } });
  const check = async (where: string) => void found.push(...(await problemsOf(page, where)));
  await check('join');
  await page.getByRole('button', { name: 'We heads' }).click();
  await page.getByText('You are in').first().waitFor();
  await check('lobby');
  await seminar.open('ask');
  await page.getByLabel('Your answer').fill('Schools');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Counted').waitFor();
  await check('ask');
  await seminar.open('collect');
  await page.getByLabel('Your idea').waitFor();
  await check('collect');
  await seminar.open('group');
  await page.getByText('No idea is lost').waitFor();
  await check('group');
  await openVote(seminar);
  await page.getByRole('button', { name: 'Add a dot: Clean water' }).click();
  await page.locator('.dots-left').getByText('Counted').waitFor();
  await check('vote');
  await seminar.facilitator.must({ type: 'activity.close', activityId: 'vote' });
  await page.getByText('Voting is closed').first().waitFor();
  await check('vote closed');
  await seminar.facilitator.must({ type: 'results.reveal', activityId: 'vote' });
  await page.getByRole('heading', { name: 'Results' }).waitFor();
  await check('results');
  const { activity } = seminar.facilitatorView();
  const options = activity?.kind === 'vote' ? activity.options.map(({ id }) => id) : [];
  await seminar.facilitator.must({ type: 'goals.choose', activityId: 'vote', priorityIds: options });
  await seminar.open('plan');
  await page.locator('.chip').first().click();
  await page.getByLabel('What will be done?').fill('Dig wells');
  await check('plan');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.own').getByText('Counted').waitFor();
  await seminar.open('endorse');
  await page.locator('details[open]').getByRole('button', { name: 'Fully agree' }).click();
  await page.getByText(/Lines judged: 1 of/).waitFor();
  await check('endorse');
  await judgeEachWay(seminar);
  await seminar.facilitator.must({ type: 'activity.close', activityId: 'endorse' });
  await seminar.facilitator.must({ type: 'results.reveal', activityId: 'endorse' });
  await page.getByRole('heading', { name: 'Results' }).waitFor();
  await check('judgements');
  await seminar.facilitator.must({ type: 'session.end' });
  await page.getByRole('link', { name: 'Read the draft' }).waitFor();
  await check('ended');
  await page.getByRole('link', { name: 'Read the draft' }).click();
  await page.getByRole('heading', { name: 'The draft vision' }).waitFor();
  for (const mark of ['Agreed', 'Agreed with reservations', 'Contested'])
    await page.getByText(mark, { exact: true }).first().waitFor();
  await check('draft');
  await page.goto(`${seminar.line.url}/?code=nothing`);
  await check('wrong code');
  expect(found).toEqual([]);
});

test('joining and voting work by keyboard alone, and the place in the ballot is kept', async () => {
  const seminarOfKeys = await startSeminar();
  try {
    await openVote(seminarOfKeys);
    const page = await seminarOfKeys.phone();
    await page.getByRole('button', { name: 'We heads' }).focus();
    await page.keyboard.press('Enter');
    const add = page.getByRole('button', { name: 'Add a dot: Clean water' });
    await add.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await page.getByText('Dots left: 3 of 5').waitFor();
    await page.locator('.dots-left').getByText('Counted').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Add a dot: Clean water',
    );
    expect(await page.getByRole('status').first().textContent()).toBe('Counted');
  } finally {
    await seminarOfKeys.close();
  }
});
