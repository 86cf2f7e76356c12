// The outcome of a form post waits for the one who sent it, for a while.
import { createMemoryOutcomes } from '../../../server/routes/phone/outcomes';

const COUNTED = { kind: 'counted', step: 's' } as const;

test('whoever posted finds the outcome, and nobody else by its name', async () => {
  const outcomes = createMemoryOutcomes(() => 0);
  const name = await outcomes.keep('aida', COUNTED);
  expect(await outcomes.find('aida', name)).toEqual(COUNTED);
  expect(await outcomes.find('bek', name)).toBeUndefined();
  expect(await outcomes.find('aida', 'another')).toBeUndefined();
});

test('it is gone after ten minutes', async () => {
  let now = 0;
  const outcomes = createMemoryOutcomes(() => now);
  const name = await outcomes.keep('aida', COUNTED);
  now = 10 * 60_000 - 1;
  expect(await outcomes.find('aida', name)).toEqual(COUNTED);
  now += 1;
  expect(await outcomes.find('aida', name)).toBeUndefined();
});

test('of very many the latest are kept', async () => {
  const outcomes = createMemoryOutcomes(() => 0);
  const names = [];
  for (let i = 0; i < 2_001; i += 1) names.push(await outcomes.keep('aida', COUNTED));
  expect(await outcomes.find('aida', names[0] as string)).toBeUndefined();
  expect(await outcomes.find('aida', names[1] as string)).toEqual(COUNTED);
});
