// The fonts, each read when it is first needed.
import { type Font, openSync } from 'fontkit';
import { once } from '../../engine/once';
import { FONTS, type FontName } from './fonts';

const OPENED = Object.fromEntries(
  Object.entries(FONTS).map(([name, file]) => [name, once(() => openFont(file))]),
) as Readonly<Record<FontName, () => Font>>;

export function fontNamed(name: FontName): Font {
  return OPENED[name]();
}

function openFont(file: string): Font {
  const font = openSync(file);
  if (!('hasGlyphForCodePoint' in font)) throw new Error('a collection of fonts in place of a font');
  return font;
}
