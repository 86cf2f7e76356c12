// The verdict on an archive in sentences for people: how far it can be believed, and no further.
import { messagesIn } from '../../i18n/messages';
import type { Locale } from '../engine/vocabulary';
import { inFours } from '../protocol/in-fours';
import { type Believable, beliefsOf } from './beliefs';
import type { Verdict } from './check-archive';

export function sentenceOf(verdict: Verdict, locale: Locale): string {
  const { Verify: words, VerifyPage: page } = messagesIn(locale);
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
  const kind = [...(verdict.rehearsal ? [page.rehearsal] : []), ...(verdict.ended ? [] : [page.running])];
  return [...kind, believed(verdict, locale), counted].join(' ');
}

/** How far it can be believed. */
export function believed(of: Believable, locale: Locale): string {
  return beliefsOf(of)
    .map(({ words, values }) => fill(messagesIn(locale).Verify[words], values))
    .join(' ');
}

type Bad = { readonly code: string; readonly verdict: string; readonly badRecord: number; readonly why: string };

/** `why` speaks for a code that these words do not know. */
export function badSentence({ code, verdict, badRecord, why }: Bad, locale: Locale): string {
  const { Verify } = messagesIn(locale);
  const words: Readonly<Record<string, string>> = Verify;
  const said = words[code] ?? why;
  return verdict === 'unread' ? said : fill(Verify.bad, { record: badRecord, why: said });
}

export function unreadable(locale: Locale): string {
  return messagesIn(locale).Verify.unreadable;
}

export function badExpectation(locale: Locale): string {
  return messagesIn(locale).Verify.bad_expectation;
}

function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
