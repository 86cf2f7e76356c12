// Steps that bring a session of the small workshop to where a rule matters.
import type { Command } from '../../server/engine/commands';
import type { HorizonId } from '../../server/engine/vocabulary';
import type { Step } from './specification';

export const facilitates = (...commands: Command[]): Step[] => commands.map((command) => ['facilitator', command]);
export const goto = (activityId: string): Command => ({ type: 'agenda.goto', activityId });
export const open = (activityId: string): Command => ({ type: 'activity.open', activityId });
export const close = (activityId: string): Command => ({ type: 'activity.close', activityId });
export const reveal = (activityId: string): Command => ({ type: 'results.reveal', activityId });

export const joined = (...people: readonly (readonly [id: string, groupId: string])[]): Step[] =>
  people.map(([id, groupId]) => [id, { type: 'participant.join', groupId }]);

export const idea = (ideaId: string, text: string, horizonId: HorizonId = '2030', themeId = 'law'): Command => ({
  type: 'idea.submit',
  activityId: 'collect',
  ideaId,
  text,
  lang: 'ky',
  themeId,
  horizonId,
});

export const ballot = (...choices: readonly (readonly [option: string, dots: number])[]): Command => ({
  type: 'ballot.cast',
  activityId: 'vote',
  choices: choices.map(([option, dots]) => ({ option, dots })),
});

export const action = (actionId: string, goalId: string, what = 'Do it', who = ''): Command => ({
  type: 'action.submit',
  activityId: 'plan',
  actionId,
  goalId,
  lang: 'ky',
  what,
  who,
  byWhen: '',
  means: '',
  sign: '',
});

export const started: Step[] = [
  ...joined(['p1', 'heads'], ['p2', 'communities'], ['p3', 'communities']),
  ...facilitates({ type: 'session.start' }),
];

/** Three people in, `collect` open. */
export const collecting: Step[] = [...started, ...facilitates(open('collect'))];

/** Ideas i1, i2 (law, 2030), i3 (services, 2030), i4 (law, today), i5 (law, tomorrow); `collect` closed. */
export const collected: Step[] = [
  ...collecting,
  ['p1', idea('i1', 'Clear powers')],
  ['p2', idea('i2', 'Own budget')],
  ['p2', idea('i3', 'Good services', '2030', 'services')],
  ['p3', idea('i4', 'Old law', 'today')],
  ['p3', idea('i5', 'Write to parliament', 'tomorrow')],
  ...facilitates(close('collect')),
];

/** `vote` open over i1, i2, i3. */
export const voting: Step[] = [...collected, ...facilitates(open('vote'))];

/** i1 has 3 dots of p1; i2 4 of p2 and p3; results revealed. */
export const voted: Step[] = [
  ...voting,
  ['p1', ballot(['i1', 3])],
  ['p2', ballot(['i2', 3], ['i3', 1])],
  ['p3', ballot(['i2', 1])],
  ...facilitates(close('vote'), reveal('vote')),
];

/** Goals i2 and i3 chosen, `plan` open, action a1 on goal i2. */
export const planning: Step[] = [
  ...voted,
  ...facilitates({ type: 'goals.choose', activityId: 'vote', priorityIds: ['i2', 'i3'] }, open('plan')),
  ['p1', action('a1', 'i2')],
];

/** `endorse` open over goal:i2, action:a1, goal:i3. */
export const endorsing: Step[] = [...planning, ...facilitates(open('endorse'))];
