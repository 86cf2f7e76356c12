// One tagged A4 document being written: where the pen stands, when a page is full, and which structure a piece belongs to.
import PDFDocument from 'pdfkit';
import type { Runs, Style, TextRun } from '../document';
import { composeLines, type Line, type Piece } from './compose-lines';
import { FONTS, type FontName, type TextFont } from './fonts';
import { createLetters } from './letters';

/** Points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56.69, footer: 34 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const BOTTOM = PAGE.height - PAGE.margin;
/** Points between the margins, from the top of a page to its bottom. */
export const WHOLE_PAGE = PAGE.height - 2 * PAGE.margin;
export const INK = '#1d1a14';
export const SOFT = '#595959';
export const LINE = '#a6a6a6';

export type Doc = PDFKit.PDFDocument;
export type Structure = ReturnType<Doc['struct']>;
export type TextOptions = {
  readonly size?: number;
  readonly font?: TextFont;
  readonly color?: string;
  readonly indent?: number;
  readonly after?: number;
};

export class Sheet {
  readonly doc: Doc;
  readonly letters = createLetters();
  readonly #root: Structure;

  constructor({ title, lang, keywords }: { readonly title: string; readonly lang: string; readonly keywords: string }) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
      bufferPages: true,
      tagged: true,
      subset: 'PDF/UA' as never,
      pdfVersion: '1.7',
      lang,
      displayTitle: true,
      info: { Title: this.letters.plain(title), Author: 'Eles', Keywords: keywords },
    });
    for (const [name, path] of Object.entries(FONTS)) this.doc.registerFont(name, path);
    this.#root = this.doc.struct('Document');
    this.doc.addStructure(this.#root);
    this.doc.font('regular').fontSize(10.5).fillColor(INK);
  }

  /** Structure `type` at the end of the document, filled by `fill`. */
  add(type: string, options: Readonly<Record<string, unknown>>, fill: (element: Structure) => void): void {
    const element = this.doc.struct(type, options);
    this.#root.add(element);
    fill(element);
    element.end();
  }

  /** An element whose content comes later, at this place of the reading order. */
  reserve(type: string): Structure {
    const element = this.doc.struct(type);
    this.#root.add(element);
    return element;
  }

  /** Drawing that says nothing: rules, page numbers, repeated headings. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** What is higher than a page begins where the pen stands. */
  ensure(height: number): void {
    if (height <= WHOLE_PAGE && this.doc.y + height > BOTTOM) this.newPage();
  }

  get room(): number {
    return BOTTOM - this.doc.y;
  }

  get isAtTop(): boolean {
    return this.doc.y <= PAGE.margin;
  }

  newPage(): void {
    this.doc.addPage();
    this.doc.x = PAGE.margin;
  }

  /** A whole number, from 1. */
  get pageNumber(): number {
    const { start, count } = this.doc.bufferedPageRange();
    return start + count;
  }

  /** A paragraph of runs inside `element`; references to notes stand in brackets. */
  write(element: Structure, runs: Runs, options: TextOptions = {}): void {
    const { size = 10.5, font = 'regular', color = INK, indent = 0, after = 5 } = options;
    const { doc } = this;
    const width = TEXT_WIDTH - indent;
    const lines = this.lines(runs, width, size, font, color);
    element.add(() => {
      for (const line of lines) {
        // Inside an element, which goes on there.
        if (this.room < heightOfLine(size)) doc.continueOnNewPage();
        this.drawLine(line, { x: PAGE.margin + indent, y: doc.y, width, size });
        doc.y += heightOfLine(size);
      }
      doc.font('regular').fillColor(INK);
      doc.x = PAGE.margin;
    });
    doc.y += after;
  }

  lines(runs: Runs, width: number, size: number, font: TextFont, color: string): readonly Line[] {
    return composeLines(this.pieces(runs, font, color), width, this.#measureAt(size));
  }

  /** Points from the top of the first line to the bottom of the last. */
  heightOf(runs: Runs, width: number, size: number, font: TextFont = 'regular'): number {
    return this.lines(runs, width, size, font, INK).length * heightOfLine(size);
  }

  /** Leaves the pen where it was. Lines of a script that runs from right to left begin at the right. */
  drawLine(line: Line, place: LinePlace): void {
    const { x, y, width, size, align = line.rightToLeft ? 'right' : 'left' } = place;
    const { doc } = this;
    const [penX, penY] = [doc.x, doc.y];
    const free = { left: 0, center: (width - line.width) / 2, right: width - line.width }[align];
    for (const piece of line.pieces) {
      doc.font(piece.font).fontSize(size).fillColor(piece.color);
      // All fonts of a line stand on one base.
      const options = { lineBreak: false, baseline: 'alphabetic' } as const;
      doc.text(piece.text, x + free + piece.x, y + ASCENT * size, options);
    }
    [doc.x, doc.y] = [penX, penY];
  }

  /** What fits of a text on one line, with an ellipsis where it was cut. */
  drawCut(text: string, place: LinePlace & { readonly font?: TextFont; readonly color?: string }): void {
    const { width, size, font = 'regular', color = INK } = place;
    const compose = (words: string) => this.lines([{ text: words }], Number.POSITIVE_INFINITY, size, font, color);
    let signs = Array.from(text);
    let [line] = compose(text);
    while (line !== undefined && line.width > width && signs.length > 1) {
      // By the share that is too much, and at least one sign.
      signs = signs.slice(0, Math.min(signs.length - 1, Math.ceil((signs.length * width) / line.width)));
      [line] = compose(`${signs.join('').trimEnd()}…`);
    }
    if (line !== undefined) this.drawLine(line, place);
  }

  widthOf(text: string, size: number): number {
    return this.lines([{ text }], Number.POSITIVE_INFINITY, size, 'regular', INK)[0]?.width ?? 0;
  }

  #measureAt(size: number): (text: string, font: FontName) => number {
    return (text, font) => this.doc.font(font).fontSize(size).widthOfString(text);
  }

  pieces(runs: Runs, font: TextFont, color: string): readonly Piece[] {
    const pieces = runs.flatMap((run): readonly Piece[] => {
      // Held to the word before it.
      if ('note' in run) return [{ text: `\u00a0[${run.note}]`, font: 'regular', color: SOFT }];
      const own = run.style === 'soft' ? SOFT : color;
      return this.letters.drawn(run.text, fontOf(run, font)).map((drawn) => ({ ...drawn, color: own }));
    });
    return pieces.length > 0 ? pieces : [{ text: ' ', font, color }];
  }
}

/** Of Noto Sans, in parts of the size of the letters: where the base of a line is below its top, and how high a line is. */
const ASCENT = 1.069;
const LINE_HEIGHT = 1.362;
/** Points. */
const LEADING = 1.5;

export function heightOfLine(size: number): number {
  return LINE_HEIGHT * size + LEADING;
}

/** Points. */
type LinePlace = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly align?: 'left' | 'center' | 'right';
};

const FONT_OF: Readonly<Record<Style, TextFont | undefined>> = {
  plain: undefined,
  soft: undefined,
  bold: 'bold',
  italics: 'italic',
};

function fontOf({ style = 'plain' }: TextRun, font: TextFont): TextFont {
  return FONT_OF[style] ?? font;
}

/** The language of a paragraph that a person wrote in another one than the document's. */
export function langOf(runs: Runs): { readonly lang?: string } {
  const own = runs.find((run): run is TextRun => !('note' in run) && run.lang !== undefined);
  return own?.lang === undefined ? {} : { lang: own.lang };
}
