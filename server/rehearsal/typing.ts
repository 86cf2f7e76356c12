// How people in a hall type: Kyrgyz on a Russian keyboard, letters from other alphabets, slips, capitals.
import type { Locale } from '../engine/vocabulary';
import type { Random } from './random';

export type Habit =
  /** ң ө ү are not on the keyboard: н о у instead. */
  | 'russian keyboard'
  /** ӊ (U+04CA) for ң (U+04A3), as council pages have it. */
  | 'tailed en'
  /** Pasted from a document in a legacy 8-bit font. */
  | 'legacy font'
  /** Latin letters that look the same, from a keyboard that was not switched. */
  | 'look-alikes'
  | 'slips'
  | 'capitals'
  | 'no capitals'
  /** е for ё, и for й. */
  | 'plain letters'
  /** Doubled vowels written once. */
  | 'short vowels';

/** How many in a hundred people have each habit, by the language they write in. */
const HABITS: Readonly<Record<Locale, Partial<Readonly<Record<Habit, number>>>>> = {
  ky: {
    'russian keyboard': 40,
    'tailed en': 12,
    'legacy font': 2,
    'look-alikes': 6,
    slips: 15,
    capitals: 5,
    'no capitals': 25,
    'plain letters': 8,
    'short vowels': 8,
  },
  ru: { 'look-alikes': 5, slips: 15, capitals: 5, 'no capitals': 25, 'plain letters': 40 },
  en: { slips: 15, capitals: 3, 'no capitals': 25 },
};

export function habitsOf(lang: Locale, random: Random): readonly Habit[] {
  const likely = Object.entries(HABITS[lang]) as [Habit, number][];
  const habits = likely.filter(([, percent]) => random.chance(percent / 100)).map(([habit]) => habit);
  // One has a keyboard with ң or one has not.
  const letters: readonly Habit[] = ['russian keyboard', 'tailed en', 'legacy font'];
  const first = habits.find((habit) => letters.includes(habit));
  const shouts = habits.includes('capitals');
  return habits
    .filter((habit) => habit === first || !letters.includes(habit))
    .filter((habit) => habit !== 'no capitals' || !shouts);
}

export function typeAs(text: string, habits: readonly Habit[], random: Random): string {
  return habits.reduce((typed, habit) => TYPE[habit](typed, random), text);
}

const TYPE: Readonly<Record<Habit, (text: string, random: Random) => string>> = {
  'russian keyboard': (text) => replaceLetters(text, { ң: 'н', ө: 'о', ү: 'у' }),
  'tailed en': (text) => replaceLetters(text, { ң: 'ӊ' }),
  'legacy font': (text) => replaceLetters(text, { ң: 'ё', ө: 'ъ', ү: '\\' }),
  'look-alikes': (text, random) => {
    const words = text.split(' ');
    const at = random.int(0, words.length - 1);
    const latin = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x' };
    return words.map((word, place) => (place === at ? replaceLetters(word, latin) : word)).join(' ');
  },
  slips: (text, random) => {
    if (random.chance(0.4)) return text;
    const letters = [...text];
    const at = random.int(1, Math.max(1, letters.length - 3));
    const [a = '', b = ''] = letters.slice(at, at + 2);
    const slip = random.pick([[b, a], [a], [a, a, b]]);
    return [...letters.slice(0, at), ...slip, ...letters.slice(at + 2)].join('');
  },
  capitals: (text) => text.toUpperCase(),
  'no capitals': (text) => text.charAt(0).toLowerCase() + text.slice(1),
  'plain letters': (text) => replaceLetters(text, { ё: 'е', й: 'и' }),
  'short vowels': (text) => text.replace(/([аеоөуүыэи])\1/giu, '$1'),
};

function replaceLetters(text: string, letters: Readonly<Record<string, string>>): string {
  return [...text]
    .map((letter) => {
      const lower = letter.toLowerCase();
      const other = letters[lower];
      if (other === undefined) return letter;
      return letter === lower ? other : other.toUpperCase();
    })
    .join('');
}
