// A line in the reader's language: as people wrote it, or as somebody entered it by hand. Nothing is translated by machine.
import type { DeskLine, Translation } from '../views';
import type { EarlierLine, Locale, OwnText } from '../vocabulary';

type Translations = Readonly<Partial<Record<Locale, Translation>>>;

export function wordingIn({ text, translations }: Pick<DeskLine, 'text' | 'translations'>, locale: Locale): OwnText {
  const translated = locale === text.lang ? undefined : translations?.[locale];
  return translated === undefined || translated.outdated ? text : { text: translated.text, lang: locale };
}

/** Words of an earlier time, whose translations were kept as they stood: of an earlier vision, or as they were judged. */
export function standingWordingIn(
  { text, translations }: Pick<EarlierLine, 'text' | 'translations'>,
  locale: Locale,
): OwnText {
  const translated = translations?.[locale];
  return translated === undefined ? text : { text: translated, lang: locale };
}

/** Without those of an earlier wording. */
export function currentOf(translations: Translations): Translations {
  return Object.fromEntries(Object.entries(translations).filter(([, { outdated }]) => !outdated));
}

/** The words alone. */
export function currentTexts(translations: Translations = {}): Readonly<Partial<Record<Locale, string>>> {
  return Object.fromEntries(Object.entries(currentOf(translations)).map(([lang, { text }]) => [lang, text]));
}
