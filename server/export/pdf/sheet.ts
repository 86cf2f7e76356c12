// One tagged A4 document being written: where the pen stands, when a page is full, and which structure a piece belongs to.
import PDFDocument from 'pdfkit';
import type { Runs, Style, TextRun } from '../document';
import { createLetters, FONTS, type FontName } from './letters';

/** Points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56.69, footer: 34 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const BOTTOM = PAGE.height - PAGE.margin;
export const INK = '#1d1a14';
export const SOFT = '#595959';
export const LINE = '#a6a6a6';

export type Doc = PDFKit.PDFDocument;
export type Structure = ReturnType<Doc['struct']>;
export type TextOptions = {
  readonly size?: number;
  readonly font?: FontName;
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
      info: { Title: this.letters.shown(title), Author: 'Eles', Keywords: keywords },
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

  ensure(height: number): void {
    if (this.doc.y + height > BOTTOM) this.newPage();
  }

  get room(): number {
    return BOTTOM - this.doc.y;
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
    const pieces = this.pieces(runs, font, color);
    element.add(() => {
      doc.x = PAGE.margin + indent;
      for (const [at, { text, font: own, color: ownColor }] of pieces.entries()) {
        doc.font(own).fontSize(size).fillColor(ownColor);
        doc.text(text, { width: TEXT_WIDTH - indent, continued: at < pieces.length - 1, lineGap: 1.5 });
      }
      doc.font('regular').fillColor(INK);
      doc.x = PAGE.margin;
    });
    doc.y += after;
  }

  heightOf(runs: Runs, width: number, size: number, font: FontName = 'regular'): number {
    const text = this.pieces(runs, font, INK)
      .map((piece) => piece.text)
      .join('');
    return this.doc.font(font).fontSize(size).heightOfString(text, { width, lineGap: 1.5 });
  }

  pieces(runs: Runs, font: FontName, color: string): readonly { text: string; font: FontName; color: string }[] {
    const pieces = runs.map((run) => {
      if ('note' in run) return { text: ` [${run.note}]`, font: 'regular' as const, color: SOFT };
      return {
        text: this.letters.shown(run.text),
        font: fontOf(run, font),
        color: run.style === 'soft' ? SOFT : color,
      };
    });
    const filled = pieces.filter(({ text }) => text !== '');
    return filled.length > 0 ? filled : [{ text: ' ', font, color }];
  }
}

const FONT_OF: Readonly<Record<Style, FontName | undefined>> = {
  plain: undefined,
  soft: undefined,
  bold: 'bold',
  italics: 'italic',
};

function fontOf({ style = 'plain' }: TextRun, font: FontName): FontName {
  return FONT_OF[style] ?? font;
}

/** The language of a paragraph that a person wrote in another one than the document's. */
export function langOf(runs: Runs): { readonly lang?: string } {
  const own = runs.find((run): run is TextRun => !('note' in run) && run.lang !== undefined);
  return own?.lang === undefined ? {} : { lang: own.lang };
}
