// Whether the rules lead to these facts: what one sender wished is decided again at its place in the log, and must come to
// just what is written there. Holds for who may do it, when, within which bounds and in which words, since the rules do.
import { CLOCK_TOLERANCE_MS, factsOfClockJump } from '../engine/clock';
import { decide, isRejection } from '../engine/decide';
import type { Event, EventType, RecordedEvent } from '../engine/events';
import { isSameJson } from '../engine/same-json';
import type { SessionState } from '../engine/state';
import { FIRST_RULES } from '../engine/vocabulary';
import { wishesBehind } from './wishes-behind';

/** Of sessions by the first rules: later ones clean words otherwise and write down more, but votes were always cast like this. */
const ALWAYS_SO: readonly EventType[] = [
  'ParticipantJoined',
  'BallotCast',
  'BallotWithdrawn',
  'EndorsementGiven',
  'EndorsementWithdrawn',
];

export function isOneAct(a: RecordedEvent, b: RecordedEvent): boolean {
  return a.commandId === b.commandId && isSameJson(a.actor, b.actor);
}

/** In one phrase, or undefined. `act`: all that one command wrote; `before`: the session as it was then. */
export function againstTheRules(before: SessionState, act: readonly RecordedEvent[]): string | undefined {
  const [first] = act;
  if (first === undefined) return undefined;
  if (first.type === 'SessionCreated')
    return act.length === 1 && first.actor.role === 'system' ? undefined : 'a session is created by a server, alone';
  if (before.rules === FIRST_RULES && !act.some(({ type }) => ALWAYS_SO.includes(type))) return undefined;
  if (first.actor.role === 'system') {
    const isJump = first.type === 'ClockJumped' && Math.abs(first.data.by) > CLOCK_TOLERANCE_MS;
    const facts = isJump ? factsOfClockJump(before, first.data.by) : [];
    return isWritten(facts, act) ? undefined : `no server writes ${namesOf(act)} of itself here`;
  }
  let refused: string | undefined;
  for (const command of act.flatMap((fact) => wishesBehind(before, fact))) {
    const decision = decide(before, { actor: first.actor, command, now: first.at });
    if (isRejection(decision)) refused ??= decision.rejected;
    else if (isWritten(decision, act)) return undefined;
  }
  return `no wish of this sender leads to ${namesOf(act)} here${refused === undefined ? '' : ` (${refused})`}`;
}

function isWritten(facts: readonly Event[], act: readonly RecordedEvent[]): boolean {
  // An act of a whole log would be written out anew for each of its facts.
  if (facts.length !== act.length) return false;
  const said = (events: readonly Event[]) => events.map(({ type, data }) => ({ type, data }));
  return isSameJson(said(facts), said(act));
}

function namesOf(act: readonly RecordedEvent[]): string {
  return act.map(({ type }) => type).join(', ');
}
