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

test.each(LOCALES)(
  '[EXP6] [EXP17] the workbook in %s holds every table, figure by figure, without empty columns',
  async (locale) => {
    const sheets = readWorkbook(await renderXlsx(buildWorkbook(report(), locale)));
    for (const name of TABLE_NAMES) {
      // Its sheet has a form of its own.
      if (name === 'about') continue;
      const whole = buildTable(report(), name, locale);
      const filled = whole.head.map((_, at) => whole.rows.some((row) => row[at] !== ''));
      const [head = [], ...rows] = [whole.head, ...whole.rows].map((row) => row.filter((_, at) => filled[at]));
      const sheet = sheets.get(wordsIn(locale)(SHEET_WORDS[name]));
      expect({ name, sheet }).toEqual({ name, sheet: [head, ...rows] });
    }
  },
);

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
  expect(sheets.length).toBe(TABLE_NAMES.length);
  for (const [name, xml] of sheets) expect({ name, hit: /<f[ >]|<hyperlink/.test(xml) }).toEqual({ name, hit: false });
  expect(Object.values(parts).join('')).not.toContain('TargetMode="External"');
  const ideas = readWorkbook(await renderXlsx(buildWorkbook(report(), 'en'))).get('Ideas');
  expect(ideas?.flat()).toContain(HOSTILE);
});

test('[EXP2] what XML cannot hold is left out, everything else stays', () => {
  expect(xmlText('а\u0000б\u001f\ufffe\ud800в\udc00 😀\t\n')).toBe('абв 😀\t\n');
});

test('[EXP17] every sheet fits the width of A4, with its headings frozen, filtered and on every page', async () => {
  const parts = unpack(await renderXlsx(buildWorkbook(report(), 'ru')));
  const book = parts['xl/workbook.xml'] ?? '';
  const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  for (const [at, name] of names.entries()) {
    const xml = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? '';
    expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr></);
    expect(xml).toMatch(/<pageSetup paperSize="9"( orientation="landscape")? fitToWidth="1" fitToHeight="0"\/>/);
    if (at === 0) continue;
    const rows = xml.match(/<row /g)?.length ?? 0;
    const range = /<autoFilter ref="A1:([A-Z]+)(\d+)"\/>/.exec(xml) ?? [];
    expect({ name, rows: Number(range[2]) }).toEqual({ name, rows });
    expect(xml).toMatch(/<pane ySplit="1"[^>]*activePane="bottomLeft" state="frozen"/);
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${name}'!$1:$1</definedName>`);
  }
});

test('[EXP17] [EXP12] it has a title, and a day is a day of the workshop’s clock', async () => {
  const bytes = await renderXlsx(buildWorkbook(report(), 'ru'));
  const parts = unpack(bytes);
  expect(parts['docProps/core.xml']).toContain(`<dc:title>${report().title.ru}</dc:title>`);
  expect(parts['[Content_Types].xml']).toContain('PartName="/docProps/core.xml"');
  expect(parts['xl/styles.xml']).toContain('dd.mm.yyyy');
  const [about = []] = [...readWorkbook(bytes).values()];
  // 21 September 2026 in Bishkek; spreadsheets count days from 30 December 1899.
  expect(about.find(([name]) => name === wordsIn('ru')('date'))?.[1]).toBe(Date.UTC(2026, 8, 21) / 86_400_000 + 25_569);
});

test.each(LOCALES)('[EXP17] in %s every row says how high it is: as high as its longest text wants', async (locale) => {
  const book = buildWorkbook(report(), locale);
  const parts = unpack(await renderXlsx(book));
  const sheets = [book.about.rows, ...book.sheets.map(({ table: { head, rows } }) => [head, ...rows])];
  let wrapped = 0;
  for (const [at, rows] of sheets.entries()) {
    const xml = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? '';
    const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
    const heights = [...xml.matchAll(/<row ([^>]*)>/g)].map(([, row = '']) =>
      row.includes('customHeight="1"') ? Number(/ ht="([\d.]+)"/.exec(` ${row}`)?.[1]) : 0,
    );
    for (const [place, row] of rows.entries()) {
      // A line of a column that is n digits wide holds no more than 1.35 n letters of running text.
      const lines = Math.max(...row.map((cell, column) => String(cell).length / (1.35 * (widths[column] ?? 0))));
      expect({ at, place, high: (heights[place] ?? 0) >= 15 * Math.min(27, Math.ceil(lines)) }).toEqual({
        at,
        place,
        high: true,
      });
      if ((heights[place] ?? 0) > 15) wrapped += 1;
    }
  }
  expect(wrapped).toBeGreaterThan(3);
});
