// CSV as RFC 4180 has it, read by hand: the writer must not be its own judge. The byte order mark is left out.
export function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const text = csv.replace(/^\ufeff/, '');
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',' || (letter === '\r' && text[at + 1] === '\n')) {
      rows[rows.length - 1]?.push(cell);
      cell = '';
      if (letter === '\r') {
        rows.push([]);
        at++;
      }
    } else cell += letter;
  }
  return rows.slice(0, -1);
}
