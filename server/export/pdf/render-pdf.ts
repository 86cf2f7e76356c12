// A document as a PDF to print, keep and read aloud: tagged (PDF/UA), with bookmarks, contents, vector pictures, notes.
import type { Block, PaperDocument, Runs, TextRun } from '../document';
import { staysWithNext } from '../keep-together';
import { drawBars, heightOfBars } from './draw-bars';
import { drawLogos } from './draw-logos';
import { drawTable, heightOfBeginning } from './draw-table';
import { INK, langOf, PAGE, Sheet, SOFT, type Structure, TEXT_WIDTH } from './sheet';

type Entry = { readonly level: 1 | 2 | 3; readonly text: string; readonly page: number };
/** Points to the left of an item of a list. */
const BULLET = 12;
/** Lines of the contents on a page. */
const ENTRIES_A_PAGE = 38;

export async function renderPdf({
  title,
  locale,
  reference,
  blocks,
  notes,
  words,
}: PaperDocument): Promise<Uint8Array> {
  const sheet = new Sheet({ title, lang: locale, keywords: reference });
  const whole = collect(sheet);
  const marks = new Outline(sheet);
  let contents: Contents | undefined;
  // Notes have a heading of their own.
  const entries = blocks.filter((block) => block.kind === 'heading').length + (notes.length > 0 ? 1 : 0);
  const stays = staysWithNext(blocks);
  for (const [at, block] of blocks.entries()) {
    const begins = block.kind === 'heading' && block.newPage === true;
    if (stays[at] && !stays[at - 1] && !begins) sheet.ensure(heightUntilNext(sheet, blocks, stays, at));
    if (block.kind === 'contents') contents = new Contents(sheet, block.title, entries);
    else if (block.kind !== 'bullet') drawBlock(sheet, block, marks);
    else if (blocks[at - 1]?.kind !== 'bullet') drawList(sheet, bulletsFrom(blocks, at));
  }
  drawNotes(sheet, words, notes, marks);
  if (sheet.letters.lacked)
    sheet.add('P', {}, (p) => sheet.write(p, [{ text: words.missingLetters }], { color: SOFT }));
  contents?.fill(marks.entries);
  drawFooters(sheet, title);
  sheet.doc.end();
  return whole;
}

function collect({ doc }: Sheet): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

