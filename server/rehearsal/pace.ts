// The seminar's time, run faster: all waits of the rehearsal are in seconds of the seminar and end at Ctrl-C.
import { setTimeout as sleep } from 'node:timers/promises';

/** People come in over this time. */
export const ARRIVAL = 120;
/** By then the first steps are over: the last of those who are late come in. */
export const FIRST_STEPS = 220;

export class Pace {
  constructor(
    private readonly speed: number,
    private readonly signal: AbortSignal,
  ) {}

  /** Rejects with an AbortError at Ctrl-C. */
  async wait(seconds: number): Promise<void> {
    await sleep((seconds * 1_000) / this.speed, undefined, { signal: this.signal });
  }

  /** Real time, for what the server asks for and for what a network needs. */
  async waitReal(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.signal });
  }

  /** Real seconds of a timer, which the server counts: whole ones, at least one. */
  timerSeconds(seconds: number): number {
    return Math.max(1, Math.round(seconds / this.speed));
  }
}
