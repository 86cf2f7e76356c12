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
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { ChartRun } from 'docx/charts';
import type { Locale } from '../../engine/vocabulary';
import type { Bars, Table as DocumentTable, Logos, Runs, Style } from '../document';
import { fitColumns } from '../fit-columns';
import { heatColour } from '../heat';
import { xmlText } from '../xml-text';
import { shadeOf } from './chart-looks';

/** Word's names of our languages, for spelling and for reading aloud. */
export const WORD_LANGUAGE: Readonly<Record<Locale, string>> = { ky: 'ky-KG', ru: 'ru-RU', en: 'en-GB' };
const INK_SOFT = '595959';
const LINE = 'A6A6A6';
const HEAD = 'E7EEF0';
/** Twips between the margins of an A4 page: 21 cm − 2 × 2 cm. */
export const TEXT_WIDTH = 9638;
const TWIPS = 20;
/** Twips on either side in a cell. */
const CELL_PADDING = 80;
/** Points on either side: a laptop without the font of the file takes another one. */
const SPARE = 2;
/** Points; the first is that of the style "Table Text". */
const SIZES = [9.5, 9, 8.5, 8, 7.5, 7, 6.5] as const;
/** Twips of a row that is written in by hand. */
const FORM_ROW = 900;

/** `size`: of the letters in points, where it is not that of the paragraph. */
export function wordRuns(runs: Runs, size?: number): (TextRun | FootnoteReferenceRun)[] {
  return runs.map((run) => {
    if ('note' in run) return new FootnoteReferenceRun(run.note);
    const { text, lang, style } = run;
    return new TextRun({
      text: xmlText(text),
      ...looks(style),
      // Word orders a run of such letters by this mark alone.
      ...(isRightToLeft(text) ? { rightToLeft: true } : {}),
      ...(lang === undefined ? {} : { language: { value: WORD_LANGUAGE[lang] } }),
      ...(size === undefined ? {} : { size: Math.round(2 * size) }),
    });
  });
}

/** A paragraph that begins with a script from right to left begins at the right, as on a page with `dir=auto`. */
export function directionOf(runs: Runs): { readonly bidirectional?: true } {
  return isRightToLeft(runs.map((run) => ('note' in run ? '' : run.text)).join('')) ? { bidirectional: true } : {};
}

/** By its first letter that has a direction. */
function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);
}

function looks(style: Style = 'plain') {
  // Never switched off: a heading is bold by its style.
  return { plain: {}, soft: { color: INK_SOFT }, bold: { bold: true }, italics: { italics: true } }[style];
}

/** The first row is repeated on every page. It does not stand alone at the foot of one, nor the last at the head. */
export function wordTable({ head, rows, numbersFrom, widths, isForm, heat }: DocumentTable): Table {
  const frame = { width: TEXT_WIDTH / TWIPS, padding: CELL_PADDING / TWIPS + SPARE, sizes: SIZES };
  const { columns, size } = fitColumns({ head, rows, widths }, frame);
  const columnWidths = columns.map((width) => Math.floor(width * TWIPS));
  const cell = (runs: Runs, at: number, keepNext: boolean, fill?: string): TableCell =>
    new TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: CELL_PADDING, right: CELL_PADDING },
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill } }),
      children: [
        new Paragraph({
          style: 'TableText',
          keepNext,
          ...(at >= numbersFrom ? { alignment: AlignmentType.RIGHT } : {}),
          ...(at >= numbersFrom ? {} : directionOf(runs)),
          children: wordRuns(runs, size === SIZES[0] ? undefined : size),
        }),
      ],
    });
  const border = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
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
        children: head.map((name, at) => cell([{ text: name, style: 'bold' }], at, true, HEAD)),
      }),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            ...(isForm ? { height: { value: FORM_ROW, rule: HeightRule.ATLEAST } } : {}),
            children: row.map((runs, at) =>
              cell(runs, at, place > 0 && place === rows.length - 2, wordFill(heat?.[place]?.[at])),
            ),
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

/** Pixels. */
const CHART = { width: 640, bar: 38, around: 90, tallest: 900 } as const;
/** Signs of an option beside its bar; the whole wording stands in the table. */
const LONGEST_LABEL = 60;

/** As a chart of Word's own, that people can edit, copy and recolour. `before`: twips above it. */
export function wordBars({ caption, legend, rows }: Bars, before: number): Paragraph {
  const labels = rows.map(({ label }) => xmlText(label.text));
  const words = xmlText(`${caption}. ${rows.map(({ total }, at) => `${labels[at]}: ${total}`).join('; ')}`);
  const chart = new ChartRun({
    type: 'bar',
    stacking: 'stacked',
    gapWidth: 40,
    title: { text: xmlText(caption), font: { size: 11 } },
    // The figure of a bar stands with its label: at the end of a bar of parts Word has no place for their sum.
    categories: labels.map((label, at) => {
      const shown = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label;
      return `${shown} – ${rows[at]?.total ?? 0}`;
    }),
    series: legend.map((name, at) => ({
      name: xmlText(name),
      values: rows.map(({ parts }) => parts[at] ?? 0),
      color: shadeOf(at),
    })),
    // Word puts the first at the bottom.
    categoryAxis: { reverseOrder: true, font: { size: 8 } },
    valueAxis: { visible: false, gridlines: false },
    legend: { position: 'bottom', font: { size: 8 } },
    transformation: { width: CHART.width, height: Math.min(CHART.tallest, CHART.around + rows.length * CHART.bar) },
    altText: { title: xmlText(caption), description: words, name: xmlText(caption) },
  });
  return new Paragraph({ spacing: { before, after: 120 }, children: [chart] });
}
