// Every figure that the wall shows stands in every format: each file is opened as a reader would, and its tables are held
// against the wall's own view.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import type { DeskLine } from '../../../server/engine/views';
import { renderCsv } from '../../../server/export/csv';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { renderPdf } from '../../../server/export/pdf/render-pdf';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { buildWorkbook } from '../../../server/export/workbook';
import { renderXlsx } from '../../../server/export/xlsx';
import { paragraphsOf, readWorkbook, unpack } from '../../support/office-files';
import { readCsv } from '../../support/read-csv';
import { playSeminar } from '../../support/seminar';

type Row = readonly string[];

const { state } = playSeminar();
const report = buildReport(state, { startedAt: 1_790_000_000_000, closingHash: 'abc123' });
const document = buildVisionDocument(report, 'ky');
const onWall = <View>(current: string) => project({ ...state, current }, 'screen').activity as unknown as View;
const vote = onWall<VoteView>('vote');
const endorse = onWall<EndorseView>('endorse');
const lines: Readonly<Record<string, DeskLine>> = project(state, 'screen').draft.lines;
const WITHHELD = 'көрсөтүлбөйт';

/** The wall: an option, its votes, and those of each group that may be shown. */
const votesOnWall: readonly Row[] = vote.options.map(({ id, heading }) => {
  const { dots = 0, dotsByGroup = {}, nearlyAll = {} } = vote.results?.[id] ?? {};
  const split = report.groups.map(({ id: group }) => {
    const bound = nearlyAll[group];
    return String(dotsByGroup[group] ?? (bound === undefined ? WITHHELD : `≥ ${bound.atLeast}`));
  });
  return [heading.text, String(dots), ...split];
});
/** The wall: a line, how many chose each level, how many judged, support. */
const judgementsOnWall: readonly Row[] = endorse.lines.map(({ id, text }) => {
  const { counts = [], given = 0, support, base, supportPercent } = endorse.results?.[id] ?? {};
  const share = supportPercent === undefined ? '–' : `${support}/${base} (${supportPercent} %)`;
  return [text.text, ...counts.map(String), String(given), share];
});

test('the wall has something to compare with', () => {
  expect(votesOnWall.length).toBeGreaterThan(1);
  expect(votesOnWall.flat()).toContain(WITHHELD);
  expect(judgementsOnWall.length).toBeGreaterThan(1);
});

/** Rows of all tables, cell by cell. */
const inMarkdown = renderMarkdown(document)
  .split('\n')
  .filter((line) => line.startsWith('| '))
  // A figure is held to its sign.
  .map((line) => line.replaceAll('\u00a0', ' '))
  .map((line) =>
    line
      .slice(2, -2)
      .split(/ \| /)
      .map((cell) => cell.replace(/\\(?=\W)/g, '')),
  );
async function inWord(): Promise<readonly Row[]> {
  const xml = unpack(await renderDocx(document))['word/document.xml'] ?? '';
  return [...xml.matchAll(/<w:tr[ >][\s\S]*?<\/w:tr>/g)].map(([row]) =>
    [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) =>
      paragraphsOf(cell).join(' ').replaceAll('\u00a0', ' '),
    ),
  );
}
const inWorkbook = async (sheet: string) =>
  (readWorkbook(await renderXlsx(buildWorkbook(report, 'ky'))).get(sheet) ?? []).map((row) => row.map(String));
const inCsv = (table: 'results' | 'endorsements') => readCsv(renderCsv(report, table, 'ky'));
async function inPdf(): Promise<string> {
  const { stdout } = spawnSync(process.execPath, [join(__dirname, '../../support/read-pdf.mjs')], {
    input: await renderPdf(document),
    maxBuffer: 64 * 1024 * 1024,
  });
  const { pages } = JSON.parse(stdout.toString()) as { pages: { text: string }[] };
  return pages
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, '');
}

