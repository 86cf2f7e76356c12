// Slows down those who guess join codes. A hall is one address, so only failures count and nobody is locked out.
import { TokenBuckets } from '../token-bucket';

export type Admission = {
  /** Call before looking a typed code up; waits when this address has failed a lot. False: too many wait already. */
  mayTry(address: string, code: string): Promise<boolean>;
  failed(address: string): void;
  succeeded(address: string, code: string): void;
};

/** Slips of the thumb of a whole hall: each five who come in make room for one more. */
const PER_ADDRESS = { perSecond: 10 / 60, burst: 60 };
const PER_SUCCESS = 1 / 5;
/** All addresses together: with a thousand million codes nothing is found at this rate. */
const TOGETHER = { perSecond: 300 / 60, burst: 300 };
const LONGEST_WAIT_MS = 3_000;
const MOST_WAITING = 8;
const MOST_KNOWN = 10_000;

export function createAdmission(clock: () => number): Admission {
  const addresses = new TokenBuckets(PER_ADDRESS, clock);
  const together = new TokenBuckets(TOGETHER, clock);
  const waiting = new Map<string, number>();
  /** Codes that worked from an address keep working from it: one guesser in the hall must not slow its neighbours. */
  const known = new Set<string>();

  return {
    async mayTry(address, code) {
      if (known.has(`${address} ${code}`)) return true;
      const owed = Math.max(addresses.owed(address), together.owed('all'));
      if (owed === 0) return true;
      const others = waiting.get(address) ?? 0;
      if (others >= MOST_WAITING) return false;
      waiting.set(address, others + 1);
      await new Promise((resolve) => setTimeout(resolve, Math.min(owed, LONGEST_WAIT_MS)).unref());
      const left = (waiting.get(address) ?? 1) - 1;
      if (left === 0) waiting.delete(address);
      else waiting.set(address, left);
      return true;
    },
    failed(address) {
      addresses.take(address);
      together.take('all');
    },
    succeeded(address, code) {
      addresses.give(address, PER_SUCCESS);
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(`${address} ${code}`);
    },
  };
}
