// Which font draws which sign of a text, and one honest mark for what none of them can.
import type { FontName, TextFont } from './fonts';
import { fontNamed } from './open-font';

export const LACKING = '\ufffd';
/** Controls and directions have no drawing, and would turn a line round. Joiners are dealt with where emoji are. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}/gu;
/** What only asks for a coloured drawing. */
const SELECTORS = /[\ufe0e\ufe0f]/g;
const JOINER = '\u200d';

/** Signs in a row that one font draws. */
export type Drawn = { readonly text: string; readonly font: FontName };
export type Letters = {
  /** The text in pieces of one font each. */
  drawn(text: string, font: TextFont): readonly Drawn[];
  /** Without what cannot be seen; for words that are read and not drawn: titles, bookmarks, alternative texts. */
  plain(text: string): string;
  /** Whether anything had to be replaced so far. */
  readonly lacked: boolean;
};

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** All of a cluster, or none of it: a base in one font and its accent in another would fall apart. */
function has(name: FontName, cluster: string): boolean {
  return Array.from(cluster).every((sign) => fontNamed(name).hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
}

export function createLetters(): Letters {
  const known = new Map<string, Drawn>();
  let lacked = false;

  function choose(cluster: string, font: TextFont): Drawn {
    const text = cluster.replace(SELECTORS, '');
    const bare = text.replaceAll(JOINER, '');
    const signs = font === 'bold' ? 'boldSigns' : 'signs';
    const isEmoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}/u.test(cluster);
    const candidates: readonly FontName[] = isEmoji ? ['emoji', font, signs] : [font, signs, 'signs', 'emoji'];
    const found = candidates.find((name) => has(name, bare));
    if (found === undefined) return { text: LACKING, font };
    return { text: found === 'emoji' ? text : bare, font: found };
  }

  return {
    drawn(text, font) {
      const pieces: Drawn[] = [];
      for (const { segment } of segmenter.segment(visible(text))) {
        const key = `${font} ${segment}`;
        const sign = known.get(key) ?? choose(segment, font);
        known.set(key, sign);
        lacked ||= sign.text === LACKING;
        const last = pieces[pieces.length - 1];
        // A space is in every font: it stays with what it stands after.
        if (last !== undefined && (last.font === sign.font || sign.text === ' '))
          pieces[pieces.length - 1] = { ...last, text: last.text + sign.text };
        else if (sign.text !== '') pieces.push(sign);
      }
      return pieces;
    },
    plain: (text) => visible(text).replaceAll(JOINER, ''),
    get lacked() {
      return lacked;
    },
  };
}

function visible(text: string): string {
  return text.replace(/[\n\t]+/g, ' ').replace(INVISIBLE, '');
}
