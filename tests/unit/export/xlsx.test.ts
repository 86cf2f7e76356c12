import { LOCALES } from '../../../server/engine/vocabulary';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { wordsIn } from '../../../server/export/words';
import { buildWorkbook, SHEET_WORDS } from '../../../server/export/workbook';
import { renderXlsx } from '../../../server/export/xlsx';
import { xmlText } from '../../../server/export/xml-text';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { readWorkbook, unpack } from '../../support/office-files';
import { HOSTILE, playSeminar } from '../../support/seminar';

const report = () => buildReport(playSeminar().state, { startedAt: 1_790_000_000_000, closingHash: 'abc123' });

test.each(LOCALES)('[EXP6] the workbook in %s holds every table, figure by figure', async (locale) => {
  const sheets = readWorkbook(await renderXlsx(buildWorkbook(report(), locale)));
  for (const name of TABLE_NAMES) {
    const { head, rows } = buildTable(report(), name, locale);
    const sheet = sheets.get(wordsIn(locale)(SHEET_WORDS[name]));
    expect({ name, sheet }).toEqual({ name, sheet: [head, ...rows] });
  }
});

test('[EXP6] the first sheet says what it is and carries the closing hash', async () => {
  const about = readWorkbook(await renderXlsx(buildWorkbook(report(), 'en'))).get('About');
  expect(about?.flat()).toEqual(expect.arrayContaining(['abc123', 8, 'Draft vision, as the room left it.']));
});

test.each(LOCALES)('names of sheets in %s are such that every spreadsheet takes them, and differ', (locale) => {
  const names = ['sheetAbout' as const, ...Object.values(SHEET_WORDS)].map((word) => wordsIn(locale)(word));
  for (const name of names) expect(name).toMatch(/^[^\\/*?:[\]']{1,31}$/u);
  expect(new Set(names).size).toBe(names.length);
});

test('[EXP2] people’s words are text: no formula, no link', async () => {
  const parts = unpack(await renderXlsx(buildWorkbook(report(), 'en')));
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets.length).toBe(TABLE_NAMES.length + 1);
  for (const [name, xml] of sheets) expect({ name, hit: /<f[ >]|<hyperlink/.test(xml) }).toEqual({ name, hit: false });
  expect(Object.values(parts).join('')).not.toContain('TargetMode="External"');
  const ideas = readWorkbook(await renderXlsx(buildWorkbook(report(), 'en'))).get('Ideas');
  expect(ideas?.flat()).toContain(HOSTILE);
});

test('[EXP2] what XML cannot hold is left out, everything else stays', () => {
  expect(xmlText('а\u0000б\u001f\ufffe\ud800в\udc00 😀\t\n')).toBe('абв 😀\t\n');
});
