// How wide a text is, by the letters of the PDF. Those of the Word file are a little narrower: what fits here fits there.
import { once } from '../engine/once';
import type { TextFont } from './pdf/fonts';
import { fontNamed } from './pdf/open-font';

const ofRegular = once(() => widthsOf('regular'));
const ofBold = once(() => widthsOf('bold'));

/** In parts of the size of the letters. */
export function measureText(text: string, bold: boolean): number {
  const widthOf = bold ? ofBold() : ofRegular();
  return Array.from(text).reduce((sum, sign) => sum + widthOf(sign), 0);
}

/** Every sign is looked up in the font once. One that the font lacks is taken to be as wide as it is high. */
function widthsOf(name: TextFont): (sign: string) => number {
  const font = fontNamed(name);
  const known = new Map<string, number>();
  return (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const width =
      known.get(sign) ??
      (font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 1);
    known.set(sign, width);
    return width;
  };
}
