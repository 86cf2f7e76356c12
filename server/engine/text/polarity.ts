// Whether two texts say the opposite: "legalise" and "do not legalise" share almost every word and must never be merged.
// Words are folded, so ө is о, ү is у, ң is н. In doubt the answer is "opposite?": then nothing is suggested.
import type { Locale } from '../vocabulary';

type Direction = 1 | -1;

export type Polarity = {
  /** `lack` only says that something is missing ("there is no water"), which is the same wish as "we need water". */
  readonly negation: 'none' | 'lack' | 'denial';
  /** Ends something, so that "no poverty" and "end poverty" agree. */
  readonly removes: boolean;
  readonly needs: boolean;
  /** Where the text stands on opposed pairs such as open and close; absent if it says neither or both. */
  readonly directions: ReadonlyMap<number, Direction>;
};

/** Turns of phrase that hold a negation and deny nothing: limits, "not only", "regardless". */
const HARMLESS: Readonly<Record<Locale, RegExp>> = {
  ky: /жок (эле )?дегенде|(гана|эле|кем|аз|коп|кеч) эмес|эмес гана/g,
  ru: /не (только|просто|менее|более|реже|чаще|позднее|позже|раньше|ниже|выше|меньше|больше|хуже|смотря)|нет ли|не исключено/g,
  en: /(not|no) (only|just|less|fewer|more|later|earlier|lower|higher) than|not (only|just)|or not|no matter|no \d+/g,
};

/** Negated verb: stem, -ба- (-бе-, -бо-, -па- …), then an ending. The stem keeps байланыш, кабыл and пайда out. */
const KYRGYZ_NEGATIVE_VERB =
  /^(?:[а-я]*[аеиоуыэюя][гджзйклмнпрстхчш]|[а-я]{2,}[аеиоуы])[бп](?:[аео](?:й|й[тмлсб][а-я]{0,5}|ган(?:бы[а-я]*)?|ген|гон|д[ыиу][а-я]{0,4}|с[ыиу]н(?:дар|дер|дор)?|с[аео][а-я]{0,4}|с|ст[аео]н|ш[а-я]{0,5}|г[ыиу]л[аео]|н[ыиу]з(?:дар|дер|дор)?)|оо[а-я]{0,6})$/;
/** "Lamps that do not work", "неработающие": said of a noun on the way, it denies nothing of the whole text. */
const KYRGYZ_PARTICIPLE = /[бп][аео]г[аео]н$/;
const RUSSIAN_PARTICIPLE = /(щ|вш)(ий|ая|ее|ие|его|ей|ую|их|им|ими|ему|ем)$/;
/** Bare prohibitions are as short as nouns (дамба, арба), so only common verbs count. */
const KYRGYZ_PROHIBITION =
  /^(кыл|сат|жап|бер|кес|ур|таш|кой|сал|ал|бар|кел|ич|бол|ток|от|чык|жык|буз|куй|айда)[бп][аео]$/;
const KYRGYZ_NOT_NEGATIVE =
  /^(аябай|кара(бай|бастан)|кечиктирб|кабыл|кабар|себеп|тажрыйба|дамба|арба|лампа|группа|труба|проба|шайба|.*байт(тар)?|.*(абад|компас|жумабай|токтобай)|(кара|ак|ала|кызыл)баш)/;

const DENIALS: Readonly<Record<Locale, RegExp>> = {
  ky: /^эмес/,
  ru: /^(не|ни|нельзя|никогда|никто|никак(ой|ая|ое|ие|их|им|ого|ому|ую)?|нечего|незачем|нежелательно)$/,
  en: /^(not|no|never|none|nor|neither|nobody|nothing|nowhere|cannot|(do|does|did|should|would|could|must|need|is|are|was|were|has|have|had|wo|ca)nt)$/,
};

const REMOVES =
  /^(end|ends|ending|stop|stops|eliminat|eradicat|remov|abolish|ban|bans|banned|banning|prohibit|without|free|zero|ликвид|искорен|покончит|прекра|запре[тщ]|убрать|уборк|без|избав|жоюу|жоюл|жойуу|токтот|тыюу|таштандысыз)/;
const NEEDS =
  /^(need|should|must|provid|build|ensur|нуж[нед]|необходим|надо|обеспеч|постро|провест|керек|зарыл|муктаж|камсыз|болсун|курул|куруу)/;

