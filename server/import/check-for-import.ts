// Whether an archive may come in: it verifies, and every fact has the shape of ours. A chain proves that nothing was changed
// since, not that a friend wrote it.
import { sha256 } from '../audit/node-sha256';
import { problemOfFact } from '../protocol/fact-schema';
import { checkArchive, type Verdict } from '../verify/check-archive';

/** `open` gives the lines of the file from its start, each time it is called. */
export async function checkForImport(open: () => AsyncIterable<string> | Iterable<string>): Promise<Verdict> {
  const verdict = await checkArchive(open, sha256);
  if (!verdict.ok) return verdict;
  let badRecord = 0;
  for await (const line of open()) {
    badRecord += 1;
    const { prev: _, ...fact } = JSON.parse(line) as Record<string, unknown>;
    // Header and trailer are no facts; that they are as they should be has been seen.
    const why = 'seq' in fact ? problemOfFact(fact) : undefined;
    if (why !== undefined) return { ok: false, code: 'not_a_fact', badRecord, why };
  }
  return verdict;
}
