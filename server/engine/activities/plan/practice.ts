// A made-up person proposes actions for goals; not everybody does, and few fill in everything.
import type { ActionFields } from '../../commands';
import type { Locale } from '../../vocabulary';
import { hideByMistake } from '../ideas/practice';
import type { MadeUpPerson, Practice, Saying } from '../practice';

/** A draft with more actions than this is nobody's plan: a big hall proposes no more. */
const ACTIONS_WANTED = 60;

export const practice: Practice<'plan'> = {
  seconds: 220,
  forFew: true,
  async takePart(person, { id: activityId, goals, maxPerPerson }) {
    const { dice, lang } = person;
    if (goals.length === 0) return;
    const share = Math.min(1, ACTIONS_WANTED / person.people);
    const wanted = Math.min(maxPerPerson, dice.chance(share) ? dice.int(0, 2) : 0);
    for (let done = 0; done < wanted; done++) {
      await person.pause(wanted + 0.5);
      const goal = dice.pick(goals);
      const steps = person.sayings.filter(({ horizonId }) => horizonId === 'tomorrow');
      const near = steps.filter(({ themeId }) => themeId === goal.themeId);
      const saying = dice.pick(near.length > 0 ? near : steps);
      const submit = { type: 'action.submit', activityId, actionId: person.newId(), goalId: goal.id, lang } as const;
      const fields = fillIn(person, saying);
      const counts = await person.send({ ...submit, ...fields });
      if (!person.changesMind) continue;
      await person.pause(6);
      if (dice.chance(0.25))
        await person.send({ type: 'action.withdraw', actionId: submit.actionId }, { changesNothing: !counts });
      else await person.send({ ...submit, ...fields, byWhen: `${fields.byWhen} (!)`.trim() }, { once: true });
    }
  },
  whenClosed: hideByMistake,
};

/** In the language the person writes in; not everybody fills in everything. */
function fillIn(person: MadeUpPerson, saying: Saying): ActionFields {
  const { dice, lang } = person;
  const parts = ACTION_PARTS[lang];
  const part = (name: keyof Parts, filled: number) => (dice.chance(filled) ? person.typed(dice.pick(parts[name])) : '');
  return {
    what: person.say(saying),
    who: part('who', 0.85),
    byWhen: part('byWhen', 0.8),
    means: part('means', 0.7),
    sign: part('sign', 0.6),
  };
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
