// What is compared: word beginnings with the concepts they name, letter runs, and the concepts alone.
import type { Locale } from '../vocabulary';
import { foldWords, readLegacyFont } from './fold';
import { findConcepts } from './glossary';
import { guessLanguage } from './language';
import { type Polarity, polarityOf } from './polarity';

/** Beginnings of several lengths do what a stemmer would, in all three languages, and weigh a longer match more. */
const BEGINNINGS = [3, 4, 5, 6] as const;
const RUNS = [3, 4] as const;
/** Longer texts than people may type are compared by their first words: every cost below is linear in this. */
const MAX_LENGTH = 2000;
const MAX_WORD = 40;

/** The three ways in which texts are compared; each has its own features and its own threshold. */
export const MEASURES = ['wording', 'spelling', 'meaning'] as const;
export type Measure = (typeof MEASURES)[number];
export type Features = Readonly<Record<Measure, readonly string[]>>;

export type Profile = {
  /** As typed, and as it reads if it was typed in a legacy font. */
  readonly readings: readonly Features[];
  readonly language: Locale;
  readonly polarity: Polarity;
};

/** Marks a concept among other features; no letter looks like it. */
export const CONCEPT_MARK = '#';

function beginningsOf(word: string): string[] {
  if (word.length < BEGINNINGS[0]) return [word];
  return BEGINNINGS.filter((length) => word.length >= length).map((length) => word.slice(0, length));
}

function runsOf(word: string): string[] {
  const padded = ` ${word} `;
  return RUNS.flatMap((length) =>
    Array.from({ length: Math.max(0, padded.length - length + 1) }, (_, at) => padded.slice(at, at + length)),
  );
}

function featuresOf(words: readonly string[]): Features {
  const concepts = [...findConcepts(words)].map((concept) => CONCEPT_MARK + concept);
  const numbers = words.filter((word) => /^\p{N}/u.test(word));
  return {
    wording: [...words.flatMap(beginningsOf), ...concepts],
    spelling: words.flatMap(runsOf),
    meaning: [...concepts, ...numbers],
  };
}

export function profileOf(text: string): Profile {
  const start = text.slice(0, MAX_LENGTH);
  const legacy = readLegacyFont(start);
  const candidates = (legacy === undefined ? [start] : [start, legacy]).map((candidate) =>
    foldWords(candidate).map((word) => word.slice(0, MAX_WORD)),
  );
  const words = candidates[0] ?? [];
  // A legacy font hides the very letters that tell Kyrgyz from Russian.
  const readable = candidates.at(-1) ?? [];
  const language = guessLanguage(legacy ?? start, readable);
  return {
    readings: candidates.map(featuresOf),
    language,
    polarity: polarityOf(language === 'ky' ? readable : words, language),
  };
}