test('[EXP6] votes, in all and by group', async () => {
  const measured = votesOnWall.map(([heading = '', ...figures]) => [heading, 'Добуштар', ...figures]);
  // On paper an option is a row: rank, words, votes, supporters, and a column a group.
  const onPaper = vote.options.map(({ id }, at) => {
    const [heading = '', dots = '', ...split] = votesOnWall[at] ?? [];
    return [String(vote.results?.[id]?.rank), heading, dots, String(vote.results?.[id]?.supporters), ...split];
  });
  expect(inMarkdown).toEqual(expect.arrayContaining(onPaper));
  expect(await inWord()).toEqual(expect.arrayContaining(onPaper));
  const pdf = await inPdf();
  for (const row of onPaper) expect(pdf.includes(row.join('').replace(/\s+/g, ''))).toBe(true);
  const ofMeasure = (rows: readonly Row[]) =>
    rows.filter((row) => row[6] === 'Добуштар').map((row) => [row[4]?.replace(/^'/, ''), row[6], ...row.slice(7)]);
  const sorted = (rows: readonly (readonly (string | undefined)[])[]) => rows.map((row) => row.join('|')).sort();
  expect(sorted(ofMeasure(inCsv('results')))).toEqual(sorted(measured));
  expect(sorted(ofMeasure(await inWorkbook('Жыйынтыктар')))).toEqual(sorted(measured));
  const { votes } = JSON.parse(renderJson(report)) as {
    votes: { options: { heading: { text: string }; dots: { dots: number; dotsByGroup: object } }[] }[];
  };
  for (const { id, heading } of vote.options) {
    const open = votes[0]?.options.find((option) => option.heading.text === heading.text);
    expect(open?.dots).toEqual({
      dots: vote.results?.[id]?.dots,
      supporters: vote.results?.[id]?.supporters,
      dotsByGroup: vote.results?.[id]?.dotsByGroup,
      ...(vote.results?.[id]?.nearlyAll && { nearlyAll: vote.results[id].nearlyAll }),
    });
  }
});

test('[EXP6] judgements, level by level', async () => {
  expect(inMarkdown).toEqual(expect.arrayContaining([...judgementsOnWall]));
  expect(await inWord()).toEqual(expect.arrayContaining([...judgementsOnWall]));
  const pdf = await inPdf();
  for (const row of judgementsOnWall) expect(pdf.includes(row.join('').replace(/\s+/g, ''))).toBe(true);
  const figures = (rows: readonly Row[]) =>
    rows.slice(1).map((row) => {
      const share = row[14] === '' ? '–' : `${row[12]}/${row[13]} (${row[14]} %)`;
      return [row[1]?.replace(/^'/, ''), ...row.slice(3, 12), share].join('|');
    });
  const expected = judgementsOnWall.map((row) => row.join('|'));
  expect(figures(inCsv('endorsements'))).toEqual(expected);
  expect(figures(await inWorkbook('Макулдук'))).toEqual(expected);
  const open = (JSON.parse(renderJson(report)) as { lines: { text: { text: string }; endorsement?: object }[] }).lines;
  for (const { id, text } of endorse.lines)
    expect(open.find((line) => line.text.text === text.text)?.endorsement).toEqual(endorse.results?.[id]);
});

test('[EXP6] lines of the draft: as many, in the same words and order, with the same marks', async () => {
  const expected = Object.values(lines)
    .sort((a, b) => a.order - b.order)
    .map(({ text, endorsement }) => [text.text, endorsement?.mark ?? '']);
  const open = (
    JSON.parse(renderJson(report)) as { lines: { text: { text: string }; endorsement?: { mark?: string } }[] }
  ).lines;
  expect(open.map(({ text, endorsement }) => [text.text, endorsement?.mark ?? ''])).toEqual(expected);
  const wordings = expected.map(([text]) => text);
  expect((await inWorkbook('Элестин саптары')).slice(1).map((row) => row[3])).toEqual(wordings);
  const pdf = await inPdf();
  for (const text of wordings) expect(pdf.includes((text ?? '').replace(/\s+/g, ''))).toBe(true);
});
