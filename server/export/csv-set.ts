// Every table as CSV in one archive, with the dictionary that explains their columns.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Locale } from '../engine/vocabulary';
import { TABLE_NAMES } from '../protocol/downloads';
import { type CsvDialect, renderCsv } from './csv';
import type { Report } from './report';

const DICTIONARY = join(__dirname, '..', '..', 'docs', 'data-dictionary.md');

export function renderCsvSet(report: Report, locale: Locale, dialect: CsvDialect): Uint8Array {
  const tables = TABLE_NAMES.map(
    (table) => [`${table}.csv`, strToU8(renderCsv(report, table, locale, dialect))] as const,
  );
  return zipSync({ ...Object.fromEntries(tables), 'data-dictionary.md': readFileSync(DICTIONARY) });
}