/** Bookmarks, and what the contents list. */
class Outline {
  readonly entries: Entry[] = [];
  readonly #sheet: Sheet;
  #chapter: PDFKit.PDFOutline | undefined;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  mark(level: 1 | 2 | 3, runs: Runs): void {
    const words = runs.filter((run): run is TextRun => !('note' in run)).map(({ text }) => text);
    const text = this.#sheet.letters.plain(words.join(''));
    if (level === 1) this.#chapter = this.#sheet.doc.outline.addItem(text, { expanded: false });
    else (this.#chapter ?? this.#sheet.doc.outline).addItem(text);
    this.entries.push({ level, text, page: this.#sheet.pageNumber });
  }
}

const HEADING = {
  1: { size: 17, before: 18, after: 6, color: '#0b5563' },
  2: { size: 13, before: 12, after: 4, color: INK },
  3: { size: 11.5, before: 9, after: 3, color: INK },
} as const;

function drawBlock(sheet: Sheet, block: Exclude<Block, { kind: 'contents' | 'bullet' }>, marks: Outline): void {
  const { doc } = sheet;
  switch (block.kind) {
    case 'logos':
      drawLogos(sheet, block);
      break;
    case 'title':
      doc.y = Math.max(doc.y, 150);
      sheet.add('H1', {}, (element) =>
        sheet.write(element, [{ text: block.text }], { size: 28, font: 'bold', color: HEADING[1].color, after: 14 }),
      );
      break;
    case 'heading': {
      const { level, runs, newPage } = block;
      const { size, before, after, color } = HEADING[level];
      if (newPage) sheet.newPage();
      else if (!sheet.isAtTop) doc.y += before;
      marks.mark(level, runs);
      // The document's title is the first level.
      sheet.add(`H${level + 1}`, langOf(runs), (element) =>
        sheet.write(element, runs, { size, font: 'bold', color, after }),
      );
      break;
    }
    case 'paragraph':
      sheet.add('P', langOf(block.runs), (element) => sheet.write(element, block.runs));
      break;
    case 'table':
      drawTable(sheet, block);
      break;
    case 'bars':
      drawBars(sheet, block);
      break;
  }
}

/** Of a block that stays with the next, that one, as long as it stays too, and the beginning of the last. */
function heightUntilNext(sheet: Sheet, blocks: readonly Block[], stays: readonly boolean[], from: number): number {
  let height = 0;
  for (const [at, block] of blocks.entries()) {
    if (at < from) continue;
    if (!stays[at]) return height + heightOfFirst(sheet, block);
    height += heightOfWhole(sheet, block);
  }
  return height;
}

function heightOfWhole(sheet: Sheet, block: Block): number {
  if (block.kind === 'paragraph') return sheet.heightOf(block.runs, TEXT_WIDTH, 10.5) + 5;
  if (block.kind !== 'heading') return 0;
  const { size, before, after } = HEADING[block.level];
  return before + sheet.heightOf(block.runs, TEXT_WIDTH, size, 'bold') + after;
}

/** What of it may not be parted from what stands above. */
function heightOfFirst(sheet: Sheet, block: Block): number {
  switch (block.kind) {
    case 'table':
      return heightOfBeginning(sheet, block);
    case 'bars':
      return heightOfBars(sheet, block);
    case 'bullet':
      return sheet.heightOf(block.runs, TEXT_WIDTH - BULLET, 10.5);
    default:
      return heightOfWhole(sheet, block);
  }
}

/** Bullets that follow each other are one list. */
function bulletsFrom(blocks: readonly Block[], start: number): readonly Runs[] {
  const bullets: Runs[] = [];
  for (const block of blocks.slice(start)) {
    if (block.kind !== 'bullet') break;
    bullets.push(block.runs);
  }
  return bullets;
}

function drawList(sheet: Sheet, items: readonly Runs[]): void {
  sheet.add('L', {}, (list) => {
    for (const runs of items) {
      sheet.ensure(sheet.heightOf(runs, TEXT_WIDTH - BULLET, 10.5));
      drawItem(sheet, list, '•', runs);
    }
  });
}

function drawItem(sheet: Sheet, list: Structure, label: string, runs: Runs): void {
  const { doc } = sheet;
  const item = doc.struct('LI');
  list.add(item);
  const mark = doc.struct('Lbl');
  item.add(mark);
  mark.add(() => {
    sheet.drawCut(label, { x: PAGE.margin, y: doc.y, width: BULLET, size: 10.5, color: SOFT });
  });
  mark.end();
  const body = doc.struct('LBody', langOf(runs) as never);
  item.add(body);
  sheet.write(body, runs, { indent: BULLET, after: 2 });
  body.end();
  item.end();
}

function drawNotes(sheet: Sheet, words: PaperDocument['words'], notes: PaperDocument['notes'], marks: Outline): void {
  if (notes.length === 0) return;
  drawBlock(sheet, { kind: 'heading', level: 1, runs: [{ text: words.notes }], newPage: true }, marks);
  for (const [at, [first = [], ...others]] of notes.entries())
    sheet.add('Note', {}, (element) => {
      const { doc } = sheet;
      const paragraphs: readonly Runs[] = [[{ text: `[${at + 1}] `, style: 'bold' }, ...first], ...others];
      for (const [place, runs] of paragraphs.entries()) {
        const p = doc.struct('P', langOf(runs) as never);
        element.add(p);
        sheet.write(p, runs, { size: 9, indent: place === 0 ? 0 : 18, after: place === paragraphs.length - 1 ? 6 : 1 });
        p.end();
      }
    });
}

/** Pages kept free for the contents, and its place in the reading order; written when the pages of all headings are known. */
class Contents {
  readonly #sheet: Sheet;
  readonly #title: string;
  readonly #element: Structure;
  readonly #firstPage: number;

  /** `entries`: how many there will be. */
  constructor(sheet: Sheet, title: string, entries: number) {
    this.#sheet = sheet;
    this.#title = title;
    sheet.newPage();
    this.#firstPage = sheet.pageNumber;
    this.#element = sheet.reserve('TOC');
    for (let page = 1; page < Math.ceil(entries / ENTRIES_A_PAGE); page += 1) sheet.newPage();
  }

  fill(entries: readonly Entry[]): void {
    const { doc } = this.#sheet;
    for (let from = 0; from < entries.length; from += ENTRIES_A_PAGE) {
      doc.switchToPage(this.#firstPage - 1 + from / ENTRIES_A_PAGE);
      let y: number = PAGE.margin;
      if (from === 0) {
        const caption = doc.struct('Caption');
        this.#element.add(caption);
        caption.add(() => {
          this.#sheet.drawCut(this.#title, { x: PAGE.margin, y, width: TEXT_WIDTH, size: 13, font: 'bold' });
        });
        caption.end();
        y += 26;
      }
      for (const entry of entries.slice(from, from + ENTRIES_A_PAGE)) {
        this.#entry(entry, y);
        y += 17.5;
      }
    }
    this.#element.end();
  }

  #entry({ level, text, page }: Entry, y: number): void {
    const { doc } = this.#sheet;
    const item = doc.struct('TOCI');
    this.#element.add(item);
    item.add(() => {
      const left = PAGE.margin + 14 * (level - 1);
      const font = level === 1 ? 'bold' : 'regular';
      const end = PAGE.margin + TEXT_WIDTH;
      this.#sheet.drawCut(text, { x: left, y, width: end - left - 40, size: 10.5, font });
      this.#sheet.drawCut(String(page), { x: end - 36, y, width: 36, size: 10.5, align: 'right' });
    });
    item.end();
  }
}

/** Signs of the title below each page. */
const LONGEST_FOOTER = 70;

function drawFooters(sheet: Sheet, title: string): void {
  const { doc } = sheet;
  const { start, count } = doc.bufferedPageRange();
  // Short enough that the number of the page is never cut.
  const name = title.length > LONGEST_FOOTER ? `${title.slice(0, LONGEST_FOOTER)}…` : title;
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const { margins } = doc.page;
    const { bottom } = margins;
    // Writing below the margin would start another page.
    margins.bottom = 0;
    sheet.artifact('Pagination', () => {
      const number = ` · ${page + 1 - start}\u00a0/\u00a0${count}`;
      const place = {
        x: PAGE.margin,
        y: PAGE.height - PAGE.footer,
        width: TEXT_WIDTH,
        size: 8.5,
        align: 'center',
      } as const;
      sheet.drawCut(`${name}${number}`, { ...place, color: SOFT });
    });
    margins.bottom = bottom;
  }
}
