import { TokenBuckets } from '../../../server/live/token-bucket';

function buckets() {
  let now = 0;
  const bucket = new TokenBuckets({ perSecond: 5, burst: 20 }, () => now);
  return {
    bucket,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

test('[WIRE8] a burst passes, then the wait is told and is long enough', () => {
  const { bucket, wait } = buckets();
  for (let i = 0; i < 20; i += 1) expect(bucket.take('a')).toBe(0);
  const owed = bucket.take('a');
  expect(owed).toBe(200);
  wait(owed - 1);
  expect(bucket.take('a')).toBeGreaterThan(0);
  wait(1);
  expect(bucket.take('a')).toBe(0);
});

test('one sender’s budget is nobody else’s', () => {
  const { bucket } = buckets();
  for (let i = 0; i < 21; i += 1) bucket.take('a');
  expect(bucket.take('b')).toBe(0);
});

test('thousands of senders that fell silent are forgotten', () => {
  const { bucket, wait } = buckets();
  for (let i = 0; i < 6_000; i += 1) bucket.take(`device-${i}`);
  wait(60_000);
  for (let i = 0; i < 20; i += 1) expect(bucket.take('device-1')).toBe(0);
  expect(bucket.take('device-1')).toBeGreaterThan(0);
});
