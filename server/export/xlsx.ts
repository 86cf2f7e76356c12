// Tables as one workbook: a first sheet that says what this is, then a sheet a table. Text stays text, never a formula.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { unitsOf } from './break-words';
import { heightOfRow } from './row-heights';
import type { Cell } from './table';
import type { Day, Workbook } from './workbook';
import { completeParts, type Parts } from './xlsx-parts';
import { xmlText } from './xml-text';

/** Characters a column may be wide; longer texts wrap. */
const WIDEST = 60;
const NARROWEST = 8;
/** Characters of a whole sheet: with more, a page it is fitted to could not be read. */
const WIDEST_SHEET = 190;
/** Of the first sheet, which says what the file is. */
const ABOUT_WIDTHS = [40, WIDEST] as const;

export async function renderXlsx({ title, about, sheets }: Workbook): Promise<Uint8Array> {
  const first = {
    sheet: about.sheet,
    data: about.rows.map((row) => rowOf(row, ABOUT_WIDTHS)),
    columns: ABOUT_WIDTHS.map((width) => ({ width })),
  };
  const others = sheets.map(({ sheet, table: { head, rows } }) => {
    const widths = widthsOf([head, ...rows]);
    return {
      sheet,
      data: [
        rowOf(head, widths, true).map((cell) => ({ ...cell, fontWeight: 'bold' as const })),
        ...rows.map((row) => rowOf(row, widths)),
      ],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    };
  });
  const workbook = writeWorkbook([first, ...others], { fontFamily: 'Calibri', fontSize: 11 });
  const parts = unmarked(unzipSync(new Uint8Array(await workbook.toBuffer())));
  const tables = sheets.map(({ sheet, table: { head, rows } }) => ({
    name: sheet,
    columns: head.length,
    rows: rows.length + 1,
    hasHead: true,
  }));
  const opening = { name: about.sheet, columns: 2, rows: about.rows.length, hasHead: false };
  return zipSync(completeParts(parts, title, [opening, ...tables]));
}

/**
 * The writer keeps its texts in a plain object by their own words, so `hasOwnProperty` as a text would find the object's own.
 * Such texts travel with a mark in front, which is taken off the list of texts at the end.
 */
const MARK = '\ue000';
const MARKED = new RegExp(
  `(<t[^>]*>)${MARK}(?=(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})</t>)`,
  'g',
);

function marked(text: string): string {
  return text in {} ? `${MARK}${text}` : text;
}

const TEXTS = 'xl/sharedStrings.xml';

function unmarked(parts: Parts): Parts {
  const texts = strFromU8(parts[TEXTS] ?? new Uint8Array());
  return texts.includes(MARK) ? { ...parts, [TEXTS]: strToU8(texts.replace(MARKED, '$1')) } : parts;
}

function rowOf(row: readonly (Cell | Day)[], widths: readonly number[], bold = false) {
  const texts = row.map((cell) => (typeof cell === 'object' ? '' : String(cell)));
  const height = heightOfRow(texts, widths, bold);
  return row.map((cell) => ({ ...cellOf(cell), height }));
}

function cellOf(cell: Cell | Day) {
  if (typeof cell === 'object')
    return {
      type: Date,
      value: new Date(cell.day),
      format: cell.format,
      align: 'left' as const,
      alignVertical: 'top' as const,
    };
  if (typeof cell === 'number') return { type: Number, value: cell, alignVertical: 'top' as const };
  return { type: String, value: marked(xmlText(cell)), wrap: true, alignVertical: 'top' as const };
}

/** As wide as its texts, its longest word at least; together no wider than can be read on a page. */
function widthsOf(rows: readonly (readonly Cell[])[]): readonly number[] {
  const columns = (rows[0] ?? []).map((_, at) => rows.map((row) => String(row[at] ?? '')));
  const widthOf = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) + 2;
  const least = columns.map((texts) => Math.min(WIDEST, Math.max(NARROWEST, widthOf(texts.flatMap(unitsOf)))));
  for (let most = WIDEST; ; most -= 2) {
    const widths = columns.map((texts, at) => Math.max(least[at] ?? 0, Math.min(most, widthOf(texts))));
    if (most <= NARROWEST || widths.reduce((sum, width) => sum + width, 0) <= WIDEST_SHEET) return widths;
  }
}
