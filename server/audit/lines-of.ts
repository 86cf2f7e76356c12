// The lines of a file as it arrives. By line feed only: JSON may hold U+2028, which node:readline would break at.

/** The next line is no UTF-8 text, or longer than any line of an archive. */
export class NotText extends Error {}

/** Bytes: a design of a workshop or a ballot is thousands of times smaller. */
const LONGEST_LINE = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;

export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let rest: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield textOf([...rest, chunk.subarray(start, end)]);
      [rest, length, start] = [[], 0, end + 1];
    }
    rest.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) throw new NotText('a line longer than any line of an archive');
  }
  if (length > 0) yield textOf(rest);
}

/** Strictly: a byte that is put right by the decoder would be a change that the hash does not see. */
function textOf(parts: readonly Uint8Array[]): string {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotText('not UTF-8 text');
  }
}
