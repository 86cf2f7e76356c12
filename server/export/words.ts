// The words of exports in a language, from the same files as the pages: namespaces Draft, Marks and RollUp, and the levels of Phone.
import { datesIn } from '../../i18n/dates';
import { type Messages, messagesIn } from '../../i18n/messages';
import { numberIn } from '../../i18n/numbers';
import { DEFAULT_TIME_ZONE } from '../engine/time-zone';
import type { AgreementLevel, Locale } from '../engine/vocabulary';

export type DraftWord = keyof Messages['Draft'] | keyof Messages['Marks'] | keyof Messages['RollUp'];

export type Words = {
  readonly locale: Locale;
  (word: DraftWord, values?: Readonly<Record<string, string | number>>): string;
  level(level: AgreementLevel): string;
  /** A date in full, on the workshop's clock; milliseconds since 1970. */
  day(at: number): string;
  /** The same with the time of day and its distance from UTC. */
  moment(at: number): string;
  /** A figure as the language writes it; words stay. */
  cell(value: string | number): string;
};

/** Numbers among the values are written as the language writes them. */
export function wordsIn(locale: Locale, timeZone: string = DEFAULT_TIME_ZONE): Words {
  const { Draft, Marks, RollUp, Phone } = messagesIn(locale);
  const words: Readonly<Record<DraftWord, string>> = { ...Draft, ...Marks, ...RollUp };
  const say = (word: DraftWord, values: Readonly<Record<string, string | number>> = {}): string =>
    words[word].replace(/\{(\w+)\}/g, (whole, name) => cell(values[name] ?? whole));
  const { day, moment } = datesIn(locale, timeZone);
  const cell = (value: string | number) => (typeof value === 'number' ? numberIn(locale, value) : value);
  return Object.assign(say, {
    locale,
    level: (level: AgreementLevel) => Phone[`level${level}`],
    day,
    moment,
    cell,
  });
}
