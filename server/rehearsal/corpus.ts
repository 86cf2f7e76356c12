// What the made-up people say: the priorities shipped with the template, and the usual parts of an action.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { HorizonId, Locale, LocalText, ThemeId } from '../engine/vocabulary';

export type Saying = LocalText & {
  readonly id: string;
  readonly themeId?: ThemeId;
  readonly horizonId?: HorizonId;
  /** The `ask` activity it answers. */
  readonly answerTo?: string;
  readonly paraphrase: Partial<LocalText>;
};

const FILE = path.join(__dirname, '..', '..', 'prisma', 'templates', 'priorities-ky-ru-en.jsonl');

export function loadSayings(): readonly Saying[] {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Saying);
}

type Parts = Readonly<Record<'who' | 'byWhen' | 'means' | 'sign', readonly string[]>>;

/** Who, by when, with what means, how we will know: in the language the action is written in. */
export const ACTION_PARTS: Readonly<Record<Locale, Parts>> = {
  ky: {
    who: ['Айыл өкмөтү', 'Айылдык кеңеш', 'Айыл өкмөтү жана тургундар', 'Жайыт комитети', 'Райондук администрация'],
    byWhen: ['2027-жылдын жазына чейин', '6 айдын ичинде', '2026-жылдын аягына чейин', 'Кийинки окуу жылына чейин'],
    means: ['Жергиликтүү бюджет', 'Жергиликтүү бюджет жана ашар', 'Гранттык каражат', 'Кошумча каражат керек эмес'],
    sign: [
      'Эл жыйынында отчет берилет',
      'Иш бүтүп, тургундар колдонуп жатат',
      'Райондун маалымат тактасында жарыяланды',
    ],
  },
  ru: {
    who: ['Айыл окмоту', 'Айылный кенеш', 'Айыл окмоту и жители', 'Пастбищный комитет', 'Районная администрация'],
    byWhen: ['до весны 2027 года', 'в течение 6 месяцев', 'до конца 2026 года', 'до нового учебного года'],
    means: ['Местный бюджет', 'Местный бюджет и ашар', 'Грант', 'Дополнительных средств не нужно'],
    sign: ['Отчитались на сельском сходе', 'Работа сделана, жители пользуются', 'Опубликовано на стенде района'],
  },
  en: {
    who: ['Local government', 'Local council', 'Local government and residents', 'Pasture committee'],
    byWhen: ['by spring 2027', 'within 6 months', 'by the end of 2026', 'before the next school year'],
    means: ['Local budget', 'Local budget and volunteer work', 'A grant', 'No extra money needed'],
    sign: ['Reported at the village assembly', 'Done, and residents use it', 'Published on the district board'],
  },
};
