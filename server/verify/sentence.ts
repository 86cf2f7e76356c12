// The verdict on an archive in one sentence for people.
import en from '../../messages/en.json';
import ky from '../../messages/ky.json';
import ru from '../../messages/ru.json';
import type { Locale } from '../engine/vocabulary';
import type { Verdict } from './check-archive';

const WORDS = { ky: ky.Verify, ru: ru.Verify, en: en.Verify };

export function sentenceOf(verdict: Verdict, locale: Locale): string {
  const words = WORDS[locale];
  if (!verdict.ok) return badSentence(verdict, locale);
  const { facts, participants, closingHash } = verdict;
  const votes = Object.values(verdict.votes);
  return fill(`${words.good} ${words.counted} ${words.compare}`, {
    facts,
    participants,
    votes: votes.length,
    ballots: votes.reduce((sum, { ballots }) => sum + ballots, 0),
    hash: closingHash,
  });
}

/** `why` speaks for a code that these words do not know. */
export function badSentence(
  { code, badRecord, why }: { readonly code: string; readonly badRecord: number; readonly why: string },
  locale: Locale,
): string {
  const words: Readonly<Record<string, string>> = WORDS[locale];
  return fill(WORDS[locale].bad, { record: badRecord, why: words[code] ?? why });
}

export function unreadable(locale: Locale): string {
  return WORDS[locale].unreadable;
}

function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
