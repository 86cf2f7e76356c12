// A table with its structure: a heading row that is repeated on every page, cells that say what they are.
import type { Runs, Table } from '../document';
import { heatColour } from '../heat';
import { INK, LINE, PAGE, type Sheet, type Structure, TEXT_WIDTH } from './sheet';

/** Many columns want smaller letters: a figure that is broken over two lines is misread. */
const MANY_COLUMNS = 6;
const HEAD_FILL = '#e7eef0';
/** Points of a row that is written in by hand. */
const FORM_ROW = 46;

export function drawTable(sheet: Sheet, { head, rows, numbersFrom, widths, isForm, heat }: Table): void {
  const many = head.length >= MANY_COLUMNS;
  const [size, pad] = many ? [7.5, 2.5] : [8.5, 3.5];
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const columns = widths.map((share) => (TEXT_WIDTH * share) / whole);
  const headRuns = head.map((name): Runs => [{ text: name, style: 'bold' }]);
  const heightOf = (cells: readonly Runs[], font: 'regular' | 'bold'): number =>
    Math.max(...cells.map((runs, at) => sheet.heightOf(runs, (columns[at] ?? 0) - 2 * pad, size, font))) + 2 * pad;
  const headHeight = heightOf(headRuns, 'bold');
  const { doc } = sheet;

  const fill = (runs: Runs, at: number, top: number, font: 'regular' | 'bold') => {
    const left = PAGE.margin + columns.slice(0, at).reduce((sum, width) => sum + width, 0);
    const align = at >= numbersFrom ? 'right' : 'left';
    const width = (columns[at] ?? 0) - 2 * pad;
    for (const [place, piece] of sheet.pieces(runs, font, INK).entries()) {
      doc.font(piece.font).fontSize(size).fillColor(piece.color);
      const continued = place < sheet.pieces(runs, font, INK).length - 1;
      const options = { width, align, lineGap: 1.5, continued } as const;
      if (place === 0) doc.text(piece.text, left + pad, top + pad, options);
      else doc.text(piece.text, options);
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

  const heights = rows.map((cells) => Math.max(heightOf(cells, 'regular'), isForm ? FORM_ROW : 0));
  sheet.ensure(headHeight + (heights[0] ?? 0));
  sheet.add('Table', {}, (table) => {
    row(table, headRuns, headHeight, true);
    for (const [at, cells] of rows.entries()) {
      const height = heights[at] ?? 0;
      if (sheet.room < height) {
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
