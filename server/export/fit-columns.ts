// How wide the columns of a table are, so that no word in them is broken. As they are wished for where every word fits; where
// not, a column takes what its longest word needs, and the letters of the whole table become smaller at last.
import { unitsOf } from './break-words';
import type { Runs, Table } from './document';
import { measureText } from './measure-text';

/** All in points. */
export type Frame = {
  readonly width: number;
  /** Empty space on either side in a cell. */
  readonly padding: number;
  /** Sizes of letters, the best first. */
  readonly sizes: readonly number[];
};
export type Fit = { readonly columns: readonly number[]; readonly size: number };

/** An address or a row of letters without a space is no word, and would take the room of all others. */
const LONGEST_WORD = 32;
/** What rounding may take away. */
const SLACK = 0.5;

export function fitColumns({ head, rows, widths }: Pick<Table, 'head' | 'rows' | 'widths'>, frame: Frame): Fit {
  const { width, padding, sizes } = frame;
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const wished = widths.map((share) => (width * share) / whole);
  const columns = head.map((name, at) => [
    [{ text: name, style: 'bold' as const }],
    ...rows.map((row) => row[at] ?? []),
  ]);
  const longest = columns.map((cells) => Math.max(0, ...cells.map(longestUnit)));
  for (const size of sizes) {
    const needed = longest.map((units) => units * size + 2 * padding + SLACK);
    const shared = share(wished, needed, width);
    if (shared !== undefined) return { columns: shared, size };
  }
  const size = sizes[sizes.length - 1] ?? 0;
  const needed = longest.map((units) => units * size + 2 * padding);
  const sum = needed.reduce((total, one) => total + one, 0);
  return { columns: needed.map((one) => (one * width) / sum), size };
}

/** Each column at least what it needs, the rest by the shares that were wished for; undefined when they do not all fit. */
function share(wished: readonly number[], needed: readonly number[], width: number): readonly number[] | undefined {
  if (needed.reduce((sum, one) => sum + one, 0) > width) return undefined;
  const fixed = new Set<number>();
  for (;;) {
    const taken = [...fixed].reduce((sum, at) => sum + (needed[at] ?? 0), 0);
    const open = wished.reduce((sum, one, at) => (fixed.has(at) ? sum : sum + one), 0);
    const columns = wished.map((one, at) => (fixed.has(at) ? (needed[at] ?? 0) : ((width - taken) * one) / open));
    const narrow = columns.findIndex((column, at) => !fixed.has(at) && column < (needed[at] ?? 0));
    if (narrow < 0) return columns;
    fixed.add(narrow);
  }
}

/** Width of the longest unbroken piece, in parts of the size of the letters. */
function longestUnit(runs: Runs): number {
  let longest = 0;
  let word = 0;
  for (const run of runs) {
    const text =
      'note' in run ? `\u00a0[${run.note}]` : run.text.replace(/\s+/g, (gap) => (gap === '\u00a0' ? gap : ' '));
    const bold = 'style' in run && run.style === 'bold';
    for (const unit of unitsOf(text)) {
      // Units of two runs without a space between them are one.
      const shown = unit.trimEnd();
      word += Array.from(shown).length > LONGEST_WORD ? 0 : measureText(shown.trimStart(), bold);
      longest = Math.max(longest, word);
      if (shown !== unit || unit.endsWith('-')) word = 0;
    }
  }
  return longest;
}
