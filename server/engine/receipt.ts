// The eight signs by which a person finds their own answers in the archive. They are copied by hand, perhaps on another
// keyboard: no letter that a Russian one lacks, no capitals to mind, nothing that looks like something else.

/** Also that of join codes. */
const ALPHABET = 'ACEHKMPTXY2456789';
/** 17⁸ receipts tell any hall's people apart. */
const HALF = 4;

function half(id: string, prime: number): string {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), prime);
  // The last letters of the id have to reach the first signs too.
  let rest = (hash ^ (hash >>> 15)) >>> 0;
  let signs = '';
  for (let i = 0; i < HALF; i += 1) {
    signs += ALPHABET[rest % ALPHABET.length];
    rest = Math.floor(rest / ALPHABET.length);
  }
  return signs;
}

/** Nothing of the id can be read back from it. */
export function receiptOf(participantId: string): string {
  return half(participantId, 16777619) + half(participantId, 2246822519);
}
