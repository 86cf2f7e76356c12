// A table with its structure: a heading row that is repeated on every page, cells that say what they are.
import type { Runs, Table } from '../document';
import { fitColumns } from '../fit-columns';
import { heatColour } from '../heat';
import { heightOfLine, INK, LINE, PAGE, type Sheet, type Structure, TEXT_WIDTH } from './sheet';

/** Points. Many columns want smaller letters, and the smallest only where a word would be broken otherwise. */
const MANY_COLUMNS = 6;
const SIZES = [8.5, 8, 7.5, 7, 6.5, 6] as const;
const SIZES_OF_MANY = [7.5, 7, 6.5, 6] as const;
const HEAD_FILL = '#e7eef0';
/** Points of a row that is written in by hand. */
const FORM_ROW = 46;

/** How a table comes out: its columns, its letters, and the heights of its rows. */
function layOut(sheet: Sheet, { head, rows, widths, isForm }: Table) {
  const many = head.length >= MANY_COLUMNS;
  const pad = many ? 2.5 : 3.5;
  const sizes = many ? SIZES_OF_MANY : SIZES;
  const { columns, size } = fitColumns({ head, rows, widths }, { width: TEXT_WIDTH, padding: pad, sizes });
  const headRuns = head.map((name): Runs => [{ text: name, style: 'bold' }]);
  const heightOf = (cells: readonly Runs[], font: 'regular' | 'bold'): number =>
    Math.max(...cells.map((runs, at) => sheet.heightOf(runs, (columns[at] ?? 0) - 2 * pad, size, font))) + 2 * pad;
  const rowHeight = (cells: readonly Runs[]) => Math.max(heightOf(cells, 'regular'), isForm ? FORM_ROW : 0);
  return { pad, columns, size, headRuns, headHeight: heightOf(headRuns, 'bold'), rowHeight };
}

/** Points that its heading and its first row take. */
export function heightOfBeginning(sheet: Sheet, table: Table): number {
  const { headHeight, rowHeight } = layOut(sheet, table);
  const [first] = table.rows;
  return headHeight + (first === undefined ? 0 : rowHeight(first));
}

export function drawTable(sheet: Sheet, block: Table): void {
  const { rows, numbersFrom, heat } = block;
  const { pad, columns, size, headRuns, headHeight, rowHeight } = layOut(sheet, block);
  const { doc } = sheet;

  const fill = (runs: Runs, at: number, top: number, font: 'regular' | 'bold') => {
    const left = PAGE.margin + columns.slice(0, at).reduce((sum, width) => sum + width, 0);
    const width = (columns[at] ?? 0) - 2 * pad;
    let y = top + pad;
    for (const line of sheet.lines(runs, width, size, font, INK)) {
      const place = { x: left + pad, y, width, size };
      sheet.drawLine(line, at >= numbersFrom ? { ...place, align: 'right' } : place);
      y += heightOfLine(size);
    }
  };
  const frame = (top: number, height: number, shaded: boolean, shares: readonly (number | null)[] = []) =>
    sheet.artifact('Layout', () => {
      if (shaded) doc.rect(PAGE.margin, top, TEXT_WIDTH, height).fill(HEAD_FILL);
      for (const [at, share] of shares.entries()) {
        const from = PAGE.margin + columns.slice(0, at).reduce((sum, width) => sum + width, 0);
        if (share !== null) doc.rect(from, top, columns[at] ?? 0, height).fill(heatColour(share));
      }
      doc.lineWidth(0.5).strokeColor(LINE).rect(PAGE.margin, top, TEXT_WIDTH, height).stroke();
      let left = PAGE.margin;
      for (const width of columns.slice(0, -1)) {
        left += width;
        doc
          .moveTo(left, top)
          .lineTo(left, top + height)
          .stroke();
      }
    });
  const row = (
    table: Structure,
    cells: readonly Runs[],
    height: number,
    isHead: boolean,
    shares?: readonly (number | null)[],
  ) => {
    const top = doc.y;
    frame(top, height, isHead, shares);
    const line = doc.struct('TR');
    table.add(line);
    for (const [at, runs] of cells.entries()) {
      const cell = isHead ? doc.struct('TH', { scope: 'Column' } as never) : doc.struct('TD');
      line.add(cell);
      cell.add(() => fill(runs, at, top, isHead ? 'bold' : 'regular'));
      cell.end();
    }
    line.end();
    doc.x = PAGE.margin;
    doc.y = top + height;
  };

  const heights = rows.map(rowHeight);
  sheet.ensure(headHeight + (heights[0] ?? 0));
  sheet.add('Table', {}, (table) => {
    row(table, headRuns, headHeight, true);
    for (const [at, cells] of rows.entries()) {
      const height = heights[at] ?? 0;
      // The last row does not stand alone on a page.
      const wanted = at > 0 && at === rows.length - 2 ? height + (heights[at + 1] ?? 0) : height;
      if (sheet.room < wanted) {
        sheet.newPage();
        const top = doc.y;
        frame(top, headHeight, true);
        sheet.artifact('Pagination', () => {
          for (const [place, runs] of headRuns.entries()) fill(runs, place, top, 'bold');
        });
        doc.x = PAGE.margin;
        doc.y = top + headHeight;
      }
      row(table, cells, height, false, heat?.[at]);
    }
  });
  doc.y += 8;
}
