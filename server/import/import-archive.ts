// Brings the archive of a session from another server into this one. What does not verify stays outside, what is here stays as
// it is unless the organiser, who sees both, has one replaced; and the same archive twice is the same session.
import type { Expectation } from '../audit/expectation';
import { sha256 } from '../audit/node-sha256';
import { wholeKeys } from '../audit/seal-signature';
import type { OrganiserScope } from '../auth/scopes';
import { type EventStore, StorageError } from '../data/event-store';
import type { Imports, Replaced } from '../data/imports';
import type { SessionRow, Sessions } from '../data/sessions';
import { withVoteSettings } from '../engine/upgrade';
import type { Organisation } from '../engine/vocabulary';
import type { ImportAnswer, ImportSide } from '../protocol/organiser';
import { fitsWhatWasGiven } from '../verify/beliefs';
import type { BadVerdict, GoodVerdict, Known } from '../verify/check-archive';
import type { Checked } from './check-on-thread';
import type { WriteFacts } from './write-facts';

export type ImportRefusal =
  /** The file does not verify. */
  | { readonly ok: false; readonly code: 'not_verified'; readonly verdict: BadVerdict }
  /** A session that still runs belongs to the server it runs on: two logs of it would part. */
  | { readonly ok: false; readonly code: 'not_ended' }
  /** `code_taken`: another session has this join code. `differs`: this session is here with other facts. */
  | Extract<ImportAnswer, { readonly sessionCode: string }>;

export type Imported = {
  readonly ok: true;
  readonly code: string;
  readonly sessionId: string;
  /** It was here before, fact for fact. */
  readonly known: boolean;
  readonly verdict: GoodVerdict;
};

export type ImportWish = {
  /** What the organiser holds the file against. */
  readonly expect?: Expectation | undefined;
  /** Closing hashes of the sessions that may be set aside for it. */
  readonly replace: readonly string[];
};

export type ImportParts = {
  readonly store: Pick<EventStore, 'last'>;
  readonly sessions: Pick<Sessions, 'find' | 'findByCode' | 'findOrAddWorkshop'>;
  readonly imports: Pick<Imports, 'begin' | 'finish'>;
  /** This and `write` go through all of the file: on threads of their own. */
  readonly check: (file: string, known: Known) => Promise<Checked>;
  readonly write: WriteFacts;
  /** Fingerprints of this server's own keys: what it has signed itself is known to it. */
  readonly ownKeys: readonly string[];
  /** Whether documents can be made with these logos in them. */
  readonly canBePrinted: (organisations: readonly Organisation[]) => Promise<boolean>;
  /** Nobody opens the session meanwhile, and whoever was in it is sent away. Returns what lets them in again. */
  readonly withhold: (code: string) => Promise<() => void>;
  readonly now: () => Date;
};

/** The header stands before the first fact, which bears the design. */
const FIRST_FACT = 2;

export async function importArchive(
  _by: OrganiserScope,
  file: string,
  wish: ImportWish,
  parts: ImportParts,
): Promise<Imported | ImportRefusal> {
  const checked = await parts.check(file, { expect: wish.expect, keys: parts.ownKeys });
  if (!checked.ok) return { ok: false, code: 'not_verified', verdict: checked };
  const { ends, ...verdict } = checked;
  if (!fitsWhatWasGiven(verdict)) return { ok: false, code: 'not_verified', verdict: beyondHash(verdict) };
  if (!verdict.ended) return { ok: false, code: 'not_ended' };
  const { first, signatures, lastAt } = ends;
  const { organisations = [] } = first.data.design;
  if (organisations.length > 0 && !(await parts.canBePrinted(organisations))) {
    const why = 'an organisation with a logo that cannot be printed';
    return {
      ok: false,
      code: 'not_verified',
      verdict: { ok: false, verdict: 'broken', code: 'not_a_fact', badRecord: FIRST_FACT, why },
    };
  }
  const { sessionId, code, facts, closingHash } = verdict;
  const here = await inTheWay(verdict, parts);
  const same = here.find(({ row, side }) => row.id === sessionId && side.closingHash === closingHash);
  if (same !== undefined) return { ok: true, code, sessionId, known: true, verdict };
  const replaceable = here.every(({ row }) => row.importedAt !== undefined);
  const refusal = (): ImportRefusal => ({
    ok: false,
    code: here.every(({ row }) => row.id !== sessionId) && here.length > 0 ? 'code_taken' : 'differs',
    sessionCode: here[0]?.side.code ?? code,
    here: here.map(({ side }) => side),
    file: { code, facts, closingHash, endedAt: lastAt, signedBy: wholeKeys(signatures, facts) },
    replaceable,
  });
  if (here.length > 0 && !(replaceable && here.every(({ side }) => wish.replace.includes(side.closingHash))))
    return refusal();

  const release = await Promise.all(here.map(({ side }) => parts.withhold(side.code)));
  try {
    const replaced = here.map(
      ({ row, side }): Replaced => ({
        ...pickReplaced(side),
        sessionId: row.id,
        signatures: row.signatures ?? [],
      }),
    );
    if ((await parts.imports.begin(sessionId, closingHash, replaced)) === 'taken') return refusal();
    await parts.write(file, sessionId);
    const design = withVoteSettings(first.data.design);
    const slug = slugOf(first.data.design);
    const workshop = await parts.sessions.findOrAddWorkshop({ slug, title: design.title, design });
    const session = {
      id: sessionId,
      workshopId: workshop.id,
      code,
      rehearsal: verdict.rehearsal,
      createdAt: new Date(first.at),
      endedAt: new Date(lastAt),
      importedAt: parts.now(),
      signatures,
    };
    if (!(await parts.imports.finish(session, closingHash))) return refusal();
    return { ok: true, code, sessionId, known: false, verdict };
  } catch (error) {
    // Another process brings in another log of it at this moment.
    if (error instanceof StorageError && error.failure === 'moved_on') return refusal();
    throw error;
  } finally {
    for (const letIn of release) letIn();
  }
}

function beyondHash({ expectedAt = 0 }: GoodVerdict): BadVerdict {
  const why = 'records follow that the given hash does not cover';
  return { ok: false, verdict: 'broken', code: 'beyond_hash', badRecord: expectedAt + FIRST_FACT, why };
}

type InTheWay = { readonly row: SessionRow; readonly side: ImportSide };

/** The session of this id and that of this code, as far as they are here. */
async function inTheWay({ sessionId, code }: GoodVerdict, { sessions, store }: ImportParts): Promise<InTheWay[]> {
  const found = await Promise.all([sessions.find(sessionId), sessions.findByCode(code)]);
  const rows = new Map(found.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
  return Promise.all(
    [...rows.values()].map(async (row) => {
      const last = await store.last(row.id);
      const facts = last?.seq ?? 0;
      const { endedAt, importedAt, signatures = [] } = row;
      const side: ImportSide = {
        code: row.code,
        facts,
        closingHash: last === undefined ? '' : sha256(last.body),
        ...(endedAt === undefined ? {} : { endedAt: endedAt.getTime() }),
        ...(importedAt === undefined ? {} : { importedAt: importedAt.getTime() }),
        signedBy: wholeKeys(signatures, facts),
      };
      return { row, side };
    }),
  );
}

function pickReplaced({ code, facts, closingHash }: ImportSide): Omit<Replaced, 'sessionId' | 'signatures'> {
  return { code, facts, closingHash };
}

/** Sessions that were run from one design stand under one workshop here too. */
function slugOf(design: object): string {
  return `imported-${sha256(JSON.stringify(design)).slice(0, 32)}`;
}
