// What the first fact, the last one and the trailer of an archive say of its session.
import { readSignatures, type SealSignature } from '../audit/seal-signature';
import type { RecordedEvent } from '../engine/events';

export type Ends = {
  readonly first: Extract<RecordedEvent, { type: 'SessionCreated' }>;
  readonly lastAt: number;
  readonly signatures: readonly SealSignature[];
};

/** The archive has been checked: it has a first fact, a last one and a trailer. */
export async function endsOf(lines: AsyncIterable<string>): Promise<Ends> {
  let first: Ends['first'] | undefined;
  let [before, last] = ['', ''];
  for await (const line of lines) {
    [before, last] = [last, line];
    if (first !== undefined) continue;
    const fact = JSON.parse(line) as RecordedEvent;
    if (fact.type === 'SessionCreated') first = fact;
  }
  if (first === undefined) throw new Error('a verified archive without a session');
  const { at: lastAt } = JSON.parse(before) as RecordedEvent;
  const trailer = JSON.parse(last) as { readonly signatures?: unknown };
  return { first, lastAt, signatures: readSignatures(trailer.signatures) ?? [] };
}
