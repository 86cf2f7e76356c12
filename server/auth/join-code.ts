// Join codes: six characters that survive being read aloud, typed with any keyboard layout and scribbled on a board.
import { randomInt } from 'node:crypto';

/** What old and imported codes are made of. No 0 O 1 I L. */
export const JOIN_CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/**
 * What new codes are made of: letters that a Latin and a Russian keyboard draw alike, so that either may be used, and digits.
 * No B, which is taken for 8, and no 3, which is З.
 */
export const NEW_CODE_ALPHABET = 'ACEHKMPTXY2456789';
const JOIN_CODE_LENGTH = 6;
/** Of what is pasted into the code's field. */
export const MAX_TYPED_LENGTH = 300;

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

/** The part of a pasted join address that is the code: `…/j/CODE`, `…/?code=CODE`. Anything else is a code itself. */
function codePart(typed: string): string {
  const found = /\/j\/([^/?#\s]+)/.exec(typed)?.[1] ?? /[?&]code=([^&#\s]+)/.exec(typed)?.[1];
  if (found === undefined) return typed;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

/** The code a person meant, or undefined when it cannot be one. Takes a whole join address, quotes, `#CODE`, a last comma. */
export function normaliseJoinCode(typed: string): string | undefined {
  // Longer than any address: not worth looking at.
  if (typed.length > MAX_TYPED_LENGTH) return undefined;
  const letters = [...codePart(typed).normalize('NFKC').toUpperCase()]
    .filter((letter) => !/[\s\p{P}\p{S}\p{Cf}]/u.test(letter))
    .map((letter) => LOOK_ALIKES[letter] ?? letter);
  if (letters.length !== JOIN_CODE_LENGTH) return undefined;
  return letters.every((letter) => JOIN_CODE_ALPHABET.includes(letter)) ? letters.join('') : undefined;
}

export function newJoinCode(): string {
  return Array.from({ length: JOIN_CODE_LENGTH }, () => NEW_CODE_ALPHABET[randomInt(NEW_CODE_ALPHABET.length)]).join(
    '',
  );
}
