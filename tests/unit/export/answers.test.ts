// What people wrote that is no line of the vision: answers to open questions, proposals that nobody voted on.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { LOCALES } from '../../../server/engine/vocabulary';
import { renderCsv } from '../../../server/export/csv';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { renderJson } from '../../../server/export/json';
import { escapeMarkdown, renderMarkdown } from '../../../server/export/markdown';
import { renderPdf } from '../../../server/export/pdf/render-pdf';
import { buildReport, type Report } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { buildWorkbook } from '../../../server/export/workbook';
import { renderXlsx } from '../../../server/export/xlsx';
import { paragraphsOf, readWorkbook, unpack } from '../../support/office-files';
import { readCsv } from '../../support/read-csv';
import { HOSTILE, PEOPLE, playSeminar, type Stop } from '../../support/seminar';

const PROMPT = { ky: 'Айыл кандай болсун?', ru: 'Каким быть селу?', en: 'What should a village be?' };
const base = buildReport(playSeminar().state, { startedAt: 1_790_000_000_000, closingHash: 'abc123' });
const report: Report = { ...base, questions: base.questions.map((one) => ({ ...one, prompt: PROMPT })) };
const flat = (text: string) => text.replace(/[\s\\]+/g, ' ');

function pdfText(bytes: Uint8Array): string {
  const { stdout } = spawnSync(process.execPath, [join(__dirname, '../../support/read-pdf.mjs')], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return (JSON.parse(stdout) as { pages: { text: string }[] }).pages.map(({ text }) => text).join(' ');
}

test('[EXP37] the report has each question with its answers, numbered as ideas are; what left is gone', () => {
  const [question, ...others] = report.questions;
  expect(others).toEqual([]);
  // Three who wrote and one who seconded; what one of them wrote is hidden.
  expect(question).toMatchObject({ joined: 8, tookPart: 4 });
  expect(question?.answers).toEqual([
    { number: 1, text: 'Дороги без ям', lang: 'ru', seconders: 1 },
    { number: 2, text: HOSTILE, lang: 'ru' },
  ]);
  for (const { number, text } of question?.answers ?? [])
    expect(report.ideas.find((idea) => idea.number === number)).toMatchObject({ text });
  const text = JSON.stringify(report.questions);
  for (const gone of ['жашыруун жооп', 'кайра алынат', ...PEOPLE.map(({ id }) => `"${id}"`)])
    expect(text).not.toContain(gone);
});

test.each(LOCALES)('[EXP37] Word file, PDF and Markdown in %s have questions and answers', async (locale) => {
  const say = wordsIn(locale);
  const document = buildVisionDocument(report, locale);
  const word = paragraphsOf(unpack(await renderDocx(document))['word/document.xml'] ?? '').join(' ');
  const mark = locale === 'ru' ? '' : ' (ru)';
  const wanted = [
    say('answersTitle'),
    PROMPT[locale],
    say('answersGiven', { answers: 2, people: 4, joined: 8 }),
    `1. Дороги без ям${mark} · ${say('seconders')}: 1`,
  ];
  const files = { word, pdf: pdfText(await renderPdf(document)), markdown: renderMarkdown(document) };
  for (const [file, text] of Object.entries(files))
    for (const words of wanted)
      expect({ file, words, found: flat(text).replaceAll('1 .', '1.').includes(words) }).toEqual({
        file,
        words,
        found: true,
      });
});

test.each(LOCALES)('[EXP37] table, workbook and open data have them in %s', async (locale) => {
  const [, ...rows] = readCsv(renderCsv(report, 'answers', locale));
  expect(rows[0]).toEqual(['1', 'Ask', PROMPT[locale], 'Дороги без ям', 'ru', '1']);
  const sheets = readWorkbook(await renderXlsx(buildWorkbook(report, locale)));
  expect(sheets.get(wordsIn(locale)('sheetAnswers'))?.[1]).toEqual([
    1,
    'Ask',
    PROMPT[locale],
    'Дороги без ям',
    'ru',
    1,
  ]);
  expect(JSON.parse(renderJson(report)).questions).toEqual(report.questions);
});

test('[EXP37] a question that was put and not answered says so; one that is still to come does not stand there', () => {
  const [asked] = report.questions;
  const markdown = (questions: Report['questions']) =>
    renderMarkdown(buildVisionDocument({ ...report, questions }, 'en'));
  expect(markdown([{ ...asked!, tookPart: 0, answers: [] }])).toContain('Answers: 0. Took part: 0 of 8.');
  expect(markdown([])).not.toContain('Answers to the questions');
});

test('[EXP37] every priority stands in the document, before and after the vote', () => {
  for (const stop of ['before the vote is revealed', 'the end'] as const) {
    const { state } = playSeminar(stop);
    const one = buildReport(state, { startedAt: 0, closingHash: '' });
    const text = flat(renderMarkdown(buildVisionDocument(one, 'ky')));
    const missing = one.priorities.filter(({ heading }) => !text.includes(flat(escapeMarkdown(heading.text))));
    expect({ stop, missing }).toEqual({ stop, missing: [] });
  }
});

test('[EXP37] what no shown vote asked about is told by theme, and only then', () => {
  const proposed = (stop: Stop) =>
    buildReport(playSeminar(stop).state, { startedAt: 0, closingHash: '' }).proposals.map(
      ({ heading }) => heading.text,
    );
  expect(proposed('before the vote is revealed')).toEqual([HOSTILE, 'Ар бир үйгө таза суу']);
  expect(proposed('the end')).toEqual([]);
});
