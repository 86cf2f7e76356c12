// The fonts of the PDF, whole so that Kyrgyz, Russian and English are in one file each, and what to do with signs they lack.
import { openSync } from 'fontkit';

const FOLDER = '@expo-google-fonts/noto-sans';
export const FONTS = {
  regular: require.resolve(`${FOLDER}/400Regular/NotoSans_400Regular.ttf`),
  bold: require.resolve(`${FOLDER}/700Bold/NotoSans_700Bold.ttf`),
  italic: require.resolve(`${FOLDER}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`),
} as const;
export type FontName = keyof typeof FONTS;

/** Signs of our own that Noto Sans has no drawing for, as people type them. */
const SPELLED: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≈': '~', '≠': '!=', '→': '->' };
const LACKING = '\ufffd';
/** Controls, directions and joiners have no drawing, and would turn a line round. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

export type Letters = {
  /** The text as the fonts can show it. */
  shown(text: string): string;
  /** Whether anything had to be replaced so far. */
  readonly lacked: boolean;
};

export function createLetters(): Letters {
  const opened = openSync(FONTS.regular);
  if (!('hasGlyphForCodePoint' in opened)) throw new Error('a collection of fonts in place of a font');
  const known = new Map<string, string>();
  let lacked = false;
  const letter = (sign: string): string => {
    const before = known.get(sign);
    if (before !== undefined) return before;
    const after = opened.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : (SPELLED[sign] ?? LACKING);
    known.set(sign, after);
    return after;
  };
  return {
    shown(text) {
      const shown = Array.from(text.replace(/[\n\t]+/g, ' ').replace(INVISIBLE, ''), letter).join('');
      lacked ||= shown.includes(LACKING);
      return shown;
    },
    get lacked() {
      return lacked;
    },
  };
}
