import fc from 'fast-check';
import { createAdmission } from '../../../server/auth/admission';
import { memoryBudgets } from '../../../server/live/token-bucket';

const exhaust = async (admission: ReturnType<typeof createAdmission>, address: string) => {
  for (let i = 0; i < 60; i += 1) await admission.failed(address);
};

/** What is answered without waiting. */
const atOnce = async (work: Promise<string>) =>
  Promise.race([work, new Promise<'waits'>((resolve) => setTimeout(() => resolve('waits'), 30))]);

test('[WIRE11] who guesses a lot waits, and with many guesses at once is turned away', async () => {
  const admission = createAdmission(memoryBudgets(() => 0));
  await exhaust(admission, 'guesser');
  const guesses = Array.from({ length: 9 }, () => admission.failed('guesser'));
  expect(await atOnce(guesses[8] as Promise<string>)).toBe('rate_limited');
  expect(await atOnce(guesses[0] as Promise<string>)).toBe('waits');
});

test('[WIRE11] slips of the thumb of a full hall cost nothing: those who come in make room', async () => {
  let now = 0;
  const admission = createAdmission(memoryBudgets(() => now));
  for (let i = 0; i < 600; i += 1) {
    now += 50;
    if (i % 20 === 0) expect(await atOnce(admission.failed('hall'))).toBe('unknown_session');
    admission.succeeded('hall');
  }
  expect(await atOnce(admission.failed('hall'))).toBe('unknown_session');
});

test('[WIRE11] in no minute do guessers hear of more than 300 wrong codes, however many addresses they have', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(900), { minLength: 50, maxLength: 150 }), async (pauses) => {
      let now = 0;
      const admission = createAdmission(memoryBudgets(() => now));
      const told: number[] = [];
      for (const [i, pause] of pauses.entries()) {
        now += pause;
        for (let n = 0; n < 20; n += 1) if ((await admission.failed(`${i}-${n}`)) === 'unknown_session') told.push(now);
      }
      const inAMinute = told.map((at) => told.filter((other) => other >= at && other < at + 60_000).length);
      expect(Math.max(0, ...inAMinute)).toBeLessThanOrEqual(300);
    }),
    { numRuns: 20 },
  );
});
