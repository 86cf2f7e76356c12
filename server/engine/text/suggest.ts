// What people are shown: a few similar ideas while one is being typed, and groups of ideas to look at together.
import type { Pair, Similar, SimilarityIndex, SimilarKind } from './similarity-index';
import { SUGGESTED } from './similarity-index';

export type Suggestion = Similar;

/** Fewer letters say too little: every third idea begins with "a new". */
const MIN_LETTERS = 4;

/** The most similar ideas worth showing, best first. Opposites come last and are never offered for support. */
export function suggestSimilar(
  index: SimilarityIndex,
  text: string,
  { limit, except = [] }: { readonly limit: number; readonly except?: readonly string[] },
): Suggestion[] {
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < MIN_LETTERS) return [];
  const hidden = new Set(except);
  const found = index.compareAll(text).filter(({ id, score }) => score >= SUGGESTED && !hidden.has(id));
  const agreeing = found.filter(({ kind }) => kind !== 'opposite');
  const opposed = found.filter(({ kind }) => kind === 'opposite');
  return [...agreeing, ...opposed].slice(0, limit);
}

export type SuggestedGroup = {
  readonly ids: readonly string[];
  /** The weakest pair by which the group holds together. */
  readonly score: number;
  /** `translation` if part of it is joined only by shared concepts: a weaker "maybe". */
  readonly kind: Exclude<SimilarKind, 'opposite'>;
};

/** A group longer than this is a theme, not one idea said several times. */
const MAX_GROUP = 12;

const pairKey = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);

/**
 * Groups by joining the strongest pairs first. Two groups stay apart if any of one is the opposite of any of the other,
 * so "open" and "close" never meet through a third idea, and if most of one are strangers to most of the other: chains
 * of neighbours would otherwise end in one group for everything.
 */
export function suggestGroups(index: SimilarityIndex): SuggestedGroup[] {
  return groupPairs([...index.pairs()].flat());
}

/** The same from pairs that were collected step by step. */
export function groupPairs(found: readonly Pair[]): SuggestedGroup[] {
  const pairs: Pair[] = [];
  const opposed = new Map<string, Set<string>>();
  const oppose = (a: string, b: string) => opposed.set(a, (opposed.get(a) ?? new Set()).add(b));
  for (const pair of found) {
    if (pair.kind === 'opposite') {
      oppose(pair.a, pair.b);
      oppose(pair.b, pair.a);
    } else pairs.push(pair);
  }
  const alike = new Set(pairs.map(({ a, b }) => pairKey(a, b)));
  pairs.sort((one, two) => two.score - one.score);

  type Group = { ids: string[]; score: number; kind: SuggestedGroup['kind'] };
  const groupOf = new Map<string, Group>();
  const of = (id: string): Group => groupOf.get(id) ?? { ids: [id], score: 1, kind: 'same' };
  for (const { a, b, score, kind } of pairs) {
    const [one, two] = [of(a), of(b)];
    if (one.ids.includes(b) || one.ids.length + two.ids.length > MAX_GROUP) continue;
    if (one.ids.some((id) => two.ids.some((other) => opposed.get(id)?.has(other)))) continue;
    const meetings = one.ids.flatMap((id) => two.ids.map((other) => alike.has(pairKey(id, other))));
    if (meetings.filter(Boolean).length * 2 < meetings.length) continue;
    const weaker = kind === 'translation' || one.kind === 'translation' || two.kind === 'translation';
    const joined: Group = { ids: [...one.ids, ...two.ids], score, kind: weaker ? 'translation' : 'same' };
    for (const id of joined.ids) groupOf.set(id, joined);
  }
  return [...new Set(groupOf.values())].sort((one, two) => two.score - one.score);
}
