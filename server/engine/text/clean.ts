// What becomes of text a person typed before it is stored: readable, harmless to its neighbours, otherwise untouched.
import type { Rejection } from '../rejection';
import { reject } from '../rejection';

// Controls, bidi overrides and isolates, invisible joiners' misuse, tag block and noncharacters: they can reorder or hide
// a neighbour's card, a file name or a log line. ZWJ and ZWNJ stay (emoji, Persian); line breaks and tabs become spaces.
const HARMFUL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ufdd0-\ufdef]|\p{Cs}|[\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{10fffe}\u{10ffff}]/gu;
/** More than three marks on one letter ("zalgo") climb over the lines above and below. */
const TOO_MANY_MARKS = /(\p{M}{3})\p{M}+/gu;
const SPACES = /[\s\u2028\u2029]+/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** NFC, without harmful characters, spaces joined, trimmed. */
export function cleanText(raw: string): string {
  return raw.normalize('NFC').replace(HARMFUL, '').replace(TOO_MANY_MARKS, '$1').replace(SPACES, ' ').trim();
}

/** Length as people count it closely enough: code points. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** The cleaned text, or why it is refused: nothing visible in it, or longer than `max` code points. */
export function requireText(raw: string, max: number): string | Rejection {
  const text = cleanText(raw);
  if (!VISIBLE.test(text)) return reject('empty_text');
  if (textLength(text) > max) return reject('text_too_long', { max });
  return text;
}
