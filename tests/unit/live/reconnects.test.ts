import { createReconnects } from '../../../server/live/reconnects';
import { memoryBudgets } from '../../../server/live/token-bucket';

function given() {
  let now = 0;
  const reconnects = createReconnects(
    memoryBudgets(() => now),
    () => now,
  );
  return {
    reconnects,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

test('[WIRE13] a device that was cut off waits ten seconds, in the room already or not', () => {
  const { reconnects, wait } = given();
  reconnects.cut('hall', 'loud');
  expect(reconnects.mayEnter('hall', 'loud', true)).toBe(false);
  expect(reconnects.mayEnter('hall', 'quiet', false)).toBe(true);
  wait(10_000);
  expect(reconnects.mayEnter('hall', 'loud', false)).toBe(true);
});

test('[WIRE13] an address that floods with ever new devices is let in again when it stops; people in the room always are', () => {
  const { reconnects, wait } = given();
  for (let i = 0; i < 50; i += 1) reconnects.cut('hall', `loud-${i}`);
  expect(reconnects.mayEnter('hall', 'new', false)).toBe(false);
  expect(reconnects.mayEnter('hall', 'in the room', true)).toBe(true);
  expect(reconnects.mayEnter('elsewhere', 'new', false)).toBe(true);
  wait(1_000);
  expect(reconnects.mayEnter('hall', 'new', false)).toBe(true);
});
