// The public pairs and hostile strings, where they are at hand (tests/support/reference-data.cjs).
import { createSimilarityIndex, SUGGESTED } from '../../../server/engine/text/similarity-index';
import { readReference } from '../../support/reference-data.cjs';

type Pair = { a: string; b: string; label: string; how: string };

test('public pairs: typing variants found, translations mostly, opposites never, few false alarms', () => {
  const pairs = (readReference('ideas/pairs_public.jsonl') ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair);
  const index = createSimilarityIndex();
  for (const { a, b } of pairs) for (const text of [a, b]) index.put(text, text);
  const share = (label: string, how: RegExp) => {
    const chosen = pairs.filter((pair) => pair.label === label && how.test(pair.how));
    const suggested = chosen.filter(({ a, b }) => {
      const { score, kind } = index.compare(a, b);
      return score >= SUGGESTED && kind !== 'opposite';
    });
    return suggested.length / chosen.length;
  };
  expect(share('duplicate', /typing variant/)).toBeGreaterThanOrEqual(0.99);
  expect(share('duplicate', /authored paraphrase|official short/)).toBeGreaterThanOrEqual(0.75);
  expect(share('duplicate', /judged/)).toBeGreaterThanOrEqual(0.9);
  expect(share('duplicate', /cross-language/)).toBeGreaterThanOrEqual(0.9);
  expect(share('opposite', /./)).toBe(0);
  expect(share('different', /hard negative|judged/)).toBeLessThanOrEqual(0.02);
  expect(share('different', /different themes/)).toBe(0);
});

test('hostile strings crash nothing, alone or against each other', () => {
  const strings: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') strings.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const name of ['blns.json', 'unicode-tricks.json', 'xss-owasp.json'])
    collect(JSON.parse(readReference(`naughty/${name}`) ?? '[]'));
  const index = createSimilarityIndex();
  for (const [at, text] of strings.entries()) index.put(`h${at}`, text);
  for (const text of strings.slice(0, 300)) {
    for (const { score } of index.compareAll(text)) {
      // Cheaper than an expectation for each of some 250,000 pairs.
      if (!(score >= 0 && score <= 1)) throw new Error(`score ${score} for ${JSON.stringify(text)}`);
    }
  }
});
