// Runs of words as lines of a width: no word is broken that fits on a line of its own, and words of scripts that run from
// right to left stand in their own order.
import createBidi from 'bidi-js';
import { unitsOf } from '../break-words';
import type { FontName } from './fonts';

/** In one font and colour. */
export type Piece = { readonly text: string; readonly font: FontName; readonly color: string };
/** `x`: from the left edge of the line, in points. In the order in which they are read. */
export type Placed = Piece & { readonly x: number };
export type Line = { readonly pieces: readonly Placed[]; readonly width: number; readonly rightToLeft: boolean };
export type Measure = (text: string, font: FontName) => number;

/** Letters of Hebrew, Arabic and the scripts beside them, with their presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const bidi = createBidi();

export function composeLines(pieces: readonly Piece[], width: number, measure: Measure): readonly Line[] {
  const text = pieces.map((piece) => piece.text).join('');
  const turns = RIGHT_TO_LEFT.test(text);
  const levels = turns ? bidi.getEmbeddingLevels(text) : undefined;
  const rightToLeft = levels?.paragraphs[0]?.level === 1;
  let from = 0;
  return wrap(pieces, width, measure).map((line) => {
    const length = line.reduce((sum, piece) => sum + piece.text.length, 0);
    const start = from;
    from += length;
    const shown = trimmed(line);
    if (levels === undefined) return { ...inOrder(shown, measure), rightToLeft };
    const end = start + shown.reduce((sum, piece) => sum + piece.text.length, 0);
    return { ...reordered(shown, levels.levels.subarray(start, end), measure), rightToLeft };
  });
}

/** The pieces of each line, spaces at its end among them. */
function wrap(pieces: readonly Piece[], width: number, measure: Measure): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  const put = (unit: readonly Piece[]) => {
    for (const piece of unit) {
      const line = lines[lines.length - 1] ?? [];
      const last = line[line.length - 1];
      if (last !== undefined && last.font === piece.font && last.color === piece.color)
        line[line.length - 1] = { ...last, text: last.text + piece.text };
      else line.push(piece);
    }
  };
  const widthOf = (unit: readonly Piece[]) => unit.reduce((sum, piece) => sum + measure(piece.text, piece.font), 0);
  for (const unit of unitsIn(pieces)) {
    const whole = widthOf(unit);
    const shown = widthOf(trimmed(unit));
    if (used > 0 && used + shown > width) {
      lines.push([]);
      used = 0;
    }
    if (shown <= width) {
      put(unit);
      used += whole;
      continue;
    }
    // Longer than a line: an address, or letters without a space.
    for (const { text, ...style } of unit)
      for (const sign of Array.from(text)) {
        const own = measure(sign, style.font);
        if (used > 0 && used + own > width && sign !== ' ') {
          lines.push([]);
          used = 0;
        }
        put([{ text: sign, ...style }]);
        used += own;
      }
  }
  return lines;
}

/** What stays whole, across pieces: a reference to a note belongs to the word before it. */
function unitsIn(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const units: Piece[][] = [];
  let open = false;
  for (const { text, ...style } of pieces)
    for (const unit of unitsOf(text)) {
      const piece = { text: unit, ...style };
      const last = units[units.length - 1];
      if (open && last !== undefined && !unit.startsWith(' ')) last.push(piece);
      else units.push([piece]);
      open = !/[ ]$|(?<=\p{L})-$/u.test(unit);
    }
  return units;
}

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces[pieces.length - 1];
  if (last === undefined || !last.text.endsWith(' ')) return pieces;
  return [...pieces.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}

function inOrder(pieces: readonly Piece[], measure: Measure): Pick<Line, 'pieces' | 'width'> {
  let x = 0;
  const placed = pieces.map((piece) => {
    const at = x;
    x += measure(piece.text, piece.font);
    return { ...piece, x: at };
  });
  return { pieces: placed, width: x };
}

/** By the Unicode rules for one line; a word is shaped by its font, so that letters join as they should. */
function reordered(pieces: readonly Piece[], levels: Uint8Array, measure: Measure): Pick<Line, 'pieces' | 'width'> {
  const runs: (Piece & { readonly level: number })[] = [];
  let at = 0;
  for (const { text, ...style } of pieces) {
    for (const part of text.match(/ +|[^ ]+/g) ?? []) {
      let start = 0;
      for (let end = 1; end <= part.length; end += 1) {
        if (end < part.length && levels[at + end] === levels[at + start]) continue;
        const level = levels[at + start] ?? 0;
        const signs = part.slice(start, end);
        runs.push({ text: level % 2 === 1 ? mirrored(signs) : signs, ...style, level });
        start = end;
      }
      at += part.length;
    }
  }
  const visual = runs.map((_, place) => place);
  const deepest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = deepest; level >= 1; level -= 1)
    for (let start = 0; start < visual.length; start += 1) {
      if ((runs[visual[start] ?? 0]?.level ?? 0) < level) continue;
      let end = start;
      while (end < visual.length && (runs[visual[end] ?? 0]?.level ?? 0) >= level) end += 1;
      visual.splice(start, end - start, ...visual.slice(start, end).reverse());
      start = end;
    }
  const xs = new Array<number>(runs.length).fill(0);
  let x = 0;
  for (const place of visual) {
    const run = runs[place];
    if (run === undefined) continue;
    xs[place] = x;
    x += measure(run.text, run.font);
  }
  return { pieces: runs.map(({ level: _, ...piece }, place) => ({ ...piece, x: xs[place] ?? 0 })), width: x };
}

function mirrored(text: string): string {
  return Array.from(text, (sign) => bidi.getMirroredCharacter(sign) ?? sign).join('');
}
