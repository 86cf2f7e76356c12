// Which way the line goes. A WebSocket costs server and battery least, but proxies swallow it, refuse it or cut it, so
// whatever it fails by, the line goes on by polling, and looks now and then whether a socket works again.

export type Way = {
  /** For socket.io's next attempt. */
  transports(): string[];
  /** A socket did not connect in time, fell silent, was cut at once, or was tried in vain: by polling from here on. */
  failed(): void;
  /** The line over a WebSocket broke after living this long. Breaking soon twice in a row counts as failing. */
  broke(livedMs: number): void;
  /** A socket has been seen to work. */
  works(): void;
  /** How long to wait before looking whether a socket works; longer after each time that it did not hold. */
  nextLookMs(): number;
};

/** A proxy that cuts sockets does it within this; phones that sleep and servers that restart let them live longer. */
const SHORT_LIFE_MS = 20_000;
const FIRST_LOOK_MS = 30_000;
const LONGEST_LOOK_MS = 15 * 60_000;

export function createWay(): Way {
  let polling = false;
  let short = 0;
  let failures = 0;

  function failed(): void {
    failures += 1;
    polling = true;
    short = 0;
  }

  return {
    transports: () => (polling ? ['polling'] : ['websocket', 'polling']),
    failed,
    broke(livedMs) {
      short = livedMs < SHORT_LIFE_MS ? short + 1 : 0;
      if (short === 0) failures = 0;
      if (short >= 2) failed();
    },
    works() {
      polling = false;
    },
    nextLookMs: () => Math.min(FIRST_LOOK_MS * 2 ** Math.max(0, failures - 1), LONGEST_LOOK_MS),
  };
}
