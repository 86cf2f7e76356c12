import { createSimilarityIndex } from '../../../server/engine/text/similarity-index';
import { suggestSimilar } from '../../../server/engine/text/suggest';

const index = createSimilarityIndex();

test.each([
  ['nothing', ''],
  ['spaces', ' \t\n\u2028'],
  ['a lone surrogate', '\ud800суу'],
  ['controls and bidi', '\u202e\u0000\u0007суу\u202c'],
  ['zalgo', `с${'\u0301'.repeat(500)}уу`],
  ['emoji', '👩‍👩‍👧‍👦🇰🇬'],
  ['Arabic and Hangul', 'مرحبا 안녕하세요'],
  ['prototype words', '__proto__ constructor toString hasOwnProperty'],
  ['markup', '<script>alert(1)</script>'],
  ['regular expression', '(a+)+$ [.*\\]'],
])('%s crashes nothing', (_what, text) => {
  index.put(_what, text);
  expect(() => suggestSimilar(index, text, { limit: 3 })).not.toThrow();
  const { score } = index.compare(text, 'Таза суу');
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThanOrEqual(1);
});

test.each([
  ['one endless word', 'а'],
  ['ъ and ё', 'ъё'],
  ['backslashes', '\\а'],
  ['alternating scripts', 'aб'],
  ['words of one letter', 'а '],
  ['marks', '\u0301'],
  ['apostrophes', "а'"],
  ['digits and letters', '1а'],
  ['negations', 'не '],
  ['negated verbs', 'бабабай'],
  ['жок', 'жок эле '],
])('a megabyte of %s takes no longer than its reading', (_what, piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const begun = process.cpuUsage();
  index.compare(text, 'Таза суу');
  expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
});
