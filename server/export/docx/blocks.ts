// The pieces of the Word file: runs, paragraphs, tables. Everything a person wrote passes `xmlText`.
import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  HeightRule,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Locale } from '../../engine/vocabulary';
import type { Table as DocumentTable, Logos, Runs, Style } from '../document';
import { heatColour } from '../heat';
import { xmlText } from '../xml-text';

/** Word's names of our languages, for spelling and for reading aloud. */
export const WORD_LANGUAGE: Readonly<Record<Locale, string>> = { ky: 'ky-KG', ru: 'ru-RU', en: 'en-GB' };
const INK_SOFT = '595959';
const LINE = 'A6A6A6';
const HEAD = 'E7EEF0';
/** Twips between the margins of an A4 page: 21 cm − 2 × 2 cm. */
const TEXT_WIDTH = 9638;
/** Twips of a row that is written in by hand. */
const FORM_ROW = 900;

export function wordRuns(runs: Runs): (TextRun | FootnoteReferenceRun)[] {
  return runs.map((run) => {
    if ('note' in run) return new FootnoteReferenceRun(run.note);
    const { text, lang, style } = run;
    return new TextRun({
      text: xmlText(text),
      ...looks(style),
      ...(lang === undefined ? {} : { language: { value: WORD_LANGUAGE[lang] } }),
    });
  });
}

function looks(style: Style = 'plain') {
  if (style === 'soft') return { color: INK_SOFT };
  return { bold: style === 'bold', italics: style === 'italics' };
}

/** The first row is repeated on every page. */
export function wordTable({ head, rows, numbersFrom, widths, isForm, heat }: DocumentTable): Table {
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const columnWidths = widths.map((share) => Math.floor((TEXT_WIDTH * share) / whole));
  const cell = (runs: Runs, at: number, fill?: string): TableCell =>
    new TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill } }),
      children: [
        new Paragraph({
          style: 'TableText',
          alignment: at >= numbersFrom ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: wordRuns(runs),
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
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((name, at) => cell([{ text: name, style: 'bold' }], at, HEAD)),
      }),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            ...(isForm ? { height: { value: FORM_ROW, rule: HeightRule.ATLEAST } } : {}),
            children: row.map((runs, at) => cell(runs, at, wordFill(heat?.[place]?.[at]))),
          }),
      ),
    ],
  });
}

/** Word wants its colours without the sign. */
function wordFill(share: number | null | undefined): string | undefined {
  return typeof share === 'number' ? heatColour(share).slice(1) : undefined;
}

/** Pixels a logo is high at most, and as wide as its form asks for. */
const LOGO_HEIGHT = 64;
const LOGO_WIDTH = 180;

export function wordLogos({ logos }: Logos): Paragraph {
  const pieces = logos.flatMap(({ name, picture: { kind, bytes, width, height } }, at) => {
    const scale = Math.min(LOGO_HEIGHT / height, LOGO_WIDTH / width);
    const words = xmlText(name);
    const image = new ImageRun({
      type: kind === 'png' ? 'png' : 'jpg',
      data: bytes,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { title: words, description: words, name: words },
    });
    return at === 0 ? [image] : [new TextRun({ text: '    ' }), image];
  });
  return new Paragraph({ spacing: { after: 240 }, children: pieces });
}
