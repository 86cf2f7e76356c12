// Whether an archive may come in: it verifies, and its join code is one that could have been given out.
import { sha256 } from '../audit/node-sha256';
import { normaliseJoinCode } from '../auth/join-code';
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
  return verdict;
}

export function notAFact(badRecord: number, why: string): BadVerdict {
  return { ok: false, verdict: 'broken', code: 'not_a_fact', badRecord, why };
}
