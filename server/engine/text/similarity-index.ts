// Which of a workshop's ideas may say the same. People decide; nothing here merges anything.
import { once } from '../once';
import { BACKGROUND } from './background';
import { createFeatureSpace, type FeatureSpace, type Vector } from './feature-space';
import { CONCEPT_MARK, type Features, MEASURES, type Measure, type Profile, profileOf } from './features';
import { areOpposed } from './polarity';

/** Where about two in a hundred pairs of different ideas on one theme still pass (docs/similar.md). */
const THRESHOLDS: Readonly<Record<Measure, number>> = { wording: 0.4, spelling: 0.55, meaning: 0.54 };
/** Among words a shared concept tells more than the same beginning. */
const CONCEPT_BOOST = 2;
/** The score at which a pair is suggested. */
export const SUGGESTED = 0.5;
/** Opposites share most words; a pair below this is simply different. */
const OPPOSITE = 0.35;
/** A translation is found by its concepts alone, so it never ranks above the same words. */
const TRANSLATION_SHARE = 0.5;

export type SimilarKind = 'same' | 'translation' | 'opposite';
export type Comparison = {
  /** 0 to 1; 0.5 and more is worth showing. */
  readonly score: number;
  readonly kind: SimilarKind;
};
export type Similar = Comparison & { readonly id: string };

export type SimilarityIndex = {
  /** Adds a text, or replaces the one with this id. */
  put(id: string, text: string): void;
  remove(id: string): void;
  /** Every entry compared with a text that need not be in the index, most similar first. */
  compareAll(text: string): Similar[];
  /** Two texts, weighed by the texts of the index; the order does not matter. */
  compare(a: string, b: string): Comparison;
  /** Each pair of entries that is at least worth a warning, in one step per entry: a server can breathe in between. */
  pairs(): Generator<readonly Pair[], void>;
};

export type Pair = Comparison & { readonly a: string; readonly b: string };

type Measured = Readonly<Record<Measure, Vector>>;
type Entry = {
  readonly profile: Profile;
  readonly readings: readonly Measured[];
  norms: Readonly<Record<Measure, number>>[];
  normsOf: number;
};

function scaled(cosine: number, threshold: number): number {
  if (cosine < threshold) return (SUGGESTED * cosine) / threshold;
  return SUGGESTED + ((1 - SUGGESTED) * (cosine - threshold)) / (1 - threshold);
}

type Spaces = Readonly<Record<Measure, FeatureSpace>>;

function createSpaces(): Spaces {
  const boost = (feature: string) => (feature.startsWith(CONCEPT_MARK) ? CONCEPT_BOOST : 1);
  return {
    wording: createFeatureSpace(boost),
    spelling: createFeatureSpace(boost),
    meaning: createFeatureSpace(boost),
  };
}

function forMeasures<Value>(make: (measure: Measure) => Value): Record<Measure, Value> {
  return { wording: make('wording'), spelling: make('spelling'), meaning: make('meaning') };
}

/** The same for every index, and most of what making one costs. */
const background = once(() => BACKGROUND.map(profileOf));

export function createSimilarityIndex(): SimilarityIndex {
  const spaces = createSpaces();
  const entries = new Map<string, Entry>();

  const measure = (features: Features, learn: boolean): Measured =>
    forMeasures((name) => spaces[name].vector(features[name], learn));

  function enter(text: string, learn: boolean): Entry {
    return enterProfile(profileOf(text), learn);
  }

  function enterProfile(profile: Profile, learn: boolean): Entry {
    const readings = profile.readings.map((features) => measure(features, learn));
    return { profile, readings, norms: [], normsOf: -1 };
  }

  /** Only the first reading is counted: one text, one voice. */
  function count(entry: Entry, sign: 1 | -1): void {
    const reading = entry.readings[0];
    if (reading) for (const name of MEASURES) spaces[name].count(reading[name], sign);
  }

  function normsOf(entry: Entry): Entry['norms'] {
    const version = spaces.wording.version();
    if (entry.normsOf !== version) {
      entry.norms = entry.readings.map((reading) => forMeasures((name) => spaces[name].norm(reading[name])));
      entry.normsOf = version;
    }
    return entry.norms;
  }

  function lay(reading: Measured): void {
    for (const name of MEASURES) spaces[name].lay(reading[name]);
  }

  /** `other` against the reading laid out last. */
  function scores(other: Entry, translated: boolean): { same: number; translation: number } {
    let same = 0;
    let translation = 0;
    const norms = normsOf(other);
    for (const [at, reading] of other.readings.entries()) {
      const scale = (name: Measure) =>
        scaled(spaces[name].cosine(reading[name], norms[at]?.[name] ?? 0), THRESHOLDS[name]);
      same = Math.max(same, scale('wording'), scale('spelling'));
      if (translated) translation = Math.max(translation, scale('meaning'));
    }
    return { same, translation };
  }

  /** What `one` is to each of the others, in their order. */
  function judge(one: Entry, others: readonly Entry[]): Comparison[] {
    const best = others.map(() => ({ same: 0, translation: 0 }));
    for (const reading of one.readings) {
      lay(reading);
      for (const [at, other] of others.entries()) {
        const found = scores(other, one.profile.language !== other.profile.language);
        const known = best[at];
        if (!known) continue;
        known.same = Math.max(known.same, found.same);
        known.translation = Math.max(known.translation, found.translation);
      }
    }
    return others.map((other, at) => {
      const { same, translation } = best[at] ?? { same: 0, translation: 0 };
      const weaker = translation < SUGGESTED ? translation : SUGGESTED + (translation - SUGGESTED) * TRANSLATION_SHARE;
      const score = Math.max(same, weaker);
      if (score >= OPPOSITE && areOpposed(one.profile.polarity, other.profile.polarity))
        return { score, kind: 'opposite' };
      return { score, kind: same >= weaker ? 'same' : 'translation' };
    });
  }

  function remove(id: string): void {
    const entry = entries.get(id);
    if (!entry) return;
    count(entry, -1);
    entries.delete(id);
  }

  for (const profile of background()) count(enterProfile(profile, true), 1);

  return {
    remove,
    put(id, text) {
      remove(id);
      const entry = enter(text, true);
      count(entry, 1);
      entries.set(id, entry);
    },
    compareAll(text) {
      const one = enter(text, false);
      const ids = [...entries.keys()];
      return judge(one, [...entries.values()])
        .map((comparison, at) => ({ id: ids[at] ?? '', ...comparison }))
        .sort((a, b) => b.score - a.score);
    },
    compare(a, b) {
      // In a fixed order, so that rounding cannot make (a, b) differ from (b, a).
      const [first, second] = a < b ? [a, b] : [b, a];
      const [comparison] = judge(enter(first, true), [enter(second, true)]);
      return comparison ?? { score: 0, kind: 'same' };
    },
    *pairs() {
      const all = [...entries];
      for (const [at, [id, entry]] of all.entries()) {
        const before = all.slice(0, at);
        const comparisons = judge(
          entry,
          before.map(([, other]) => other),
        );
        yield comparisons.flatMap((comparison, place) => {
          const other = before[place]?.[0];
          const worthIt = comparison.score >= SUGGESTED || comparison.kind === 'opposite';
          return other !== undefined && worthIt ? [{ ...comparison, a: other, b: id }] : [];
        });
      }
    },
  };
}
