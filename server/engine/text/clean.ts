// What becomes of text a person typed before it is stored: readable, harmless to its neighbours, otherwise untouched.
import type { Rejection } from '../rejection';
import { reject } from '../rejection';

// Controls, invisible and bidi characters, lone surrogates, noncharacters and interlinear marks: they can reorder or hide
// a neighbour's card, a file name or a log line. The joiners and the emoji selector stay (emoji, Persian).
const HARMFUL =
  /(?!\u200c|\u200d|\ufe0f)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** More than three marks on one letter ("zalgo") climb over the lines above and below. */
const TOO_MANY_MARKS = /(\p{M}{3})\p{M}+/gu;
/** The Braille pattern without dots is a sign to Unicode and a space to the eye. */
const SPACES = /[\s\u2028\u2029\u2800]+/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** NFC, without harmful characters, spaces joined, trimmed. */
export function cleanText(raw: string): string {
  // Spaces first: line breaks and tabs are controls, and words must not run together.
  return raw.normalize('NFC').replace(SPACES, ' ').replace(HARMFUL, '').replace(TOO_MANY_MARKS, '$1').trim();
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
