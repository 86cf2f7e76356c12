// Which priorities of different districts may be one: to be shown to a person, who decides.
import { createSimilarityIndex, type SimilarKind, SUGGESTED } from '../text/similarity-index';
import type { OwnText } from '../vocabulary';
import { type Member, memberKey, pairKey, type RollUpDesign } from './design';

export type MatchSuggestion = {
  /** One a district at most. */
  readonly members: readonly (Member & { readonly heading: OwnText })[];
  /** A match that some of them belong to already; the others may join it. */
  readonly matchId?: string;
  readonly kind: Exclude<SimilarKind, 'opposite'>;
};

type Candidate = Member & { readonly heading: OwnText };
type Found = { readonly members: readonly Candidate[]; readonly kind: MatchSuggestion['kind'] };

/** Priorities of one theme. The strongest pairs join first; what people called different never meets. */
export function suggestMatches(
  candidates: readonly Candidate[],
  { matches, apart }: Pick<RollUpDesign, 'matches' | 'apart'>,
): readonly MatchSuggestion[] {
  const byKey = new Map(candidates.map((one) => [memberKey(one), one]));
  const index = createSimilarityIndex();
  for (const [key, { heading }] of byKey) index.put(key, heading.text);
  const refused = new Set(apart.map(([a, b]) => pairKey(a, b)));
  const matchOf = new Map(matches.flatMap(({ id, members }) => members.map((one) => [memberKey(one), id] as const)));

  const setOf = new Map<string, Found>();
  for (const one of candidates) setOf.set(memberKey(one), { members: [one], kind: 'same' });
  // What is matched already starts together.
  for (const { members } of matches) {
    const here = members.flatMap((one) => byKey.get(memberKey(one)) ?? []);
    for (const one of here) setOf.set(memberKey(one), { members: here, kind: 'same' });
  }
  const pairs = [...index.pairs()].flat();
  const opposed = new Set(pairs.filter(({ kind }) => kind === 'opposite').map(({ a, b }) => `${a} ${b}`));
  const mayMeet = (a: Candidate, b: Candidate): boolean =>
    a.code !== b.code &&
    !refused.has(pairKey(a, b)) &&
    !opposed.has(`${memberKey(a)} ${memberKey(b)}`) &&
    !opposed.has(`${memberKey(b)} ${memberKey(a)}`);

  const alike = pairs.filter(({ kind, score }) => kind !== 'opposite' && score >= SUGGESTED);
  for (const { a, b, kind } of alike.toSorted((one, two) => two.score - one.score)) {
    const [one, two] = [setOf.get(a) as Found, setOf.get(b) as Found];
    if (one === two || !one.members.every((x) => two.members.every((y) => mayMeet(x, y)))) continue;
    const weaker = [kind, one.kind, two.kind].includes('translation');
    const joined: Found = { members: [...one.members, ...two.members], kind: weaker ? 'translation' : 'same' };
    for (const member of joined.members) setOf.set(memberKey(member), joined);
  }
  return [...new Set(setOf.values())].flatMap(({ members, kind }): readonly MatchSuggestion[] => {
    const known = members.flatMap((one) => matchOf.get(memberKey(one)) ?? []);
    const [matchId, ...others] = new Set(known);
    // Nothing new; or two matches would become one, which people should see as such and do by hand.
    if (members.length < 2 || known.length === members.length || others.length > 0) return [];
    return [{ members, kind, ...(matchId === undefined ? {} : { matchId }) }];
  });
}
