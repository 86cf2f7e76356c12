// Every hostile string as a line, an idea, a field of an action, a goal and a title, in every document at once.
import { cleanText } from '../../../server/engine/text/clean';
import type { DeskLine } from '../../../server/engine/views';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { renderPdf } from '../../../server/export/pdf/render-pdf';
import { buildReport, type Report } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { buildWorkbook } from '../../../server/export/workbook';
import { renderXlsx } from '../../../server/export/xlsx';
import { xmlText } from '../../../server/export/xml-text';
import { HOSTILE_TEXTS } from '../../support/hostile-input';
import { decode, paragraphsOf, readWorkbook, unpack } from '../../support/office-files';
import { withReference } from '../../support/reference-cases';
import { playSeminar } from '../../support/seminar';

const base = buildReport(playSeminar().state, { startedAt: 1_790_000_000_000, closingHash: 'abc123' });

function reportOf(texts: readonly string[]): Report {
  const [theme] = base.themes;
  const own = (text: string) => ({ text, lang: 'ky' as const });
  const needs = texts.map((text, at): DeskLine => {
    const action = { what: text, who: text, byWhen: text, means: text, sign: text };
    const trace = { ideas: [own(text), own('экинчи')] };
    return { id: `need:${at}`, kind: 'need', order: at, themeId: 'law', text: own(text), action, trace };
  });
  return {
    ...base,
    title: { ky: texts[0] ?? '', ru: texts[0] ?? '', en: texts[0] ?? '' },
    themes: [{ ...theme!, needs, goals: needs.slice(0, 40).map((line) => ({ line, actions: [line], linked: [] })) }],
    ideas: texts.map((text, at) => ({ number: at + 1, activity: base.title, ...own(text) })),
  };
}

function check(list: string, texts: readonly string[]) {
  const report = reportOf(texts);

  test(`[EXP2] ${list}: the Word file holds the text and makes nothing of it`, async () => {
    const parts = unpack(await renderDocx(buildVisionDocument(report, 'ky')));
    const paragraphs = new Set(paragraphsOf(parts['word/document.xml'] ?? ''));
    const missing = texts.map(xmlText).filter((text) => !paragraphs.has(text));
    expect(missing).toEqual([]);
    const all = Object.values(parts).join('');
    expect(all).not.toContain('TargetMode="External"');
    for (const [, field = ''] of all.matchAll(/<w:instrText[^>]*>([\s\S]*?)<\/w:instrText>/g))
      expect(decode(field)).toMatch(/^\s*(TOC|PAGE|NUMPAGES|PAGEREF)\b/);
  });

  test(`[EXP2] ${list}: the workbook holds the text and no formula`, async () => {
    const bytes = await renderXlsx(buildWorkbook(report, 'en'));
    const [head = [], ...ideas] = readWorkbook(bytes).get('Ideas') ?? [];
    expect(ideas.map((row) => row[head.indexOf('Text')])).toEqual(texts.map(xmlText));
    expect(Object.values(unpack(bytes)).join('')).not.toMatch(/<f>|<f |<hyperlink|TargetMode="External"/);
  });

  test(`[EXP2] ${list}: open data hold the text`, () => {
    const { ideas } = JSON.parse(renderJson(report)) as { ideas: { text: string }[] };
    expect(ideas.map(({ text }) => text)).toEqual(texts);
  });

  test(`[EXP2] [EXP9] ${list}: neither the PDF nor Markdown breaks, and the PDF makes nothing of it`, async () => {
    expect(() => renderMarkdown(buildVisionDocument(report, 'ru'))).not.toThrow();
    const raw = Buffer.from(await renderPdf(buildVisionDocument(report, 'ky'))).toString('latin1');
    expect(raw).toMatch(/%%EOF\s*$/);
    // Outside of text, which is compressed or a string: as an action or an annotation.
    for (const word of ['/S /JavaScript', '/S /Launch', '/S /URI', '/AcroForm', '/Subtype /Link'])
      expect(raw).not.toContain(word);
  });
}

/** As the server would have stored them: what it refuses is left out. */
const stored = (values: readonly string[]) => values.map(cleanText).filter((text) => text !== '');

check('our own', stored(HOSTILE_TEXTS));
withReference<string>('naughty/blns.json', (cases) => check('naughty strings', stored(cases)));
withReference<{ value: string }>('naughty/xss-owasp.json', (cases) =>
  check('cross-site scripts', stored(cases.map(({ value }) => value))),
);
