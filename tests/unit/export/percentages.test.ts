// A percentage and its base belong together: every one that any format, the wall, the console or a phone writes is recomputed
// from the log, by code of its own.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesIn } from '../../../i18n/messages';
import type { RecordedEvent } from '../../../server/engine/events';
import type { Locale } from '../../../server/engine/vocabulary';
import { JUDGED } from '../../../server/engine/vocabulary';
import { renderCsv } from '../../../server/export/csv';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { renderPdf } from '../../../server/export/pdf/render-pdf';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { buildWorkbook } from '../../../server/export/workbook';
import { renderXlsx } from '../../../server/export/xlsx';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { CELL, METHODS, playJudgedHall } from '../../support/judged-hall';
import { paragraphsOf, readWorkbook, unpack } from '../../support/office-files';
import { readCsv } from '../../support/read-csv';
import { judgementOnPhone, judgementOnScreens } from '../../support/render-judged';
import { expectSame } from '../../support/same';
import { type Share, shareOf, sharesIn, textOfHtml } from '../../support/shares';

const LOCALES: readonly Locale[] = ['ky', 'ru', 'en'];

/** One time a line or a theme was judged: how many chose each level, level 1 first, and in which words it was put. */
type Judgement = { readonly lineId: string; readonly words: string; readonly counts: readonly number[] };

