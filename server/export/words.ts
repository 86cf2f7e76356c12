// The words of exports in a language, from the same files as the pages: namespaces Draft, Marks and RollUp, and the levels of Phone.
import en from '../../messages/en.json';
import ky from '../../messages/ky.json';
import ru from '../../messages/ru.json';
import type { AgreementLevel, Locale } from '../engine/vocabulary';

export type DraftWord = keyof (typeof ky)['Draft'] | keyof (typeof ky)['Marks'] | keyof (typeof ky)['RollUp'];

export type Words = {
  readonly locale: Locale;
  (word: DraftWord, values?: Readonly<Record<string, string | number>>): string;
  level(level: AgreementLevel): string;
  /** A date in full; milliseconds since 1970. */
  day(at: number): string;
};

const MESSAGES = { ky, ru, en };

export function wordsIn(locale: Locale): Words {
  const { Draft, Marks, RollUp, Phone } = MESSAGES[locale];
  const words: Readonly<Record<DraftWord, string>> = { ...Draft, ...Marks, ...RollUp };
  const say = (word: DraftWord, values: Readonly<Record<string, string | number>> = {}): string =>
    words[word].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return Object.assign(say, {
    locale,
    level: (level: AgreementLevel) => Phone[`level${level}`],
    day: (at: number) => days.format(at),
  });
}
