// Brings the archive of a session from another server into this one. What does not verify stays outside, nothing that is here
// is overwritten, and the same archive twice is the same session.
import { createReadStream } from 'node:fs';
import { linesOf } from '../audit/lines-of';
import { sha256 } from '../audit/node-sha256';
import { type EventStore, type LogRow, StorageError } from '../data/event-store';
import type { Sessions } from '../data/sessions';
import type { RecordedEvent } from '../engine/events';
import { withVoteSettings } from '../engine/upgrade';
import type { Organisation } from '../engine/vocabulary';
import type { Verdict } from '../verify/check-archive';

export type ImportRefusal =
  /** The file does not verify. */
  | { readonly ok: false; readonly code: 'not_verified'; readonly verdict: Extract<Verdict, { readonly ok: false }> }
  /** A session that still runs belongs to the server it runs on: two logs of it would part. */
  | { readonly ok: false; readonly code: 'not_ended' }
  /** This server has another session under the same join code. */
  | { readonly ok: false; readonly code: 'code_taken'; readonly sessionCode: string }
  /** This server has this session with other facts in it. */
  | { readonly ok: false; readonly code: 'differs'; readonly sessionCode: string };

export type Imported = {
  readonly ok: true;
  readonly code: string;
  readonly sessionId: string;
  /** It was here before, fact for fact. */
  readonly known: boolean;
};

export type ImportParts = {
  readonly store: Pick<EventStore, 'append' | 'read'>;
  readonly sessions: Pick<Sessions, 'findByCode' | 'findOrAddWorkshop' | 'addImported'>;
  readonly check: (file: string) => Promise<Verdict>;
  /** Whether documents can be made with these logos in them. */
  readonly canBePrinted: (organisations: readonly Organisation[]) => Promise<boolean>;
};

/** The header stands before the first fact, which bears the design. */
const TORN_LOGO = {
  ok: false,
  code: 'not_a_fact',
  badRecord: 2,
  why: 'an organisation with a logo that cannot be printed',
} as const;

/** Facts in one write. */
const PAGE = 1_000;

export async function importArchive(
  file: string,
  { store, sessions, check, canBePrinted }: ImportParts,
): Promise<Imported | ImportRefusal> {
  const verdict = await check(file);
  if (!verdict.ok) return { ok: false, code: 'not_verified', verdict };
  if (!verdict.ended) return { ok: false, code: 'not_ended' };
  const { sessionId, code } = verdict;
  const here = await sessions.findByCode(code);
  if (here !== undefined && here.id !== sessionId) return { ok: false, code: 'code_taken', sessionCode: code };

  let first: RecordedEvent | undefined;
  let last: RecordedEvent | undefined;
  try {
    for await (const page of pagesOf(file, sessionId)) {
      if (first === undefined) {
        first = page[0]?.event;
        const { organisations = [] } = first?.type === 'SessionCreated' ? first.data.design : {};
        if (organisations.length > 0 && !(await canBePrinted(organisations)))
          return { ok: false, code: 'not_verified', verdict: TORN_LOGO };
      }
      // What is there already is no fault when it is the very same: an import that was cut off goes on.
      const there = await store.read(sessionId, last?.seq ?? 0, page.length);
      if (there.some(({ body }, at) => body !== page[at]?.row.body))
        return { ok: false, code: 'differs', sessionCode: code };
      await store.append(page.slice(there.length).map(({ row }) => row));
      last = page.at(-1)?.event;
    }
  } catch (error) {
    // Somebody brings in another log of it at this moment.
    if (error instanceof StorageError && error.failure === 'moved_on')
      return { ok: false, code: 'differs', sessionCode: code };
    throw error;
  }
  if (first?.type !== 'SessionCreated' || last === undefined) throw new Error('a verified archive without a session');
  const [beyond] = await store.read(sessionId, last.seq, 1);
  if (beyond !== undefined) return { ok: false, code: 'differs', sessionCode: code };
  if (here !== undefined) return { ok: true, code, sessionId, known: true };

  const design = withVoteSettings(first.data.design);
  const workshop = await sessions.findOrAddWorkshop({ slug: slugOf(first.data.design), title: design.title, design });
  const added = await sessions.addImported({
    id: sessionId,
    workshopId: workshop.id,
    code,
    rehearsal: verdict.rehearsal,
    createdAt: new Date(first.at),
    endedAt: new Date(last.at),
  });
  return added ? { ok: true, code, sessionId, known: false } : { ok: false, code: 'code_taken', sessionCode: code };
}

/** Sessions that were run from one design stand under one workshop here too. */
function slugOf(design: object): string {
  return `imported-${sha256(JSON.stringify(design)).slice(0, 32)}`;
}

type Fact = { readonly row: LogRow; readonly event: RecordedEvent };

async function* pagesOf(file: string, sessionId: string): AsyncIterable<readonly Fact[]> {
  let page: Fact[] = [];
  for await (const body of linesOf(createReadStream(file))) {
    const event = JSON.parse(body) as RecordedEvent;
    const { seq, type, commandId } = event;
    // Header and trailer are no facts.
    if (seq === undefined) continue;
    page.push({ row: { sessionId, seq, type, commandId, body }, event });
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
