import { LOCALES } from '../../../server/engine/vocabulary';
import { renderCsv } from '../../../server/export/csv';
import { buildReport, type Report } from '../../../server/export/report';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { readCsv } from '../../support/read-csv';
import { withReference } from '../../support/reference-cases';
import { playSeminar } from '../../support/seminar';

const report = buildReport(playSeminar().state, { startedAt: 0, closingHash: '' });
const withText = (text: string): Report => ({
  ...report,
  ideas: [{ number: 1, activity: { ky: '', ru: '', en: '' }, text, lang: 'ky' }],
});

test.each(TABLE_NAMES.flatMap((table) => LOCALES.map((locale) => [table, locale] as const)))(
  '[EXP6] %s in %s starts with a byte order mark, ends lines with CR LF and is rectangular',
  (table, locale) => {
    const csv = renderCsv(report, table, locale);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const rows = readCsv(csv);
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(csv).not.toContain('undefined');
  },
);

test('[EXP6] commas, quotes and line breaks survive', () => {
  const text = 'бир, "эки"\nүч';
  expect(readCsv(renderCsv(withText(text), 'ideas', 'ky'))[1]?.[4]).toBe(text);
});

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@a',
  '\ta',
  '\ra',
  '\na',
  '\0a',
  '\uff1d1',
  '\uff0b1',
  '\uff0d1',
  '\uff201',
  ' =1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
];

test.each(FORMULAS)('[EXP2] %j gets a quote in front and nothing else', (text) => {
  expect(readCsv(renderCsv(withText(text), 'ideas', 'en'))[1]?.[4]).toBe(`'${text}`);
});

test('[EXP2] words that only look odd stay as they are, and figures stay figures', () => {
  for (const text of ['2030-жыл', '10 % көбүрөөк', "'=1"]) {
    expect(readCsv(renderCsv(withText(text), 'ideas', 'en'))[1]?.[4]).toBe(text);
  }
  expect(readCsv(renderCsv(report, 'participants-by-group', 'en')).at(-1)?.[1]).toBe('8');
});

test('[EXP1] withheld groups are named so, never shown as zero', () => {
  const [head, , second] = readCsv(renderCsv(report, 'votes', 'en'));
  const cell = (name: string) => second?.[head?.indexOf(name) ?? -1];
  expect(cell('heads')).toBe('withheld');
  expect(cell('communities')).toBe('2');
});

test.each(['ky', 'ru'] as const)('[EXP18] for Excel in %s cells are parted by ";", decimals by ","', (locale) => {
  const excel = renderCsv(withText('бир, эки; "үч"'), 'ideas', locale, 'excel');
  expect(excel.split('\r\n')[0]?.split(';').length).toBeGreaterThan(3);
  expect(excel).toContain(';"бир, эки; ""үч""";');
  const scored = { ...report, votes: report.votes.map((vote) => ({ ...vote, ballots: 1.5 })) };
  expect(renderCsv(scored, 'votes', locale, 'excel')).toContain(';1,5;');
  expect(renderCsv(scored, 'votes', locale)).toContain(',1.5,');
  expect(renderCsv(scored, 'votes', 'en', 'excel')).toBe(renderCsv(scored, 'votes', 'en'));
});

withReference<{ readonly value: string }>('naughty/formula-injection.json', (items) => {
  test('[EXP2] the reference list of formulas holds no formula once it is exported', () => {
    for (const { value } of items) {
      const cell = readCsv(renderCsv(withText(value), 'ideas', 'ky'))[1]?.[4] ?? '';
      expect(cell).not.toMatch(/^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/);
      expect([value, `'${value}`]).toContain(cell);
    }
  });
});

test('[VER8] the closing hash and the key stand in a table beside the others, and in none of them', () => {
  const key = '0123456789abcdef';
  const report = buildReport(playSeminar().state, { startedAt: 0, closingHash: 'ab12', key });
  const about = new Map(readCsv(renderCsv(report, 'about', 'en')).map(([what = '', value]) => [what, value]));
  expect(about.get('Closing hash')).toBe('ab12');
  expect(about.get('Fingerprint of the signing key')?.replaceAll(' ', '')).toBe(key);
  for (const table of TABLE_NAMES.filter((name) => name !== 'about'))
    expect(renderCsv(report, table, 'en')).not.toContain('ab12');
  const unsigned = readCsv(
    renderCsv(buildReport(playSeminar().state, { startedAt: 0, closingHash: 'ab12' }), 'about', 'en'),
  );
  expect(unsigned.at(-1)).toEqual(['Fingerprint of the signing key', 'not signed']);
});
