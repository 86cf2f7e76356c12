// Random seminars: a course that opens, votes, reveals and plans, with random wishes between its stations.
import fc from 'fast-check';
import type { Ballot, Command } from '../../server/engine/commands';
import type { EarlierVision } from '../../server/engine/vocabulary';
import { anyStep, BALLOTS, GOOD_BALLOTS, GROUPS, METHOD_NAMES, oneOf, PEOPLE, settingsOf } from './random-commands';
import { Session } from './specification';
import { inAll, smallWorkshop } from './workshop';

/** Every session here goes on from this vision. */
export const EARLIER: EarlierVision = {
  code: 'VX2RQ7',
  closingHash: '0'.repeat(64),
  date: 1_700_000_000_000,
  title: inAll('Before'),
  lines: [
    { id: 'earlier:0', kind: 'goal', themeId: 'law', text: { text: 'Goal of then', lang: 'en' } },
    {
      id: 'earlier:1',
      kind: 'action',
      themeId: 'law',
      goalLineId: 'earlier:0',
      text: { text: 'Act of then', lang: 'en' },
    },
  ],
};

/**
 * Steps over a session that is under way. Pure chance rarely gets past an agenda, so most runs pass through a course
 * that opens, votes, reveals and plans, with random steps between its stations.
 */
const course: readonly [string, Command][] = [
  ...PEOPLE.map((id, place): [string, Command] => [
    id,
    { type: 'participant.join', groupId: GROUPS[place % 3] ?? 'civil' },
  ]),
  ['facilitator', { type: 'session.start' }],
  ['facilitator', { type: 'activity.open', activityId: 'collect' }],
  ...(['i1', 'i2', 'i3'] as const).map((id, place): [string, Command] => [
    PEOPLE[place] ?? '',
    {
      type: 'idea.submit',
      activityId: 'collect',
      ideaId: id,
      text: `Idea ${id}`,
      lang: 'en',
      themeId: 'law',
      horizonId: '2030',
    },
  ]),
  [PEOPLE[3] ?? '', { type: 'idea.support', ideaId: 'i1' }],
  ['facilitator', { type: 'activity.open', activityId: 'vote' }],
  ['facilitator', { type: 'activity.close', activityId: 'vote' }],
  ['facilitator', { type: 'results.reveal', activityId: 'vote' }],
  ['facilitator', { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] }],
  ['facilitator', { type: 'activity.open', activityId: 'plan' }],
  [
    PEOPLE[1] ?? '',
    {
      type: 'action.submit',
      activityId: 'plan',
      actionId: 'a1',
      goalId: 'i1',
      lang: 'en',
      what: 'Act',
      who: '',
      byWhen: '',
      means: '',
      sign: '',
    },
  ],
  ['facilitator', { type: 'activity.open', activityId: 'endorse' }],
];
export const castOf = (ballot: Ballot): Command => ({ type: 'ballot.cast', activityId: 'vote', ...ballot });
const OPENS_VOTE = course.findIndex(([, command]) => command.type === 'activity.open' && command.activityId === 'vote');

/** One method a run, whatever is configured before; `hall` are ballots cast right after the vote opens. */
export const seminar = oneOf(...METHOD_NAMES).chain((name) =>
  fc
    .tuple(
      settingsOf(name),
      fc.array(fc.tuple(oneOf(...PEOPLE), fc.oneof(GOOD_BALLOTS[name], BALLOTS[name] as fc.Arbitrary<Ballot>)), {
        minLength: 3,
        maxLength: 8,
      }),
      fc.array(fc.array(anyStep, { maxLength: 5 }), { minLength: course.length, maxLength: course.length }),
      fc.array(anyStep, { maxLength: 25 }),
    )
    .map(([settings, hall, between, after]): [string, Command][] => {
      const configure: Command = { type: 'vote.configure', activityId: 'vote', settings };
      return [
        ...course.flatMap((step, place): [string, Command][] => [
          ...(place === OPENS_VOTE ? [['facilitator', configure] as [string, Command]] : []),
          step,
          ...(place === OPENS_VOTE ? hall.map(([who, ballot]): [string, Command] => [who, castOf(ballot)]) : []),
          ...(between[place] ?? []),
        ]),
        ...after,
      ];
    }),
);

/** `check` sees every state once: most wishes are refused, and then there is nothing new to see. */
export function play(steps: readonly (readonly [string, Command])[], check?: (session: Session) => void): Session {
  const session = new Session(smallWorkshop, EARLIER);
  for (const [who, command] of steps) {
    const before = session.state;
    session.wish(who, command);
    if (session.state !== before) check?.(session);
  }
  return session;
}
