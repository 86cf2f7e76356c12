// Slows down those who guess join codes. Only what was wrong is counted and delayed: a right code is never held up, since
// a hall and a guesser in it, or its neighbour behind the same proxy, may have one address.
import type { Budgets } from '../live/budget';

export type WrongCode = 'unknown_session' | 'rate_limited';

export type Admission = {
  /** A code was wrong: waits as long as this address deserves, and says what to answer. */
  failed(address: string): Promise<WrongCode>;
  /** A code was right. */
  succeeded(address: string): void;
};

/** Slips of the thumb of a whole hall: each five who come in make room for one more. */
const PER_ADDRESS = { perSecond: 10 / 60, burst: 60 };
const PER_SUCCESS = 1 / 5;
/** All addresses together hear of 300 wrong codes in any minute: those saved up, and those that come meanwhile. */
const TOGETHER = { perSecond: 4, burst: 60 };
const LONGEST_WAIT_MS = 3_000;
const MOST_WAITING = 8;

export function createAdmission(budgets: Budgets): Admission {
  const addresses = budgets('wrong codes of an address', PER_ADDRESS);
  const together = budgets('wrong codes together', TOGETHER);
  const waiting = new Map<string, number>();

  async function wait(address: string, ms: number): Promise<boolean> {
    const others = waiting.get(address) ?? 0;
    if (others >= MOST_WAITING) return false;
    waiting.set(address, others + 1);
    await new Promise((resolve) => setTimeout(resolve, ms).unref());
    const left = (waiting.get(address) ?? 1) - 1;
    if (left === 0) waiting.delete(address);
    else waiting.set(address, left);
    return true;
  }

  return {
    async failed(address) {
      const owed = Math.min(addresses.take(address), LONGEST_WAIT_MS);
      if (owed > 0 && !(await wait(address, owed))) return 'rate_limited';
      return together.take('all') === 0 ? 'unknown_session' : 'rate_limited';
    },
    succeeded(address) {
      addresses.give(address, PER_SUCCESS);
    },
  };
}
