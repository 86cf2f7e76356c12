import { createClockWatch } from '../../../server/live/clock-watch';

describe('the watch on the clock', () => {
  let clock = 1_900_000_000_000;
  let steady = 50_000;
  const pass = (ms: number, set = 0) => {
    clock += ms + set;
    steady += ms;
  };

  test('[SES11] time that passes, sleep and small corrections are no jump', () => {
    const jumpedBy = createClockWatch(
      () => clock,
      () => steady,
    );
    pass(1_000);
    expect(jumpedBy()).toBe(0);
    pass(3_600_000);
    expect(jumpedBy()).toBe(0);
    pass(1_000, -2_000);
    expect(jumpedBy()).toBe(0);
  });

  test('[SES11] a clock that is set is noticed once, in either direction', () => {
    const jumpedBy = createClockWatch(
      () => clock,
      () => steady,
    );
    pass(1_000, -14_400_000);
    expect(jumpedBy()).toBe(-14_400_000);
    pass(1_000);
    expect(jumpedBy()).toBe(0);
    pass(1_000, 60_000);
    expect(jumpedBy()).toBe(60_000);
  });
});
