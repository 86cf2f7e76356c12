// Which of the three languages a text is probably in. Only decides which negations to look for and whether two texts
// may be translations; nobody is shown the guess.
import type { Locale } from '../vocabulary';

const KYRGYZ_LETTER = /[ңӊөү]/gi;
const RUSSIAN_LETTER = /щ|[бвгджзклмнпрстфхцчш]ь|ъ[еёюя]/gi;

/** Long vowels and endings as they look after folding; Russian has hardly any of them. */
const KYRGYZ_WORD =
  /(.аа|оо.|.уу|.ээ)|.(лар|лер|лор|дар|дер|дор|тар|тер)|..(нын|нин|нун|дын|дин|дун|тын|тин|тун)$|..(дагы|деги|догу|тагы|теги)|..(ган|ген|гон|ып|ип|суз|сыз|луу|дуу|дан|ден|нан|нен|га|ге|го)$/;
const RUSSIAN_WORD =
  /..(ть|ться|ение|ения|ению|ание|ания|анию|ый|ий|ые|ие|ой|ого|его|ому|ему|ая|яя|ое|ее|ых|их|ым|им|ов|ев|ей|ами|ями|ах|ях|ция|ции|ость|ости|ство|ства)$/;
const KYRGYZ_COMMON: ReadonlySet<string> = new Set(
  'жана менен учун боюнча жок бар ар бир керек кылуу болуш болсун эмес бул деп же да де аны биз бизге биздин жаны айыл мектеп жол суу'.split(
    ' ',
  ),
);
const RUSSIAN_COMMON: ReadonlySet<string> = new Set(
  'и в во на с со для по к ко из не от до за что чтобы все это у о об при нужно надо или а но как без нет мы наш'.split(
    ' ',
  ),
);

/** `words` are the folded words of `text`. Cyrillic without a sign of Kyrgyz counts as Russian, the rest as English. */
export function guessLanguage(text: string, words: readonly string[]): Locale {
  const cyrillic = words.filter((word) => /\p{Script=Cyrillic}/u.test(word));
  if (cyrillic.length * 2 < words.filter((word) => /\p{L}/u.test(word)).length) return 'en';
  let kyrgyz = (text.match(KYRGYZ_LETTER) ?? []).length * 2;
  let russian = (text.match(RUSSIAN_LETTER) ?? []).length;
  for (const word of cyrillic) {
    if (KYRGYZ_COMMON.has(word)) kyrgyz += 2;
    else if (KYRGYZ_WORD.test(word)) kyrgyz++;
    if (RUSSIAN_COMMON.has(word)) russian += 2;
    else if (RUSSIAN_WORD.test(word)) russian++;
  }
  return kyrgyz > russian ? 'ky' : 'ru';
}
