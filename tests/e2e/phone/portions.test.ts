// A draft too long for one page is judged in portions, by the script and by the forms alone.
import { type Seminar, startSeminar } from './seminar';

let seminar: Seminar;
beforeAll(async () => {
  seminar = await startSeminar();
  await seminar.facilitator.must({ type: 'session.start' });
  for (let at = 1; at <= 45; at += 1) {
    const text = `Таза суу ${at}`;
    const themeId = seminar.facilitatorView().themes[0]?.id ?? '';
    await seminar.facilitator.must({ type: 'line.add', lineId: `own:${at}`, kind: 'goal', themeId, text, lang: 'ky' });
    // A desk may send 30 a second.
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await seminar.open('endorse');
});
afterAll(() => seminar.close());

test.each([
  ['with', true],
  ['without', false],
] as const)(
  '[PHONE12] %s script a line of the second portion is judged, and one stays there',
  async (_, javaScriptEnabled) => {
    const page = await seminar.joined({ javaScriptEnabled });
    await page.getByText('Lines judged: 0 of 45').waitFor();
    expect(await page.locator('.line').count()).toBe(40);
    await page.getByRole('link', { name: '41–45 ›' }).click();
    await page.getByText('41–45 / 45').waitFor();
    expect(await page.locator('.line').count()).toBe(5);
    await page
      .getByRole('button', { name: /Fully agree/ })
      .first()
      .click();
    await page.getByText('Lines judged: 1 of 45').waitFor();
    await page.getByText('41–45 / 45').waitFor();
    if (javaScriptEnabled) await page.locator('.line').getByText('Counted').waitFor();
    await page.reload();
    await page.getByText('Lines judged: 1 of 45').waitFor();
    await page.getByRole('link', { name: '‹ 1–40' }).click();
    await page.getByText('1–40 / 45').waitFor();
    await page.getByText('Lines judged: 1 of 45').waitFor();
  },
);
