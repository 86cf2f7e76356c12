// The verdict on an archive in sentences for people: how far it can be believed, and no further.
import en from '../../messages/en.json';
import ky from '../../messages/ky.json';
import ru from '../../messages/ru.json';
import type { Locale } from '../engine/vocabulary';
import { inFours } from '../protocol/in-fours';
import { type Believable, beliefsOf } from './beliefs';
import type { Verdict } from './check-archive';

const WORDS = { ky: ky.Verify, ru: ru.Verify, en: en.Verify };
const PAGE_WORDS = { ky: ky.VerifyPage, ru: ru.VerifyPage, en: en.VerifyPage };

export function sentenceOf(verdict: Verdict, locale: Locale): string {
  const words = WORDS[locale];
  if (!verdict.ok) return badSentence(verdict, locale);
  const { facts, participants, closingHash } = verdict;
  const votes = Object.values(verdict.votes);
  const counted = fill(`${words.counted} ${words.compare}`, {
    facts,
    participants,
    votes: votes.length,
    ballots: votes.reduce((sum, { ballots }) => sum + ballots, 0),
    hash: inFours(closingHash),
  });
  const page = PAGE_WORDS[locale];
  const kind = [...(verdict.rehearsal ? [page.rehearsal] : []), ...(verdict.ended ? [] : [page.running])];
  return [...kind, believed(verdict, locale), counted].join(' ');
}

/** How far it can be believed. */
export function believed(of: Believable, locale: Locale): string {
  return beliefsOf(of)
    .map(({ words, values }) => fill(WORDS[locale][words], values))
    .join(' ');
}

type Bad = { readonly code: string; readonly verdict: string; readonly badRecord: number; readonly why: string };

/** `why` speaks for a code that these words do not know. */
export function badSentence({ code, verdict, badRecord, why }: Bad, locale: Locale): string {
  const words: Readonly<Record<string, string>> = WORDS[locale];
  const said = words[code] ?? why;
  return verdict === 'unread' ? said : fill(WORDS[locale].bad, { record: badRecord, why: said });
}

export function unreadable(locale: Locale): string {
  return WORDS[locale].unreadable;
}

export function badExpectation(locale: Locale): string {
  return WORDS[locale].bad_expectation;
}

function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
