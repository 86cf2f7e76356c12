import { createAdmission } from '../../../server/live/http/admission';

const exhaust = (admission: ReturnType<typeof createAdmission>, address: string) => {
  for (let i = 0; i < 70; i += 1) admission.failed(address);
};

/** Whether it is answered without waiting. */
const atOnce = async (work: Promise<boolean>) =>
  Promise.race([work, new Promise<'waits'>((resolve) => setTimeout(() => resolve('waits'), 30))]);

test('who guesses a lot waits, and with many guesses at once is turned away', async () => {
  const admission = createAdmission(() => 0);
  exhaust(admission, 'guesser');
  const guesses = Array.from({ length: 9 }, () => admission.mayTry('guesser', 'AAAAAA'));
  expect(await atOnce(guesses[8] as Promise<boolean>)).toBe(false);
  expect(await atOnce(guesses[0] as Promise<boolean>)).toBe('waits');
});

test('a hall behind the same address as a guesser still comes in with its own code', async () => {
  const admission = createAdmission(() => 0);
  admission.succeeded('hall', 'BCDFGH');
  exhaust(admission, 'hall');
  expect(await atOnce(admission.mayTry('hall', 'BCDFGH'))).toBe(true);
});

test('another address does not pay for it', async () => {
  const admission = createAdmission(() => 0);
  exhaust(admission, 'guesser');
  expect(await atOnce(admission.mayTry('hall', 'BCDFGH'))).toBe(true);
});

test('slips of the thumb of a full hall cost nothing: those who come in make room', async () => {
  const admission = createAdmission(() => 0);
  for (let i = 0; i < 600; i += 1) {
    if (i % 20 === 0) admission.failed('hall');
    admission.succeeded('hall', 'BCDFGH');
  }
  expect(await atOnce(admission.mayTry('hall', 'TYPED2'))).toBe(true);
});
