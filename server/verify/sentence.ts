// The verdict on an archive in one sentence for people.
import en from '../../messages/en.json';
import ky from '../../messages/ky.json';
import ru from '../../messages/ru.json';
import type { Locale } from '../engine/vocabulary';
import type { Verdict } from './check-archive';

const WORDS = { ky: ky.Verify, ru: ru.Verify, en: en.Verify };

export function sentenceOf(verdict: Verdict, locale: Locale): string {
  const words = WORDS[locale];
  if (!verdict.ok) return fill(words.bad, { record: verdict.badRecord, why: words[verdict.code] });
  const { facts, participants, closingHash } = verdict;
  const votes = Object.values(verdict.votes);
  return fill(words.good, {
    facts,
    participants,
    votes: votes.length,
    ballots: votes.reduce((sum, { ballots }) => sum + ballots, 0),
    hash: closingHash,
  });
}

export function unreadable(locale: Locale): string {
  return WORDS[locale].unreadable;
}

function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
