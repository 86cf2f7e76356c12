// A clock that has jumped: what is written down of it, and what it stops. Nothing but a timer goes by the clock.
import type { Event } from './events';
import type { SessionState } from './state';

/** Corrections of a second or two are a clock's daily life, and disturb no timer that people look at. */
export const CLOCK_TOLERANCE_MS = 5_000;

/** The time of facts would go back: how far, in milliseconds below 0; 0 when it does not. */
export function clockWentBack({ at }: SessionState, now: number): number {
  return now - at < -CLOCK_TOLERANCE_MS ? now - at : 0;
}

/** `by`: how many milliseconds the clock is from where it would be. A timer counted to a moment of the other clock. */
export function factsOfClockJump({ phase, timer }: SessionState, by: number): readonly Event[] {
  if (phase === 'ended') return [];
  const stopped: readonly Event[] = timer === null ? [] : [{ type: 'TimerStopped', data: {} }];
  return [{ type: 'ClockJumped', data: { by } }, ...stopped];
}
