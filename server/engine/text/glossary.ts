// Finds the concepts a text names, whatever its language.
import { once } from '../once';
import { foldText } from './fold';
import { CONCEPTS } from './glossary-data';

/** `words` are the beginnings of consecutive words; `whole` means the last one must be the word itself. */
type Entry = { readonly concept: number; readonly words: readonly string[]; readonly whole: boolean };

/** Entries by the first two letters of their first word. */
const entries = once(() => {
  const byKey = new Map<string, Entry[]>();
  for (const [concept, languages] of CONCEPTS.entries()) {
    for (const alternative of languages.flatMap((language) => language.split(' '))) {
      const words = foldText(alternative.replaceAll('_', ' ')).split(' ');
      const key = words[0]?.slice(0, 2) ?? '';
      const entry = { concept, words, whole: alternative.startsWith('=') };
      const known = byKey.get(key);
      if (known) known.push(entry);
      else byKey.set(key, [entry]);
    }
  }
  return byKey;
});

function fits(entry: Entry, words: readonly string[], at: number): boolean {
  return entry.words.every((start, offset) => {
    const word = words[at + offset];
    return word !== undefined && (entry.whole ? word === start : word.startsWith(start));
  });
}

const lengthOf = (entry: Entry) => entry.words.join('').length + (entry.whole ? 0.5 : 0);

/** Concepts of folded words. Of the entries that fit at a place the longest count; a phrase uses up its words. */
export function findConcepts(words: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    const fitting = (entries().get(words[at]?.slice(0, 2) ?? '') ?? []).filter((entry) => fits(entry, words, at));
    const longest = Math.max(...fitting.map(lengthOf));
    const best = fitting.filter((entry) => lengthOf(entry) === longest);
    for (const { concept } of best) found.add(concept);
    at += Math.max(1, ...best.map((entry) => entry.words.length)) - 1;
  }
  return found;
}
