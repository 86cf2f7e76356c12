// A session's whole log in one file: header, every fact exactly as it is stored, trailer with the closing hash and the draft.
import type { SealSignature } from '../audit/seal-signature';
import type { EventStore } from '../data/event-store';
import type { ArchivedLine } from '../engine/draft/archived-draft';

/** How lines of the log look (server/live/log-line.ts); handed in, since an export knows no room. */
export type LineFormat = {
  headerLine(sessionId: string): string;
  trailerLine(
    count: number,
    closingHash: string,
    draft: readonly ArchivedLine[],
    signatures: readonly SealSignature[],
  ): string;
  hashLine(line: string): string;
};

/** Up to which fact, and how the draft reads there. */
export type ArchivedLog = {
  readonly sessionId: string;
  readonly lastSeq: number;
  readonly draft: readonly ArchivedLine[];
  /** Those that stand under the log as it ends there. */
  readonly sign: (seal: { readonly count: number; readonly closingHash: string }) => Promise<readonly SealSignature[]>;
};

/** Facts in one read: a log of a million facts passes through without ever being in memory at once. */
const PAGE = 1_000;

/** The file in pieces, up to the fact `lastSeq`: what is added while it is being sent belongs to the next download. */
export async function* archiveChunks(
  store: Pick<EventStore, 'read'>,
  { sessionId, lastSeq, draft, sign }: ArchivedLog,
  format: LineFormat,
): AsyncIterable<string> {
  let line = format.headerLine(sessionId);
  yield `${line}\n`;
  let seq = 0;
  while (seq < lastSeq) {
    const page = await store.read(sessionId, seq, Math.min(PAGE, lastSeq - seq));
    const last = page[page.length - 1];
    // Never a trailer under a log that is not whole: a cut file is recognised, a short one with a seal is not.
    if (last === undefined) throw new Error(`the log of ${sessionId} ends at ${seq}, before ${lastSeq}`);
    seq = last.seq;
    line = last.body;
    yield page.map(({ body }) => `${body}\n`).join('');
  }
  const closingHash = format.hashLine(line);
  yield `${format.trailerLine(seq, closingHash, draft, await sign({ count: seq, closingHash }))}\n`;
}
