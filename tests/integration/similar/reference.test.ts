// The public pairs and hostile strings, where they are at hand; nothing of them is kept in this repository.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createSimilarityIndex, SUGGESTED } from '../../../server/engine/text/similarity-index';

const folder = process.env.REFERENCE_DATA ?? path.join(__dirname, '../../../../shared/data');
const pairsFile = path.join(folder, 'ideas/pairs_public.jsonl');
const hostileFiles = ['blns.json', 'unicode-tricks.json', 'xss-owasp.json'].map((name) =>
  path.join(folder, 'naughty', name),
);
const onlyWith = (files: readonly string[]) => (files.every((file) => existsSync(file)) ? test : test.skip);

type Pair = { a: string; b: string; label: string; how: string };

onlyWith([pairsFile])(
  'public pairs: typing variants found, translations mostly, opposites never, few false alarms',
  () => {
    const pairs = readFileSync(pairsFile, 'utf8')
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
  },
);

onlyWith(hostileFiles)('hostile strings crash nothing, alone or against each other', () => {
  const strings: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') strings.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const file of hostileFiles) collect(JSON.parse(readFileSync(file, 'utf8')));
  const index = createSimilarityIndex();
  for (const [at, text] of strings.entries()) index.put(`h${at}`, text);
  for (const text of strings.slice(0, 300)) {
    for (const { score } of index.compareAll(text)) {
      // Cheaper than an expectation for each of some 250,000 pairs.
      if (!(score >= 0 && score <= 1)) throw new Error(`score ${score} for ${JSON.stringify(text)}`);
    }
  }
});
