// A table as CSV (RFC 4180) that spreadsheets open as text: byte order mark, no formulas.
import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../engine/vocabulary';
import type { TableName } from '../protocol/downloads';
import type { Report } from './report';
import { buildTable, type Cell } from './tables';

export function renderCsv(report: Report, name: TableName, locale: Locale): string {
  const { head, rows } = buildTable(report, name, locale);
  return stringify(
    [head, ...rows].map((row) => row.map(harmless)),
    {
      bom: true,
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
