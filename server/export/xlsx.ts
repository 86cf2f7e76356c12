// Tables as one workbook: a first sheet that says what this is, then a sheet a table. Text stays text, never a formula.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import type { Cell } from './tables';
import type { Workbook } from './workbook';
import { xmlText } from './xml-text';

/** Characters a column may be wide; longer texts wrap. */
const WIDEST = 60;
const NARROWEST = 8;

export async function renderXlsx({ about, sheets }: Workbook): Promise<Uint8Array> {
  const first = {
    sheet: about.sheet,
    data: about.rows.map((row) => row.map(cellOf)),
    columns: [{ width: 30 }, { width: WIDEST }],
  };
  const others = sheets.map(({ sheet, table: { head, rows } }) => ({
    sheet,
    data: [
      head.map((cell) => ({ ...cellOf(cell), fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: head.map((_, at) => ({ width: widthOf([head, ...rows].map((row) => row[at] ?? '')) })),
    stickyRowsCount: 1,
  }));
  const workbook = writeWorkbook([first, ...others], { fontFamily: 'Calibri', fontSize: 11 });
  return unmarked(new Uint8Array(await workbook.toBuffer()));
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

function unmarked(workbook: Uint8Array): Uint8Array {
  const files = unzipSync(workbook);
  const texts = strFromU8(files[TEXTS] ?? new Uint8Array());
  if (!texts.includes(MARK)) return workbook;
  return zipSync({ ...files, [TEXTS]: strToU8(texts.replace(MARKED, '$1')) });
}

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return { type: Number, value: cell };
  return { type: String, value: marked(xmlText(cell)), wrap: true, alignVertical: 'top' as const };
}

function widthOf(cells: readonly Cell[]): number {
  const longest = Math.max(...cells.map((cell) => String(cell).length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
