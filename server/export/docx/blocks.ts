// The pieces of the Word file: headings, paragraphs, tables. People's words enter it through `words` alone, as text runs.
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  HeightRule,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Locale, OwnText } from '../../engine/vocabulary';
import { xmlText } from '../xml-text';

export type Block = Paragraph | Table;
/** Plain text, or runs with notes in them. */
export type Content = string | number | readonly ParagraphChild[];

/** Word's names of our languages, for spelling and for reading aloud. */
export const WORD_LANGUAGE: Readonly<Record<Locale, string>> = { ky: 'ky-KG', ru: 'ru-RU', en: 'en-GB' };
const INK_SOFT = '595959';
const LINE = 'A6A6A6';
const HEAD = 'E7EEF0';
/** Twips between the margins of an A4 page: 21 cm − 2 × 2 cm. */
const TEXT_WIDTH = 9638;

export type TextStyle = { readonly bold?: boolean; readonly italics?: boolean; readonly soft?: boolean };

export function text(content: string, { bold = false, italics = false, soft = false }: TextStyle = {}): TextRun {
  return new TextRun({ text: xmlText(content), bold, italics, ...(soft ? { color: INK_SOFT } : {}) });
}

/** What a person wrote, marked with its language where that is not the document's. */
export function words(own: OwnText, locale: Locale, style: TextStyle = {}): readonly TextRun[] {
  const { bold = false, italics = false } = style;
  const run = new TextRun({ text: xmlText(own.text), bold, italics, language: { value: WORD_LANGUAGE[own.lang] } });
  return own.lang === locale ? [run] : [run, text(` (${own.lang})`, { soft: true })];
}

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

export function heading(level: 1 | 2 | 3, content: Content, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    heading: LEVELS[level - 1] ?? HeadingLevel.HEADING_3,
    keepNext: true,
    pageBreakBefore,
    children: runsOf(content),
  });
}

export function paragraph(content: Content, style?: TextStyle): Paragraph {
  return new Paragraph({ children: runsOf(content, style), spacing: { after: 120 } });
}

export function bullet(content: Content): Paragraph {
  return new Paragraph({ children: runsOf(content), bullet: { level: 0 }, spacing: { after: 60 } });
}

type TableShape = {
  readonly numbersFrom?: number;
  /** Shares of the page's width; texts are three times as wide as figures where nothing is said. */
  readonly widths?: readonly number[];
  /** Twips: room to write by hand. */
  readonly rowHeight?: number;
};

/** The first row is repeated on every page; figures stand to the right from column `numbersFrom`. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Content[])[],
  { numbersFrom = Number.POSITIVE_INFINITY, widths, rowHeight }: TableShape = {},
): Table {
  const shares = widths ?? head.map((_, at) => (at >= numbersFrom ? 1 : 3));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / whole));
  const cell = (content: Content, at: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: HEAD } } : {}),
      children: [
        new Paragraph({
          style: 'TableText',
          alignment: at >= numbersFrom ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: runsOf(content, isHead ? { bold: true } : {}),
        }),
      ],
    });
  const border = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((name, at) => cell(name, at, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            ...(rowHeight === undefined ? {} : { height: { value: rowHeight, rule: HeightRule.ATLEAST } }),
            children: row.map((content, at) => cell(content, at, false)),
          }),
      ),
    ],
  });
}

/** Two tables without a paragraph between them would grow together. */
export function space(): Paragraph {
  return new Paragraph({ children: [], spacing: { after: 120 } });
}

function runsOf(content: Content, style?: TextStyle): ParagraphChild[] {
  return typeof content === 'object' ? [...content] : [text(String(content), style)];
}
