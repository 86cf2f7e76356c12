import type { Locale, OwnText } from '../engine/vocabulary';

/** A person's words as a cell that has no column for its language: marked where that is not the language its row names. */
export function besideLanguage({ text, lang }: OwnText, ofRow: Locale): string {
  return lang === ofRow ? text : `${text} (${lang})`;
}
