// Join codes: six characters that survive being read aloud, typed with any keyboard layout and scribbled on a board.
import { randomInt } from 'node:crypto';

/** No 0 O 1 I L; none of the letters left looks like another one. */
export const JOIN_CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const JOIN_CODE_LENGTH = 6;

/** Cyrillic capitals that look like a Latin letter or a digit of the alphabet. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  Ё: 'E',
  З: '3',
  К: 'K',
  М: 'M',
  Н: 'H',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Ү: 'Y',
  Х: 'X',
  Ѕ: 'S',
  Ј: 'J',
  Ԍ: 'G',
  Ԛ: 'Q',
  Ԝ: 'W',
  Ѵ: 'V',
};

/** The code a person meant, or undefined when it cannot be one. */
export function normaliseJoinCode(typed: string): string | undefined {
  // Longer than any code with separators: not worth looking at.
  if (typed.length > 64) return undefined;
  const letters = [...typed.normalize('NFKC').toUpperCase()]
    .filter((letter) => !/[\s\p{Pd}\p{Cf}._·]/u.test(letter))
    .map((letter) => LOOK_ALIKES[letter] ?? letter);
  if (letters.length !== JOIN_CODE_LENGTH) return undefined;
  return letters.every((letter) => JOIN_CODE_ALPHABET.includes(letter)) ? letters.join('') : undefined;
}

export function newJoinCode(): string {
  return Array.from({ length: JOIN_CODE_LENGTH }, () => JOIN_CODE_ALPHABET[randomInt(JOIN_CODE_ALPHABET.length)]).join(
    '',
  );
}
