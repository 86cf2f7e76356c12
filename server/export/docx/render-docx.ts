// A document as the Word file people take home, edit and sign: headings, contents, tables, footnotes, signature page.
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Locale } from '../../engine/vocabulary';
import type { Block, PaperDocument } from '../document';
import { xmlText } from '../xml-text';
import { directionOf, WORD_LANGUAGE, wordBars, wordLogos, wordRuns, wordTable } from './blocks';
import { estimatePageNumbers } from './page-numbers';

/** Bytes of the file. */
export async function renderDocx({ title, locale, reference, blocks, notes }: PaperDocument): Promise<Uint8Array> {
  const footnotes = notes.map((note) => ({
    children: note.map((runs) => new Paragraph({ ...directionOf(runs), children: wordRuns(runs) })),
  }));
  const margin = { top: 1134, right: 1134, bottom: 1134, left: 1134 };
  const document = new Document({
    title: xmlText(title),
    subject: xmlText(title),
    creator: 'Eles',
    lastModifiedBy: 'Eles',
    keywords: reference,
    description: reference,
    styles: stylesIn(locale),
    pageNumbers: estimatePageNumbers,
    footnotes: Object.fromEntries(footnotes.map((note, at) => [at + 1, note])),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin } },
        footers: { default: footer(xmlText(title)) },
        children: blocks.flatMap(wordBlock),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function wordBlock(block: Block): readonly FileChild[] {
  switch (block.kind) {
    case 'logos':
      return [wordLogos(block)];
    case 'title':
      return [new Paragraph({ style: 'Title', children: wordRuns([block]) })];
    case 'contents': {
      const title = wordRuns([{ text: block.title, style: 'bold' }]);
      return [
        new Paragraph({ pageBreakBefore: true, spacing: { after: 160 }, children: title }),
        new TableOfContents(block.title, { hyperlink: true, headingStyleRange: '1-3' }),
      ];
    }
    case 'heading': {
      const { level, runs, newPage = false } = block;
      return [
        new Paragraph({
          heading: LEVELS[level],
          keepNext: true,
          pageBreakBefore: newPage,
          ...directionOf(runs),
          children: wordRuns(runs),
        }),
      ];
    }
    case 'paragraph':
      return [new Paragraph({ ...directionOf(block.runs), children: wordRuns(block.runs), spacing: { after: 120 } })];
    case 'bullet':
      return [
        new Paragraph({
          ...directionOf(block.runs),
          children: wordRuns(block.runs),
          bullet: { level: 0 },
          spacing: { after: 60 },
        }),
      ];
    case 'table':
      // Two tables without a paragraph between them would grow together.
      return [wordTable(block), new Paragraph({ children: [], spacing: { after: 120 } })];
    case 'bars':
      return [wordBars(block)];
  }
}

function stylesIn(locale: Locale) {
  // Carlito has the same widths: the file breaks its pages alike in Word and in LibreOffice.
  const font = 'Calibri';
  const lake = '0B5563';
  const heading = (size: number, before: number, after: number, color?: string) => ({
    run: { font, size, bold: true, ...(color === undefined ? {} : { color }) },
    paragraph: { spacing: { before, after } },
  });
  return {
    default: {
      document: { run: { font, size: 22, language: { value: WORD_LANGUAGE[locale] } } },
      title: heading(56, 2400, 240, lake),
      heading1: heading(32, 480, 160, lake),
      heading2: heading(26, 280, 120),
      heading3: heading(23, 240, 80),
    },
    paragraphStyles: [{ id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 19 } }],
  };
}

function footer(title: string): Footer {
  const children = [
    new TextRun({ text: `${title} · `, color: '595959' }),
    new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}
