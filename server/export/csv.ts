// A table as CSV (RFC 4180) that spreadsheets open as text: byte order mark, no formulas.
import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../engine/vocabulary';
import type { TableName } from '../protocol/downloads';
import type { Report } from './report';
import type { Cell } from './table';
import { buildTable } from './tables';

/** `excel`: as a spreadsheet set to the language opens it by a double click; in Kyrgyz and Russian it parts at ";" and reads
 * "," as the decimal sign. `plain`: RFC 4180, the same for every language. */
export type CsvDialect = 'plain' | 'excel';

export function renderCsv(report: Report, name: TableName, locale: Locale, dialect: CsvDialect = 'plain'): string {
  const { head, rows } = buildTable(report, name, locale);
  const isLocal = dialect === 'excel' && locale !== 'en';
  return stringify(
    [head, ...rows].map((row) => row.map((cell) => (isLocal ? withComma(harmless(cell)) : harmless(cell)))),
    {
      bom: true,
      delimiter: isLocal ? ';' : ',',
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
}

/** What csv-stringify's guard leaves: controls first, and formulas behind spaces that some importers strip. */
const HIDDEN_FORMULA = /^(?:[\0\n]|[\s\u200b\ufeff]+[=+\-@\uff1d\uff0b\uff0d\uff20])/;

function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && HIDDEN_FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Without a gap between thousands, which no spreadsheet would read as a number. */
function withComma(cell: Cell): Cell {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
}
