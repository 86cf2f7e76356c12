// The contents of the Word file lead to every heading and name its page as the program that opens the file lays it out.
import { LOCALES } from '../../../server/engine/vocabulary';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { METHODS, playJudgedHall } from '../../support/judged-hall';
import { decode, paragraphsOf, unpack } from '../../support/office-files';
import { playSeminar } from '../../support/seminar';

const facts = { startedAt: 1_790_000_000_000, closingHash: 'abc123' };
const seminar = playSeminar().state;

async function partsOf(state: typeof seminar, locale: (typeof LOCALES)[number]) {
  return unpack(await renderDocx(buildVisionDocument(buildReport(state, facts), locale)));
}

const paragraphsIn = (xml: string) => xml.match(/<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g) ?? [];

test.each(LOCALES)('[EXP36] in %s each heading has its line, which refers to its page', async (locale) => {
  const xml = (await partsOf(seminar, locale))['word/document.xml'] ?? '';
  const paragraphs = paragraphsIn(xml);
  const headings = paragraphs.filter((one) => /<w:pStyle w:val="Heading[1-3]"\/>/.test(one));
  const lines = paragraphs.filter((one) => /<w:pStyle w:val="TOC[1-3]"\/>/.test(one));
  const marks = headings.map((one) => /<w:bookmarkStart w:name="(\w+)"/.exec(one)?.[1]);
  expect(new Set(marks).size).toBe(headings.length);
  expect(lines.map((one) => /w:anchor="(\w+)"/.exec(one)?.[1])).toEqual(marks);
  expect(lines.map((one) => /PAGEREF (\w+) \\h/.exec(decode(one))?.[1])).toEqual(marks);
  // The page by Word's own layout, for Word, which works out no reference when it opens a file.
  const pages = lines.map((one) => /fldCharType="separate"\/><w:t[^>]*>(\d+)<\/w:t>/.exec(one)?.[1]);
  const words = headings.flatMap(paragraphsOf);
  expect(lines.flatMap(paragraphsOf)).toEqual(words.map((text, at) => `${text}${pages[at]}`));
});

test('[EXP36] no field makes the contents as a whole, and no question is asked when the file is opened', async () => {
  const parts = await partsOf(seminar, 'ky');
  expect(parts['word/document.xml']).not.toMatch(/<w:instrText[^>]*>\s*TOC/);
  expect(Object.values(parts).join('')).not.toMatch(/w:updateFields|w:dirty/);
});

test('[EXP38] no paragraph is empty but between two tables: none can leave an empty page before a chapter', async () => {
  const halls = METHODS.map((method) => playJudgedHall({ seed: 'pages', method, judge: 'lines' }).state);
  for (const state of [seminar, ...halls]) {
    const body = (await partsOf(state, 'ru'))['word/document.xml'] ?? '';
    const blocks = body.match(/<w:tbl>[\s\S]*?<\/w:tbl>|<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g) ?? [];
    const isTable = (at: number) => blocks[at]?.startsWith('<w:tbl>') ?? false;
    const empty = blocks.filter(
      (one, at) => !isTable(at) && !/<w:t[ >]|<w:drawing/.test(one) && !(isTable(at - 1) && isTable(at + 1)),
    );
    expect(empty).toEqual([]);
  }
});
