// Whoever was cut off for flooding does not come back at once; people who are in the room already always may.
import type { Budgets } from './budget';

/** A cut connection costs its address one of these; a hall of honest phones has none. */
const CUT_PER_ADDRESS = { perSecond: 1, burst: 20 };
const DEVICE_PAUSE_MS = 10_000;
const MOST_REMEMBERED = 5_000;

export type Reconnects = {
  cut(address: string, device: string): void;
  /** Before anything is looked up for them. `isKnown`: has taken part in this session. */
  mayEnter(address: string, device: string, isKnown: boolean): boolean;
};

export function createReconnects(budgets: Budgets, clock: () => number): Reconnects {
  const addresses = budgets('cuts', CUT_PER_ADDRESS);
  const devices = new Map<string, number>();
  return {
    cut(address, device) {
      addresses.take(address);
      if (devices.size >= MOST_REMEMBERED) devices.clear();
      devices.set(device, clock() + DEVICE_PAUSE_MS);
    },
    mayEnter(address, device, isKnown) {
      const until = devices.get(device);
      if (until !== undefined && clock() < until) return false;
      devices.delete(device);
      return isKnown || addresses.owed(address) === 0;
    },
  };
}
