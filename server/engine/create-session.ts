// The first fact of every log: the session with its own frozen copy of the workshop's design.
import type { Event } from './events';
import type { EarlierVision, WorkshopDesign } from './vocabulary';
import { RULES_TODAY } from './vocabulary';

export function createSession(session: {
  readonly sessionId: string;
  readonly code: string;
  readonly rehearsal: boolean;
  readonly design: WorkshopDesign;
  readonly earlier?: EarlierVision | undefined;
}): Event {
  const { sessionId, code, rehearsal, design, earlier } = session;
  const own = { sessionId, code, rehearsal, rules: RULES_TODAY, design };
  return { type: 'SessionCreated', data: earlier === undefined ? own : { ...own, earlier } };
}
