// What a person may decide about a roll-up, and the design it leads to.
import { LINE_MAX_LENGTH, PLACE_MAX_LENGTH } from '../limits';
import { cleanText, textLength } from '../text/clean';
import type { OwnText } from '../vocabulary';
import { type Member, memberKey, pairKey, type RollUpDesign } from './design';
import type { District } from './district';

export type RollUpWish =
  | { readonly type: 'rename'; readonly title: string }
  | { readonly type: 'place'; readonly code: string; readonly place: string }
  /** A new match, or a known one with other members or another wording. */
  | { readonly type: 'match'; readonly matchId: string; readonly heading: OwnText; readonly members: readonly Member[] }
  | { readonly type: 'unmatch'; readonly matchId: string }
  /** No two of these are one. */
  | { readonly type: 'apart'; readonly members: readonly Member[] };

export const ROLL_UP_REFUSALS = [
  'empty_text',
  'text_too_long',
  'unknown_district',
  'unknown_priority',
  'too_few',
  'two_of_one_district',
  'different_themes',
  'already_matched',
  'unknown_match',
] as const;
export type RollUpRefusal = (typeof ROLL_UP_REFUSALS)[number];

/** The design after the wish, or why not. `sessions` by join code. */
export function decideRollUp(
  design: RollUpDesign,
  wish: RollUpWish,
  sessions: ReadonlyMap<string, District>,
): RollUpDesign | RollUpRefusal {
  switch (wish.type) {
    case 'rename': {
      const title = checked(wish.title, PLACE_MAX_LENGTH);
      return 'refused' in title ? title.refused : { ...design, title: title.text };
    }
    case 'place': {
      const place = checked(wish.place, PLACE_MAX_LENGTH);
      if ('refused' in place) return place.refused;
      if (!design.districts.some(({ code }) => code === wish.code)) return 'unknown_district';
      const districts = design.districts.map((one) => (one.code === wish.code ? { ...one, place: place.text } : one));
      return { ...design, districts };
    }
    case 'match':
      return decideMatch(design, wish, sessions);
    case 'unmatch': {
      if (!design.matches.some(({ id }) => id === wish.matchId)) return 'unknown_match';
      return { ...design, matches: design.matches.filter(({ id }) => id !== wish.matchId) };
    }
    case 'apart': {
      if (wish.members.length < 2) return 'too_few';
      if (wish.members.some((member) => findPriority(sessions, member) === undefined)) return 'unknown_priority';
      const known = new Set(design.apart.map(([a, b]) => pairKey(a, b)));
      const pairs = wish.members.flatMap((a, at) => wish.members.slice(at + 1).map((b) => [a, b] as const));
      const added = pairs.filter(([a, b]) => memberKey(a) !== memberKey(b) && !known.has(pairKey(a, b)));
      return { ...design, apart: [...design.apart, ...added] };
    }
  }
}

function decideMatch(
  design: RollUpDesign,
  { matchId, heading, members }: Extract<RollUpWish, { readonly type: 'match' }>,
  sessions: ReadonlyMap<string, District>,
): RollUpDesign | RollUpRefusal {
  const words = checked(heading.text, LINE_MAX_LENGTH);
  if ('refused' in words) return words.refused;
  if (members.length < 2) return 'too_few';
  const themes = members.map((member) => findPriority(sessions, member)?.themeId);
  if (themes.includes(undefined)) return 'unknown_priority';
  if (new Set(themes).size > 1) return 'different_themes';
  if (new Set(members.map(({ code }) => code)).size < members.length) return 'two_of_one_district';
  const others = design.matches.filter(({ id }) => id !== matchId);
  const taken = new Set(others.flatMap((match) => match.members.map(memberKey)));
  if (members.some((member) => taken.has(memberKey(member)))) return 'already_matched';
  const match = { id: matchId, heading: { text: words.text, lang: heading.lang }, members };
  const isNew = others.length === design.matches.length;
  // What was called different before and is one now needs no more warning.
  const joined = new Set(members.flatMap((a) => members.map((b) => pairKey(a, b))));
  return {
    ...design,
    matches: isNew ? [...others, match] : design.matches.map((one) => (one.id === matchId ? match : one)),
    apart: design.apart.filter(([a, b]) => !joined.has(pairKey(a, b))),
  };
}

function findPriority(sessions: ReadonlyMap<string, District>, { code, priorityId }: Member) {
  return sessions.get(code)?.priorities.find(({ id }) => id === priorityId);
}

function checked(
  typed: string,
  longest: number,
): { readonly text: string } | { readonly refused: 'empty_text' | 'text_too_long' } {
  const text = cleanText(typed);
  if (text === '') return { refused: 'empty_text' };
  return textLength(text) > longest ? { refused: 'text_too_long' } : { text };
}
