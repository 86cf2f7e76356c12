import { Document, HeadingLevel, Packer, type PageNumberEstimator, Paragraph, TableOfContents, TextRun } from 'docx';
import { estimatePageNumbers as asPublished } from 'docx/layout';
import {
  estimatePageNumbers,
  LOOKED_UP,
  pageNumbersWith,
  type Remember,
  rememberFonts,
} from '../../../server/export/docx/page-numbers';
import { unpack } from '../../support/office-files';

/** Words longer than their line, faces and fonts beside one another, signs that the font lacks. */
const TEXTS = ['Таза суу '.repeat(160), 'ө'.repeat(160), 'W'.repeat(120), '★ 漢字 🙂 ✓ '.repeat(20), 'i '.repeat(300)];

async function pagesBy(pageNumbers: PageNumberEstimator): Promise<readonly (string | undefined)[]> {
  const chapters = TEXTS.flatMap((text, at) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: `Chapter ${at}` })] }),
    ...[{}, { bold: true }, { italics: true }, { font: 'Arial' }].map(
      (look) => new Paragraph({ children: [new TextRun({ text, font: 'Calibri', ...look })] }),
    ),
  ]);
  const children = [new TableOfContents('Contents', { headingStyleRange: '1-3', hyperlink: true }), ...chapters];
  const parts = unpack(new Uint8Array(await Packer.toBuffer(new Document({ pageNumbers, sections: [{ children }] }))));
  const xml = parts['word/document.xml'] ?? '';
  return [...xml.matchAll(/PAGEREF.*?"separate"\/><w:t[^>]*>(\d*)</g)].map(([, page]) => page);
}

test('[EXP36] the widths of a font are looked up once a face, not once a word', async () => {
  let [asked, lookedUp, remembered] = [0, 0, 0];
  const counting: Remember = (lookUp) => {
    remembered += 1;
    const known = rememberFonts((font) => {
      lookedUp += 1;
      return lookUp(font);
    });
    return (font) => {
      asked += 1;
      return known(font);
    };
  };
  await pagesBy(pageNumbersWith(counting));
  expect(remembered).toBe(LOOKED_UP.length);
  expect(asked).toBeGreaterThan(5_000);
  expect(lookedUp).toBeLessThan(50);
});

test('[EXP36] pages are those that the library works out by itself', async () => {
  const pages = await pagesBy(estimatePageNumbers);
  expect(pages).toHaveLength(TEXTS.length);
  expect(Number(pages.at(-1))).toBeGreaterThan(1);
  expect(pages).toEqual(await pagesBy(asPublished));
});
