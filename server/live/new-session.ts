// Makes a session of a workshop: its row, its join code and the first fact of its log, together.
import { randomBytes } from 'node:crypto';
import { newJoinCode } from '../auth/join-code';
import type { Sessions } from '../data/sessions';
import { uuid7 } from '../data/uuid7';
import { createSession } from '../engine/create-session';
import { withPlacesPerTheme } from '../engine/upgrade';
import type { EarlierVision, WorkshopDesign } from '../engine/vocabulary';
import { hashLine, headerLine, recordEvent } from './log-line';

export type OpenSession = (wanted: {
  readonly workshopId: string;
  readonly design: WorkshopDesign;
  readonly rehearsal: boolean;
  /** The vision it goes on from. */
  readonly earlier?: EarlierVision | undefined;
}) => Promise<{ readonly sessionId: string; readonly code: string }>;

/** With a thousand million codes two in a row are taken only when something else is wrong. */
const ATTEMPTS = 5;

export function createOpenSession(sessions: Sessions, clock: () => number): OpenSession {
  return async ({ workshopId, rehearsal, earlier, ...wanted }) => {
    const design = withPlacesPerTheme(wanted.design);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const sessionId = uuid7(clock());
      const code = newJoinCode();
      const commandId = randomBytes(16).toString('base64url');
      const { line, recorded } = recordEvent(createSession({ sessionId, code, rehearsal, design, earlier }), {
        seq: 1,
        at: clock(),
        actor: { role: 'system' },
        commandId,
        prev: hashLine(headerLine(sessionId)),
      });
      const fact = { sessionId, seq: 1, type: recorded.type, commandId, body: line };
      if (await sessions.create({ id: sessionId, workshopId, code, rehearsal }, fact)) return { sessionId, code };
    }
    throw new Error('no free join code');
  };
}
