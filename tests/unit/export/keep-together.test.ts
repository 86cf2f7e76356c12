// What belongs together stands on one page: a heading with what it heads, words with their table or picture, a figure with its sign.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { LOCALES } from '../../../server/engine/vocabulary';
import { type Block, heading, type PaperDocument, paragraph, plain, table } from '../../../server/export/document';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { renderPdf } from '../../../server/export/pdf/render-pdf';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { METHODS, playJudgedHall } from '../../support/judged-hall';
import { unpack } from '../../support/office-files';

const paper = (blocks: readonly Block[]): PaperDocument => ({
  title: 'Vision',
  locale: 'en',
  reference: '',
  words: { notes: '', missingLetters: '' },
  blocks,
  notes: [],
});

function pagesOf(bytes: Uint8Array): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [join(__dirname, '../../support/read-pdf.mjs')], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return (JSON.parse(stdout) as { pages: { text: string }[] }).pages.map(({ text }) => text);
}

const tall = (text: string) => plain(`${text} ${'tall '.repeat(60)}`);
const SECTIONS: Readonly<Record<string, (mark: string) => readonly Block[]>> = {
  'a heading and a table': (mark) => [table(['What', 'Why'], [[tall(`E${mark}`), plain('')]], [1, 1])],
  'words and a table': (mark) => [
    paragraph('First. '.repeat(30)),
    paragraph('Then.'),
    table(['What'], [[tall(`E${mark}`)]], [1]),
  ],
  'words and a picture': (mark) => [
    paragraph('How it was decided. '.repeat(8)),
    {
      kind: 'bars',
      caption: 'Vote',
      legend: Array.from({ length: 6 }, (_, at) => `A stakeholder group with a long name, number ${at}`),
      rows: Array.from({ length: 8 }, (_, at) => ({
        label: { text: at === 7 ? `E${mark}` : 'option', lang: 'en' as const },
        parts: [at],
        total: at,
      })),
    },
  ],
  'a heading and a list': (mark) => [{ kind: 'bullet', runs: tall(`E${mark}`) }],
};
const FILLED = Array.from({ length: 24 }, (_, at) => 22 + at);

test.each(Object.keys(SECTIONS))('[EXP38] %s are not parted, wherever the page ends', async (name) => {
  const blocks = FILLED.flatMap((lines): readonly Block[] => [
    { kind: 'heading', level: 1, runs: plain('Chapter'), newPage: true },
    ...Array.from({ length: lines }, () => paragraph('A line.')),
    heading(2, `B${lines}.`),
    ...(SECTIONS[name]?.(`${lines}.`) ?? []),
  ]);
  const pages = pagesOf(await renderPdf(paper(blocks)));
  const pageOf = (mark: string) => pages.findIndex((text) => text.includes(mark));
  for (const lines of FILLED) expect([lines, pageOf(`B${lines}.`)]).toEqual([lines, pageOf(`E${lines}.`)]);
  // The page before the first chapter is that of the title; there is none here.
  expect(pages.slice(1).filter((text) => !/line|option|tall|First/.test(text))).toEqual([]);
});

test('[EXP38] however long the contents are, no page of them is empty', async () => {
  for (const headings of [37, 38, 39, 76])
    for (const notes of [[], [[plain('A note.')]]]) {
      const blocks: readonly Block[] = [
        paragraph('Title page.'),
        { kind: 'contents', title: 'Contents' },
        { kind: 'heading', level: 1, runs: plain('Chapter 0'), newPage: true },
        ...Array.from({ length: headings - 1 }, (_, at) => heading(1, `Chapter ${at + 1}`)),
      ];
      const pages = pagesOf(
        await renderPdf({ ...paper(blocks), words: { notes: 'Notes', missingLetters: '' }, notes }),
      );
      const empty = pages.filter((text) => !/Title page|Chapter|Notes/.test(text));
      expect({ headings, notes: notes.length, empty }).toEqual({ headings, notes: notes.length, empty: [] });
    }
});

test('[EXP38] the last row of a table does not stand alone on a page', async () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => [plain(`R${count}-${at}.`)]);
  const counts = Array.from({ length: 16 }, (_, at) => 24 + at);
  const blocks = counts.flatMap((count): readonly Block[] => [
    { kind: 'heading', level: 1, runs: plain('Chapter'), newPage: true },
    table(['What'], rows(count), [1]),
  ]);
  const pages = pagesOf(await renderPdf(paper(blocks)));
  for (const count of counts) {
    const last = pages.find((text) => text.includes(`R${count}-${count - 1}.`));
    expect({ count, with: last?.includes(`R${count}-${count - 2}.`) }).toEqual({ count, with: true });
  }
});

test('[EXP38] Word is told to keep a heading, the words before a table and the table’s heading with what follows', async () => {
  const blocks = [heading(2, 'B'), paragraph('First'), paragraph('Then'), table(['What'], [[plain('E')]], [1])];
  const xml = unpack(await renderDocx(paper([...blocks, paragraph('After')])))['word/document.xml'] ?? '';
  const kept = (text: string) =>
    xml
      .split('</w:p>')
      .find((one) => one.includes(`>${text}</w:t>`))
      ?.includes('<w:keepNext/>');
  expect(['B', 'First', 'Then', 'What', 'E', 'After'].map(kept)).toEqual([true, true, true, true, false, false]);
});

test('[EXP38] no line ends between a figure and its sign', () => {
  for (const method of METHODS) {
    const { state } = playJudgedHall({ seed: 'signs', method, judge: 'lines' });
    const report = buildReport(state, { startedAt: 0, closingHash: '' });
    for (const locale of LOCALES) {
      const { blocks, notes } = buildVisionDocument(report, locale);
      const runs = [
        ...notes.flat(2),
        ...blocks.flatMap((block) =>
          block.kind === 'table'
            ? [...block.rows.flat(2), ...block.head.map((text) => ({ text }))]
            : 'runs' in block
              ? block.runs
              : [],
        ),
      ];
      const ours = runs.flatMap((run) => ('note' in run || 'lang' in run ? [] : [run.text]));
      expect(ours.join(' ')).toContain('\u00a0%');
      expect(ours.filter((text) => /[\d,] %|[≥№] \d/.test(text))).toEqual([]);
    }
  }
});
