// What became of a line of the earlier vision, in words.
import type { EarlierLineView } from '../engine/views';
import type { Locale, OwnText } from '../engine/vocabulary';
import type { Words } from './words';

export function becameOf({ kind, status = 'not_started', fate = 'kept' }: EarlierLineView, say: Words): string {
  return say(kind === 'goal' ? `fate_${fate}` : status);
}

/** In the reader's language where somebody had entered it. */
export function earlierWording({ text, translations }: EarlierLineView, locale: Locale): OwnText {
  const translated = translations?.[locale];
  return translated === undefined ? text : { text: translated, lang: locale };
}
