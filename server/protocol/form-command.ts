// How a plain HTML form says a participant's command. Used by the server for phones without script and by the phone's
// script for the very same forms. Checks nothing: the schemas do, whoever sent it.

import type { ParticipantCommand } from '../engine/commands';
import { tellLanguage } from '../engine/text/tell-language';
import { LOCALES } from '../engine/vocabulary';
import { formBallot } from './form-ballot';
import type { FormFields } from './form-fields';
import { formJoin } from './form-join';

/** Field names of commands that need more said than `asNamed` does. Optional ones are left out when absent or empty. */
const FIELDS: Readonly<Partial<Record<ParticipantCommand['type'], readonly string[]>>> = {
  'idea.submit': ['activityId', 'ideaId', 'text', 'lang'],
  'idea.withdraw': ['ideaId'],
  'idea.support': ['ideaId'],
  'idea.unsupport': ['ideaId'],
  'ballot.withdraw': ['activityId'],
  'action.submit': ['activityId', 'actionId', 'goalId', 'lang', 'what', 'who', 'byWhen', 'means', 'sign'],
  'action.withdraw': ['actionId'],
  'endorsement.give': ['activityId', 'lineId'],
  'endorsement.withdraw': ['activityId', 'lineId'],
};
const OPTIONAL = ['themeId', 'horizonId'] as const;

/**
 * The command without its id, or undefined when the form names none. A text whose language nobody has said is in the one its
 * words tell, in doubt in that of the page.
 */
export function formCommand(fields: FormFields): object | undefined {
  const values = new Map(fields);
  const type = values.get('type') as ParticipantCommand['type'] | undefined;
  if (type === 'ballot.cast') return formBallot(fields, values.get('activityId') ?? '');
  if (type === undefined) return undefined;
  if (type === 'participant.join') return formJoin(fields);
  if (!Object.keys(FIELDS).includes(type)) return asNamed(fields);
  const command: Record<string, unknown> = { type };
  for (const name of FIELDS[type] ?? []) command[name] = values.get(name) ?? '';
  if (type === 'idea.submit') for (const name of OPTIONAL) if (values.get(name)) command[name] = values.get(name);
  if ('lang' in command && !LOCALES.some((locale) => locale === command.lang)) {
    command.lang = tellLanguage(values.get('text') ?? values.get('what') ?? '') ?? values.get('pageLang') ?? '';
  }
  if (type === 'endorsement.give') {
    command.level = Number(values.get('level'));
    if (values.get('round')) command.round = Number(values.get('round'));
  }
  return command;
}

/** Fields that every page of a phone sends with a form, and that are no part of what it says. */
const OF_THE_PAGE = ['nonce', 'draft', 'pageLang'];

/** What a kind's form says where each field is named as the command names it, and every value is a text. */
function asNamed(fields: FormFields): object {
  return Object.fromEntries(fields.filter(([name]) => !OF_THE_PAGE.includes(name)));
}
