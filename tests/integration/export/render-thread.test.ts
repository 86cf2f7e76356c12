import { createRenderThread, RenderBusy } from '../../../server/export/render-thread';
import { buildReport } from '../../../server/export/report';
import { playSeminar } from '../../support/seminar';

const report = buildReport(playSeminar().state, { startedAt: 1_790_000_000_000, closingHash: 'abc123' });
const thread = createRenderThread();
afterAll(() => thread.close());

test('[EXP8] making documents does not hold up the thread that counts', async () => {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const making = (['docx', 'xlsx', 'md', 'pdf', 'json'] as const).map((document) =>
    thread.render({ report, locale: 'ky', document }),
  );
  const begun = performance.now();
  const made = await Promise.all(making);
  const whole = performance.now() - begun;
  clearInterval(beat);
  expect(made.map((bytes) => bytes.byteLength > 500)).toEqual([true, true, true, true, true]);
  // Made here, one document would have been one pause: nearly all of the time at once.
  expect(longest).toBeLessThan(whole / 2);
});

test('[EXP8] a document that cannot be made harms no other', async () => {
  const broken = { ...report, votes: undefined } as never;
  await expect(thread.render({ report: broken, locale: 'ky', document: 'md' })).rejects.toThrow();
  const bytes = await thread.render({ report, locale: 'en', table: 'participants-by-group', dialect: 'plain' });
  expect(new TextDecoder().decode(bytes)).toContain('Total,8');
});

test('[EXP8] too many at once are refused, and the others are made', async () => {
  const making = Array.from({ length: 20 }, () => thread.render({ report, locale: 'ky', document: 'json' }));
  const settled = await Promise.allSettled(making);
  const refused = settled.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(8);
  for (const one of refused) expect(one.reason).toBeInstanceOf(RenderBusy);
});
