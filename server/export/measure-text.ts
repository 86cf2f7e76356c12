// How wide a text is, by the letters of the PDF. Those of the Word file are a little narrower: what fits here fits there.
import { type Font, openSync } from 'fontkit';
import { FONTS } from './pdf/fonts';

const opened = new Map<string, Font>();
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** In parts of the size of the letters. */
export function measureText(text: string, bold: boolean): number {
  const key = `${bold ? 'b' : 'r'}${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const font = fontOf(bold ? FONTS.bold : FONTS.regular);
  const width = Array.from(text).reduce((sum, sign) => sum + advanceOf(font, sign), 0) / font.unitsPerEm;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, width);
  return width;
}

/** A sign that the font lacks is taken to be as wide as it is high. */
function advanceOf(font: Font, sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  return font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth : font.unitsPerEm;
}

function fontOf(path: string): Font {
  const before = opened.get(path);
  if (before !== undefined) return before;
  const font = openSync(path);
  if (!('hasGlyphForCodePoint' in font)) throw new Error('a collection of fonts in place of a font');
  opened.set(path, font);
  return font;
}
