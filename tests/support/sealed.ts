// A session played in memory as the archive that a server would send: with the draft in the trailer, an id and a code as ours are.
import { archivedDraft } from '../../server/engine/draft/archived-draft';
import { archiveOf } from './seminar';
import type { Session } from './specification';

const SESSION_ID = '0193a1b2-0000-7000-8000-000000000001';
const CODE = 'K7MR4D';

/** The log chained anew and sealed with the draft that it composes to. */
export function sealed({ state, log }: Pick<Session, 'state' | 'log'>): readonly string[] {
  const named = log.map((fact) => {
    const commandId = fact.commandId.padEnd(22, '_');
    if (fact.type !== 'SessionCreated') return { ...fact, commandId };
    return { ...fact, commandId, data: { ...fact.data, sessionId: SESSION_ID, code: CODE } };
  });
  const session = { state: { ...state, sessionId: SESSION_ID }, log: named };
  const archive = archiveOf(session as unknown as Session);
  const trailer = JSON.parse(archive.at(-1) ?? '{}') as object;
  return [...archive.slice(0, -1), JSON.stringify({ ...trailer, draft: archivedDraft(state) })];
}
