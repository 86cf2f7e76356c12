// The comparison key of a text: what stays the same when people type the same words in different ways.
// Never shown: folding merges real pairs (тор/төр), so people always see the originals.

/** Kyrgyz letters as a Russian keyboard has them, their twins in other code pages, and ё as it is mostly typed. */
const LETTERS: Readonly<Record<string, string>> = {
  ң: 'н',
  ӊ: 'н',
  ӈ: 'н',
  ҥ: 'н',
  ө: 'о',
  ѳ: 'о',
  ӫ: 'о',
  ɵ: 'о',
  ү: 'у',
  ұ: 'у',
  ё: 'е',
  і: 'и',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Latin letters that look like Cyrillic ones on a screen, lower case. The others betray which script was meant. */
const CYRILLIC_OF: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  ë: 'е',
  h: 'н',
  i: 'и',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
const LATIN_OF: Readonly<Record<string, string>> = { а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', у: 'y', и: 'i' };

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const ONLY_LATIN = /(?![aceëopxyi])\p{Script=Latin}/u;
const ONLY_CYRILLIC = /(?![асеорхуи])\p{Script=Cyrillic}/u;
const BETWEEN_DIGITS_AND_LETTERS = /(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/gu;

/** A word in two scripts is a word of the script whose own letters it has; in doubt Cyrillic. */
function oneScript(word: string): string {
  if (!LATIN.test(word) || !CYRILLIC.test(word)) return word;
  const table = ONLY_LATIN.test(word) && !ONLY_CYRILLIC.test(word) ? LATIN_OF : CYRILLIC_OF;
  let result = '';
  for (const letter of word) result += table[letter] ?? letter;
  return result;
}

/** Words of letters and digits, folded, in order. Apostrophes join (don't → dont), all other punctuation parts. */
export function foldWords(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '')
    .normalize('NFC')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(BETWEEN_DIGITS_AND_LETTERS, ' ');
  return (plain.match(WORD) ?? []).map(oneScript);
}

export function foldText(text: string): string {
  return foldWords(text).join(' ');
}

/** A backslash inside a word, ъ where Russian has none, or ё before a vowel: old 8-bit Kyrgyz fonts had ү, ө, ң there. */
const LEGACY_FONT = /\p{L}\\|\\\p{L}|(?<!\p{L})ъ|ъ(?![еёюяи])|ё[аеёиоуыэюя]/u;

/** How the text reads if it came from a legacy font. Only ever a second candidate: for Russian text it would be wrong. */
export function readLegacyFont(text: string): string | undefined {
  const plain = text.normalize('NFC').toLowerCase();
  if (!LEGACY_FONT.test(plain)) return undefined;
  return plain
    .replace(/\\/g, 'ү')
    .replace(/ъ(?![еюя])/g, 'ө')
    .replace(/ё/g, 'ң');
}
