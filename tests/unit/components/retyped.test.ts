import { retyped } from '../../../components/desk/retyped';
import type { OwnText } from '../../../server/engine/vocabulary';

/** Deleted letter by letter, then typed. */
function typedOver(words: OwnText, text: string): OwnText {
  let now = words;
  for (let length = words.text.length - 1; length >= 0; length -= 1) now = retyped(now, words.text.slice(0, length));
  for (let length = 1; length <= text.length; length += 1) now = retyped(now, text.slice(0, length));
  return now;
}

const KYRGYZ: OwnText = { text: 'Ар бир үйгө таза суу жеткирилсин', lang: 'ky' };
const RUSSIAN: OwnText = { text: 'Отремонтировать дороги в сёлах', lang: 'ru' };
const ENGLISH: OwnText = { text: 'Clean water for every house', lang: 'en' };
const PAIRS = [KYRGYZ, RUSSIAN, ENGLISH].flatMap((before) =>
  [KYRGYZ, RUSSIAN, ENGLISH].map((after) => [before, after] as const),
);

test.each(PAIRS)(
  '[TEXT3] %j reworded as %j is in the language of its words, typed or put in at once',
  (before, after) => {
    expect(retyped(before, after.text)).toEqual(after);
    expect(typedOver(before, after.text)).toEqual(after);
  },
);

test('[TEXT3] words that tell nothing leave the language as it is', () => {
  expect(retyped(RUSSIAN, '2030')).toEqual({ text: '2030', lang: 'ru' });
  expect(retyped(RUSSIAN, '')).toEqual({ text: '', lang: 'ru' });
});

test('[TEXT3] a language that a person had corrected is not undone by the next comma', () => {
  const corrected: OwnText = { ...RUSSIAN, lang: 'ky' };
  expect(retyped(corrected, `${RUSSIAN.text}!`)).toEqual({ text: `${RUSSIAN.text}!`, lang: 'ky' });
});
