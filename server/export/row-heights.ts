// How high the rows of a sheet are, so that a text that wraps is seen whole: Excel works heights out by itself when it opens a file,
// LibreOffice does not, and prints the first line only.
import { unitsOf } from './break-words';
import { measureText } from './measure-text';

/** Points: of the letters, of a line of them, and of one digit, which is what a column counts its width in. */
const SIZE = 11;
const LINE = 15;
const DIGIT = 5.25;
/** Points on either side in a cell. */
const PADDING = 2.5;
/** The highest row that spreadsheets know. */
const HIGHEST = 409;

/** Points; `widths` are those of the columns, in digits. */
export function heightOfRow(texts: readonly string[], widths: readonly number[], bold = false): number {
  const lines = texts.map((text, at) => linesOf(text, (widths[at] ?? 0) * DIGIT - 2 * PADDING, bold));
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
}

function linesOf(text: string, width: number, bold: boolean): number {
  return text.split(/\r\n|[\r\n]/).reduce((sum, paragraph) => sum + wrapped(paragraph, width, bold), 0);
}

/** What is longer than a line goes on in the next ones, from a line of its own. */
function wrapped(paragraph: string, width: number, bold: boolean): number {
  let [lines, used] = [1, 0];
  for (const unit of unitsOf(paragraph)) {
    const bare = SIZE * measureText(unit.trimEnd(), bold);
    if (used > 0 && used + bare > width) [lines, used] = [lines + 1, 0];
    const more = Math.max(0, Math.ceil(bare / width) - 1);
    lines += more;
    used += SIZE * measureText(unit, bold) - more * width;
  }
  return lines;
}
