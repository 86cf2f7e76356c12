// A log that was set aside, as the archive it came in with: its facts are kept under another id, and no room opens it.
import type { OrganiserScope } from '../auth/scopes';
import type { EventStore } from '../data/event-store';
import type { SetAsideRow } from '../data/imports';
import { archivedDraft } from '../engine/draft/archived-draft';
import { evolve } from '../engine/evolve';
import { initialState } from '../engine/state';
import { readLine } from '../live/log-line';
import type { LogToSend } from './archive-stream';

/** Facts in one read: votes find their turn between two of them. */
const PAGE = 500;

export async function logSetAside(
  _for: OrganiserScope,
  { id, sessionId, facts, signatures }: SetAsideRow,
  { read }: Pick<EventStore, 'read'>,
): Promise<LogToSend> {
  let state = initialState;
  while (state.seq < facts) {
    const page = await read(id, state.seq, PAGE);
    if (page.length === 0) throw new Error(`the log set aside as ${id} ends at ${state.seq}, before ${facts}`);
    for (const { body } of page) state = evolve(state, readLine(body).recorded);
  }
  const log = { sessionId, lastSeq: facts, draft: archivedDraft(state), sign: async () => signatures };
  return { log, store: { read: (_, ...rest) => read(id, ...rest) } };
}
