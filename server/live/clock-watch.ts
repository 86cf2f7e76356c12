// Notices that the clock of the computer was set, by hand or by the network: it is held against the time since the
// machine was started, which nobody sets and which goes on while the machine sleeps.
import { uptime } from 'node:os';
import { CLOCK_TOLERANCE_MS } from '../engine/clock';

/** Milliseconds from some fixed moment, always forward. */
export const sinceBoot = () => uptime() * 1_000;

/** Each call answers by how many milliseconds the clock has jumped since the one before; 0 when it has not. */
export function createClockWatch(clock: () => number, steady: () => number): () => number {
  let before = { clock: clock(), steady: steady() };
  return () => {
    const now = { clock: clock(), steady: steady() };
    const by = Math.round(now.clock - before.clock - (now.steady - before.steady));
    // Small corrections add up to where the clock is now, not to a jump.
    before = now;
    return Math.abs(by) > CLOCK_TOLERANCE_MS ? by : 0;
  };
}
