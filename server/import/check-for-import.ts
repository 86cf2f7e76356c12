// Whether an archive may come in: it verifies, and every fact has the shape of ours. A chain proves that nothing was changed
// since, not that a friend wrote it.
import { sha256 } from '../audit/node-sha256';
import { normaliseJoinCode } from '../auth/join-code';
import { problemOfFact } from '../protocol/fact-schema';
import { type BadVerdict, checkArchive, type Known, type Verdict } from '../verify/check-archive';

/** `open` gives the lines of the file from its start, each time it is called. */
export async function checkForImport(
  open: () => AsyncIterable<string> | Iterable<string>,
  known?: Known,
): Promise<Verdict> {
  const verdict = await checkArchive(open, sha256, known);
  if (!verdict.ok) return verdict;
  // Outside the alphabet it could never be typed, and would stand in links and lists as who knows what.
  if (normaliseJoinCode(verdict.code) !== verdict.code) return notAFact(2, 'a join code that no server gives out');
  let badRecord = 0;
  for await (const line of open()) {
    badRecord += 1;
    const { prev: _, ...fact } = JSON.parse(line) as Record<string, unknown>;
    // Header and trailer are no facts; that they are as they should be has been seen.
    const why = 'seq' in fact ? problemOfFact(fact) : undefined;
    if (why !== undefined) return notAFact(badRecord, why);
  }
  return verdict;
}

export function notAFact(badRecord: number, why: string): BadVerdict {
  return { ok: false, verdict: 'broken', code: 'not_a_fact', badRecord, why };
}
