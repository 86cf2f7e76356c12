// How a plain HTML form says a ballot, one field per option, so that a refused ballot comes back field by field.
// Buttons carry one change of it, for phones without script. Checks nothing: the rules do.
import type { Choice, OptionAnswer, Score } from '../engine/commands';
import type { PriorityId } from '../engine/vocabulary';
import type { FormFields } from './form-fields';

/** The parts of a `Ballot`, of which one is there. */
export type BallotParts = {
  readonly choices?: readonly Choice[];
  readonly approved?: readonly PriorityId[];
  readonly scores?: readonly Score[];
  readonly ranked?: readonly (readonly PriorityId[])[];
  readonly answers?: readonly OptionAnswer[];
};

/** Ids hold no space; dots they may hold. */
export const ballotField = {
  dots: (option: string) => `dots.${option}`,
  approve: (option: string) => `approve.${option}`,
  answer: (option: string) => `answer.${option}`,
  score: (option: string, criterion: string) => `score.${option} ${criterion}`,
  /** Its value is the place, from 1. */
  rank: (option: string) => `rank.${option}`,
} as const;

/** The option that a field is about. */
export function optionIn(field: string): string {
  return field.replace(/^\w+\.| .*/g, '');
}

/** Buttons whose value is the option they change. */
export const BALLOT_BUTTONS = ['more', 'fewer', 'add', 'up', 'down', 'out'] as const;

function named(fields: FormFields, prefix: string): [string, string][] {
  return fields
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]): [string, string] => [name.slice(prefix.length), value]);
}

function dots(fields: FormFields) {
  const counts = new Map<string, number>();
  for (const [option, value] of named(fields, 'dots.')) counts.set(option, value.trim() === '' ? 0 : Number(value));
  for (const [name, option] of fields) {
    if (name === 'more') counts.set(option, (counts.get(option) ?? 0) + 1);
    if (name === 'fewer') counts.set(option, Math.max(0, (counts.get(option) ?? 0) - 1));
  }
  return [...counts].filter(([, count]) => count !== 0).map(([option, count]) => ({ option, dots: count }));
}

/** One option per place: equals would need a form that a thumb cannot use. */
function ranked(fields: FormFields): string[][] {
  const order = named(fields, 'rank.')
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([option]) => option);
  for (const [name, option] of fields) {
    const at = order.indexOf(option);
    if (name === 'add' && at === -1) order.push(option);
    if (at === -1) continue;
    if (name === 'out') order.splice(at, 1);
    const to = name === 'up' ? at - 1 : name === 'down' ? at + 1 : at;
    if (to === at || to < 0 || to >= order.length) continue;
    order.splice(at, 1);
    order.splice(to, 0, option);
  }
  return order.map((option) => [option]);
}

function scores(fields: FormFields) {
  return named(fields, 'score.')
    .filter(([, value]) => value !== '')
    .map(([key, value]) => {
      const [option = '', criterion = ''] = key.split(' ');
      return { option, criterion, score: Number(value) };
    });
}

function content(fields: FormFields): Readonly<Record<string, readonly unknown[]>> {
  switch (new Map(fields).get('method')) {
    case 'approval':
      return { approved: named(fields, 'approve.').map(([option]) => option) };
    case 'agreement':
      return { answers: named(fields, 'answer.').map(([option, answer]) => ({ option, answer })) };
    case 'score':
      return { scores: scores(fields) };
    case 'ranking':
      return { ranked: ranked(fields) };
    // A form says what it likes: the rules judge what comes of it.
    default:
      return { choices: dots(fields) };
  }
}

/** An empty ballot is a withdrawn one. */
export function formBallot(fields: FormFields, activityId: string): object {
  const ballot = content(fields);
  return Object.values(ballot).every((list) => list.length === 0)
    ? { type: 'ballot.withdraw', activityId }
    : { type: 'ballot.cast', activityId, ...ballot };
}

/** The fields that say this ballot: the way back from `formBallot`. */
export function ballotValues(ballot: BallotParts): ReadonlyMap<string, string> {
  return new Map([
    ...(ballot.choices ?? []).map(({ option, dots }): [string, string] => [ballotField.dots(option), String(dots)]),
    ...(ballot.approved ?? []).map((option): [string, string] => [ballotField.approve(option), 'on']),
    ...(ballot.answers ?? []).map(({ option, answer }): [string, string] => [ballotField.answer(option), answer]),
    ...(ballot.scores ?? []).map(({ option, criterion, score }): [string, string] => [
      ballotField.score(option, criterion),
      String(score),
    ]),
    ...(ballot.ranked ?? [])
      .flat()
      .map((option, index): [string, string] => [ballotField.rank(option), `${index + 1}`]),
  ]);
}
