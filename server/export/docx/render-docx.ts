// A document as the Word file people take home, edit and sign: headings, contents, tables, footnotes, signature page.
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Locale } from '../../engine/vocabulary';
import type { Block, PaperDocument } from '../document';
import { staysWithNext } from '../keep-together';
import { xmlText } from '../xml-text';
import { directionOf, TEXT_WIDTH, WORD_LANGUAGE, wordBars, wordLogos, wordRuns, wordTable } from './blocks';
import { withChartLooks } from './chart-looks';
import { contentsLines, type Heading, markedHeading } from './contents';
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
        children: wordBlocks(blocks),
      },
    ],
  });
  return withChartLooks(new Uint8Array(await Packer.toBuffer(document)));
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Above what stands directly under a table. */
const UNDER_TABLE = 200;

function wordBlocks(blocks: readonly Block[]): readonly FileChild[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const stays = staysWithNext(blocks);
  return blocks.flatMap((block, at) => {
    const keepNext = stays[at] === true;
    const before = blocks[at - 1]?.kind === 'table' ? UNDER_TABLE : 0;
    // A paragraph with nothing in it can fall over the end of a page and leave an empty one before a chapter: there is none but
    // between two tables, which would grow together, and under a table that is the last.
    const next = blocks[at + 1]?.kind;
    const gap = block.kind === 'table' && (next === undefined || next === 'table' || next === 'logos');
    return [...wordBlock(block, { keepNext, before, headings }), ...(gap ? [gapBetweenTables()] : [])];
  });
}

function gapBetweenTables(): Paragraph {
  return new Paragraph({ children: [], spacing: { before: 120, line: 20, lineRule: LineRuleType.EXACT } });
}

type Place = { readonly keepNext: boolean; readonly before: number; readonly headings: readonly Heading[] };

function wordBlock(block: Block, { keepNext, before, headings }: Place): readonly FileChild[] {
  switch (block.kind) {
    case 'logos':
      return [wordLogos(block)];
    case 'title':
      return [new Paragraph({ style: 'Title', children: wordRuns([block]) })];
    case 'contents': {
      const title = wordRuns([{ text: block.title, style: 'bold' }]);
      return [
        new Paragraph({ pageBreakBefore: true, keepNext: true, spacing: { after: 160 }, children: title }),
        ...contentsLines(headings, TEXT_WIDTH),
      ];
    }
    case 'heading': {
      const { level, runs, newPage = false } = block;
      return [
        new Paragraph({
          heading: LEVELS[level],
          keepNext,
          pageBreakBefore: newPage,
          ...directionOf(runs),
          children: [markedHeading(block, headings.indexOf(block))],
        }),
      ];
    }
    case 'paragraph':
      return [
        new Paragraph({
          ...directionOf(block.runs),
          keepNext,
          children: wordRuns(block.runs),
          spacing: { before, after: 120 },
        }),
      ];
    case 'bullet':
      return [
        new Paragraph({
          ...directionOf(block.runs),
          children: wordRuns(block.runs),
          bullet: { level: 0 },
          spacing: { before, after: 60 },
        }),
      ];
    case 'table':
      return [wordTable(block)];
    case 'bars':
      return [wordBars(block, before)];
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
