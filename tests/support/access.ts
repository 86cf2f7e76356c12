// What a machine can see of WCAG 2.2 AA, on a page as it stands.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds in this state of the page, in both colour schemes; empty is well. */
export async function accessProblems(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  // Next streams the title after the page when the language has changed: a page that never gets one fails here.
  await page.waitForFunction(() => document.title !== '');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Half-way between two schemes no pair of colours has its contrast.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    for (const { id, nodes } of violations) {
      found.push(`${where} (${colorScheme}): ${id} ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
    }
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (sideways) found.push(`${where}: scrolls sideways`);
  return found;
}