/** From the facts alone: what stood at each reveal, of lines whose judgement it was the last of. */
function judgementsIn(log: readonly RecordedEvent[]): readonly Judgement[] {
  const standing = new Map<string, { words: string; levels: Map<string, number> }>();
  const done: Judgement[] = [];
  const finish = (lineId: string) => {
    const { words, levels } = standing.get(lineId) ?? { words: '', levels: new Map() };
    const counts = [1, 2, 3, 4, 5, 6, 7, 8].map((level) => [...levels.values()].filter((one) => one === level).length);
    if (levels.size > 0) done.push({ lineId, words, counts });
  };
  for (const { type, data } of log) {
    if (type === 'ActivityOpened' && data.activityId === 'endorse')
      for (const [lineId, { text }] of Object.entries(data.wordings ?? {})) {
        finish(lineId);
        standing.set(lineId, { words: text.text, levels: new Map() });
      }
    if (type === 'EndorsementGiven') standing.get(data.lineId)?.levels.set(data.participantId, data.level);
  }
  for (const lineId of standing.keys()) finish(lineId);
  return done;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
function supportIn({ counts }: Judgement): Share | undefined {
  const of = sum(counts) - (counts[3] ?? 0);
  return sum(counts) < CELL || of === 0 ? undefined : shareOf(sum(counts.slice(0, 3)), of);
}
const keyOf = ({ people, of, percent }: Share) => `${people} of ${of} is ${percent} %`;
const sorted = (shares: readonly Share[]) => shares.map(keyOf).sort();

/** Each method once, each kind of judgement at least once; a PDF is read by a process of its own, so each in one language. */
const halls = METHODS.map((method, at) => {
  const judge = JUDGED[at % JUDGED.length] ?? 'lines';
  return { method, judge, seed: `${method.name} ${judge}`, pdfIn: LOCALES[at % LOCALES.length] ?? 'ky' };
});

describe.each(halls)('[EXP30] [CELL9] $seed', ({ method, judge, seed, pdfIn }) => {
  const session = playJudgedHall({ seed, method, judge });
  const report = buildReport(session.state, { startedAt: 1_790_000_000_000, closingHash: 'ab12' });
  const judgements = judgementsIn(session.log);
  const shares = judgements.flatMap((one) => supportIn(one) ?? []);
  const known = new Set(shares.map(keyOf));

  /** Nothing without its base, nothing that is not the room's; `all`: each of them is there. */
  const expectShares = (text: string, all: boolean) => {
    const found = sharesIn(text);
    expectSame(found.bare, []);
    expectSame(
      found.shares.map(keyOf).filter((one) => !known.has(one)),
      [],
    );
    if (all) expectSame(new Set(found.shares.map(keyOf)), known);
  };

  test('the hall has what can go wrong', () => {
    expect(judgements.length).toBeGreaterThan(shares.length);
    expect(new Set(judgements.map(({ lineId }) => lineId)).size).toBeLessThan(judgements.length);
  });

  test.each(LOCALES)('Markdown and Word, %s', async (locale) => {
    const document = buildVisionDocument(report, locale);
    expectShares(renderMarkdown(document).replace(/\\(?=\W)/g, ''), true);
    expectShares(paragraphsOf(unpack(await renderDocx(document))['word/document.xml'] ?? '').join('\n'), true);
  });

  test(`PDF, ${pdfIn}`, async () => {
    const { stdout } = spawnSync(process.execPath, [join(__dirname, '../../support/read-pdf.mjs')], {
      input: await renderPdf(buildVisionDocument(report, pdfIn)),
      maxBuffer: 64 * 1024 * 1024,
    });
    const { pages } = JSON.parse(stdout.toString()) as { pages: { text: string }[] };
    expectShares(pages.map(({ text }) => text).join('\n'), true);
  });

  test.each(LOCALES)('tables and workbook, %s', async (locale) => {
    const sheets = readWorkbook(await renderXlsx(buildWorkbook(report, locale)));
    for (const rows of sheets.values()) expectPercentColumns(rows.map((row) => row.map(String)));
    for (const table of TABLE_NAMES) expectPercentColumns(readCsv(renderCsv(report, table, locale)));
    // A row a judgement: its counts, and the share that is of them.
    const rows = readCsv(renderCsv(report, 'endorsements', locale)).slice(1);
    const written = rows
      .filter((row) => row.slice(3, 11).some((cell) => cell !== ''))
      .map((row) => ({ counts: row.slice(3, 11).map(Number), share: row.slice(12, 15).map(Number) }));
    for (const { counts, share } of written) {
      const support = supportIn({ lineId: '', words: '', counts });
      if (support !== undefined) expect(share).toEqual([support.people, support.of, support.percent]);
    }
    const shown = judgements.filter(({ counts }) => sum(counts) >= CELL);
    expect(written.map(({ counts }) => counts.join()).sort()).toEqual(shown.map(({ counts }) => counts.join()).sort());
    if (judge !== 'themes')
      for (const { words, counts } of shown)
        expect(rows.filter((row) => row.slice(3, 11).join() === counts.join()).map((row) => row[1])).toContain(words);
  });

  test('open data', () => {
    const found: Share[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { supportPercent, support, base } = value as Record<string, number | undefined>;
      if (supportPercent !== undefined) found.push({ people: support ?? -1, of: base ?? -1, percent: supportPercent });
      for (const one of Object.values(value)) walk(one);
    };
    const json = renderJson(report);
    walk(JSON.parse(json));
    expect(sorted(found)).toEqual(sorted(shares));
    expect(json).not.toContain('%');
  });

  test.each(LOCALES)('wall, console and phone, %s', (locale) => {
    for (const { html, whole } of judgementOnScreens(session.state, locale)) expectShares(textOfHtml(html), whole);
    for (const html of judgementOnPhone(session.state, locale)) expectShares(textOfHtml(html), true);
  });

  /** A column of whole per cents has the people and their base in the two columns before it, row by row. */
  function expectPercentColumns([head = [], ...rows]: readonly (readonly string[])[]) {
    for (const [column, title] of head.entries()) {
      if (!title.includes('%')) continue;
      for (const row of rows) {
        if (row[column] === '' || row[column] === undefined) continue;
        const [people, of, percent] = row.slice(column - 2, column + 1).map(Number);
        const share = { people: people ?? -1, of: of ?? -1, percent: percent ?? -1 };
        expectSame([title, keyOf(share)], [title, keyOf(shareOf(share.people, share.of))]);
        expectSame([keyOf(share), known.has(keyOf(share))], [keyOf(share), true]);
      }
    }
    for (const row of rows) for (const cell of row) expectShares(cell, false);
  }
});

test('[EXP30] no message has a percentage without a base', () => {
  /** Heads of columns, whose rows are looked at above, and how far a check has got, which is a share of nothing people did. */
  const alone = ['Draft.support', 'VerifyPage.busy'];
  const found: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) walk(one, path === '' ? key : `${path}.${key}`);
    else if (String(value).includes('%') && !alone.includes(path))
      if (!['{support}', '{base}'].every((part) => String(value).includes(part))) found.push(path);
  };
  for (const locale of LOCALES) walk(messagesIn(locale), '');
  expect(found).toEqual([]);
});

test('[EXP30] a percentage is written where these tests look, and nowhere else', () => {
  const root = join(__dirname, '../../..');
  const sources = ['components', 'server'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  // As text of a page ("{percent}%") or of a sentence ("${percent}\u00a0%"); a width or a place of a picture has no space.
  const writes = sources.filter(
    (name) =>
      /\.tsx?$/.test(name) && /^[^`\n]*[^$`\n]\{[^`\n]*\}%|\}\\u00a0%/m.test(readFileSync(join(root, name), 'utf8')),
  );
  expect(writes.sort()).toEqual([
    'components/activities/endorse/screen.tsx',
    'components/organiser/roll-up/common-table.tsx',
    'components/organiser/roll-up/share-cell.tsx',
    'server/export/judgement-words.ts',
    'server/export/roll-up/roll-up-cells.ts',
  ]);
});