const up = 1;
const down = -1;
/** Opposed pairs as beginnings of words. */
const AXES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(increas|rais|expand|higher|увелич|повы[сш]|расшир|кобойт|жогорулат|арттыр|кенейт)/,
    /^(decreas|reduc|lower|cut|cuts|cutting|сниз|сниж|сократ|сокращ|уменьш|азайт|томондот|кыскарт)/,
  ],
  [/^(open|reopen|откры|ачуу|ачып|ачыл|ачалы)/, /^(clos|shut|закры|жабуу|жабыл|жапкыла|жабалы)/],
  [/^(build|construct|постро|строи|куруу|куруп|курул)/, /^(demolish|снос|снест|разруш|бузуу|бузуп|бузул|кыйрат)/],
  [/^(allow|legali[sz]|разреш|уруксат)/, /^(ban|bans|banned|banning|prohibit|forbid|outlaw|запре[тщ]|тыюу)/],
  [
    /^(keep|keeping|preserv|сохран|остав|сакта|калтыр)/,
    /^(remov|abolish|scrap|eliminat|убрать|ликвид|отмен|жоюу|жоюл)/,
  ],
  [/^(free$|бесплатн|акысыз)/, /^(paid$|платн|акылуу)/],
  [/^(merg|consolidat|объедин|бириктир)/, /^(separat|split|раздел|ажырат)/],
];

function directionsOf(words: readonly string[]): Map<number, Direction> {
  const found = new Map<number, Direction>();
  for (const [axis, [positive, negative]] of AXES.entries()) {
    const says = words.some((word) => positive.test(word));
    const unsays = words.some((word) => negative.test(word));
    if (says !== unsays) found.set(axis, says ? up : down);
  }
  return found;
}

/** "Нет воды" and "суу жок" tell what is missing; "нет налогам" and "коррупцияга жок" are against it. */
function lacks(words: readonly string[], at: number, language: Locale): boolean {
  const [before, word, after] = [words[at - 1] ?? '', words[at] ?? '', words[at + 1] ?? ''];
  if (language === 'ky') return word.startsWith('жок') && !/(га|ге|го|ка|ке|ко)$/.test(before);
  if (language === 'ru') return word === 'нет' && !/(у|ю|ам|ям|ым|им)$/.test(after);
  return word === 'no' && /^(is|are|was|were|have|has|had|still|currently)$/.test(before);
}

function denies(word: string, language: Locale): boolean {
  if (DENIALS[language].test(word) || word === 'нет') return true;
  if (language !== 'ky') return false;
  if (word.startsWith('жок')) return true;
  return (KYRGYZ_NEGATIVE_VERB.test(word) || KYRGYZ_PROHIBITION.test(word)) && !KYRGYZ_NOT_NEGATIVE.test(word);
}

function describesNoun(words: readonly string[], at: number, language: Locale): boolean {
  const [word, after] = [words[at] ?? '', words[at + 1]];
  if (language === 'ky') return after !== undefined && KYRGYZ_PARTICIPLE.test(word);
  return word === 'не' && after !== undefined && RUSSIAN_PARTICIPLE.test(after);
}

export function polarityOf(folded: readonly string[], language: Locale): Polarity {
  const text = folded.join(' ').replace(HARMLESS[language], ' ');
  const eliminates = language === 'ky' && /жок (кыл|эт)/.test(text);
  const words = text
    .replace(/жок (кыл|эт)/g, '$1')
    .split(' ')
    .filter(Boolean);
  let negation: Polarity['negation'] = 'none';
  for (const [at, word] of words.entries()) {
    if (!denies(word, language) || describesNoun(words, at, language)) continue;
    if (!lacks(words, at, language)) {
      negation = 'denial';
      break;
    }
    negation = 'lack';
  }
  return {
    negation,
    removes: eliminates || words.some((word) => REMOVES.test(word)),
    needs: words.some((word) => NEEDS.test(word)),
    directions: directionsOf(words),
  };
}

/** One side denies what the other does not. */
function deniedBy(negative: Polarity, other: Polarity): boolean {
  if (negative.negation === 'none' || other.negation !== 'none') return false;
  if (negative.negation === 'lack' && other.needs) return false;
  return !(other.removes && !negative.removes);
}

export function areOpposed(a: Polarity, b: Polarity): boolean {
  if (deniedBy(a, b) || deniedBy(b, a)) return true;
  for (const [axis, direction] of a.directions) {
    const other = b.directions.get(axis);
    if (other !== undefined && other !== direction && (a.negation === 'none') === (b.negation === 'none')) return true;
  }
  return false;
}
