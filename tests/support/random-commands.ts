// Random wishes of people and of the desk over one small workshop: mostly near what may be granted, often beyond it.
import fc from 'fast-check';
import type { Answer, Ballot, Command } from '../../server/engine/commands';
import type { VoteMethod, VoteMethodName, VoteRule, VoteSettings } from '../../server/engine/vocabulary';
import { ACTION_STATUSES, JUDGED, RULES_OF_METHOD } from '../../server/engine/vocabulary';
import { inAll } from './workshop';

export const PEOPLE = ['person-ana', 'person-bek', 'person-cholpon', 'person-daniyar'];
const ACTIVITIES = ['ask', 'collect', 'group', 'vote', 'plan', 'endorse'];
export const METHOD_NAMES = Object.keys(RULES_OF_METHOD) as VoteMethodName[];
export const GROUPS = ['heads', 'communities', 'civil'];

export const oneOf = <T>(...items: readonly T[]) => fc.constantFrom(...items);
const ideaId = oneOf('i1', 'i2', 'i3', 'i4', 'i5');
const priorityId = oneOf('i1', 'i2', 'i3', 'm1', 'm2');
const activityId = oneOf(...ACTIVITIES);
const text = oneOf('Roads', 'Water', 'ЖӨБ мыйзамы', ' ', 'Школа');
const lang = oneOf('ky', 'ru', 'en');
const themeId = oneOf('law', 'services');
const horizonId = oneOf('today', 'tomorrow', '2030');
const lineId = oneOf('goal:i1', 'goal:i2', 'goal:m1', 'action:a1', 'need:i3', 'step:i4', 'earlier:0', 'earlier:1');
const wording = fc.record({ text, lang });

/** Over the options of the course and one more, within and beyond the limits below. */
export const BALLOTS = {
  dots: fc.record({
    choices: fc.array(fc.record({ option: priorityId, dots: fc.integer({ min: 0, max: 4 }) }), { maxLength: 3 }),
  }),
  approval: fc.record({ approved: fc.array(priorityId, { maxLength: 3 }) }),
  score: fc.record({
    scores: fc.array(
      fc.record({
        option: priorityId,
        criterion: oneOf('importance', 'feasibility'),
        score: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 4 },
    ),
  }),
  ranking: fc.record({ ranked: fc.array(fc.array(priorityId, { maxLength: 2 }), { maxLength: 3 }) }),
  agreement: fc.record({
    answers: fc.array(fc.record({ option: priorityId, answer: oneOf('agree', 'disagree', 'pass') }), { maxLength: 3 }),
  }),
};
/** Ballots that stand, as long as random moderation leaves the options of the course alone. */
const some = fc.shuffledSubarray(['i1', 'i2', 'i3'], { minLength: 1, maxLength: 2 });
export const GOOD_BALLOTS: Readonly<Record<VoteMethodName, fc.Arbitrary<Ballot>>> = {
  dots: some.map((ids) => ({ choices: ids.map((option, place) => ({ option, dots: 3 - place })) })),
  approval: some.map((approved) => ({ approved })),
  score: fc
    .tuple(some, fc.integer({ min: 1, max: 5 }))
    .map(([ids, score]) => ({ scores: ids.map((option) => ({ option, criterion: 'importance', score })) })),
  ranking: fc.tuple(some, fc.boolean()).map(([ids, equal]) => ({ ranked: equal ? [ids] : ids.map((id) => [id]) })),
  agreement: fc
    .tuple(some, oneOf<Answer>('agree', 'disagree', 'pass'))
    .map(([ids, answer]) => ({ answers: ids.map((option) => ({ option, answer })) })),
};
const anyBallot = fc.oneof(...Object.values(BALLOTS)) as fc.Arbitrary<Ballot>;

const METHODS: Readonly<Record<VoteMethodName, VoteMethod>> = {
  dots: { name: 'dots', budget: 5, cap: 3 },
  approval: { name: 'approval', max: 2 },
  score: {
    name: 'score',
    criteria: ['importance', 'feasibility'].map((id) => ({ id, name: inAll(id) })),
    scale: 5,
  },
  ranking: { name: 'ranking', top: 3 },
  agreement: { name: 'agreement' },
};
export const settingsOf = (name: VoteMethodName): fc.Arbitrary<VoteSettings> =>
  fc.record({
    method: fc.constant(METHODS[name]),
    rule: oneOf<VoteRule>(...RULES_OF_METHOD[name]),
    places: fc.integer({ min: 1, max: 4 }),
    weights: oneOf('person', 'group'),
  });
const anySettings = oneOf(...METHOD_NAMES).chain(settingsOf);

const participantCommand = fc.oneof(
  fc.record({ type: fc.constant('participant.join'), groupId: oneOf(...GROUPS) }),
  fc.record({
    type: fc.constant('idea.submit'),
    activityId: oneOf('ask', 'collect'),
    ideaId,
    text,
    lang,
    themeId,
    horizonId,
  }),
  fc.record({ type: oneOf('idea.withdraw', 'idea.support', 'idea.unsupport'), ideaId }),
  fc.record({ type: fc.constant('idea.support'), ideaId }),
  anyBallot.map((ballot) => ({ type: 'ballot.cast', activityId: 'vote', ...ballot })),
  fc.record({ type: fc.constant('ballot.withdraw'), activityId: fc.constant('vote') }),
  fc.record({
    type: fc.constant('action.submit'),
    activityId: fc.constant('plan'),
    actionId: oneOf('a1', 'a2', 'a3'),
    goalId: priorityId,
    lang,
    what: text,
    who: text,
    byWhen: text,
    means: text,
    sign: text,
  }),
  fc.record({ type: fc.constant('action.withdraw'), actionId: oneOf('a1', 'a2', 'a3') }),
  fc.record({
    type: fc.constant('endorsement.give'),
    activityId: fc.constant('endorse'),
    lineId,
    level: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({ type: fc.constant('endorsement.withdraw'), activityId: fc.constant('endorse'), lineId }),
);

/** Any base at all is mostly refused; 0 is right for a line nobody has touched. */
const base = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 80 }));
const ownLineId = oneOf('own:a', 'own:b');
const anyLineId = fc.oneof(lineId, ownLineId);
const WRITING = [
  fc.record({ type: fc.constant('line.edit'), lineId: anyLineId, base, text, lang }),
  fc.record({
    type: fc.constant('line.edit'),
    lineId: fc.constant('action:a1'),
    base,
    text,
    lang,
    details: fc.record({ who: text, byWhen: text, means: text, sign: text }),
  }),
  fc.record({ type: fc.constant('line.translate'), lineId: anyLineId, base, text, lang }),
  fc.record({
    type: fc.constant('line.relate'),
    lineId: anyLineId,
    base,
    goalLineIds: fc.array(anyLineId, { maxLength: 2 }),
    seeAlso: fc.array(anyLineId, { maxLength: 2 }),
    dependsOn: fc.array(wording, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('line.add'),
    lineId: ownLineId,
    kind: oneOf('goal', 'step', 'need'),
    themeId: oneOf('law', 'services'),
    from: fc.option(lineId, { nil: undefined }),
    text,
    lang,
  }),
  fc.record({ type: fc.constant('line.join'), lineId: anyLineId, into: fc.option(anyLineId, { nil: null }) }),
  fc.record({ type: fc.constant('line.drop'), lineId: anyLineId, dropped: fc.boolean() }),
  fc.record({ type: fc.constant('lines.order'), lineIds: fc.array(anyLineId, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('action.report'), lineId: anyLineId, status: oneOf(...ACTION_STATUSES) }),
  fc.record({ type: fc.constant('line.light'), lineId: fc.option(anyLineId, { nil: null }) }),
];

const facilitatorCommand = fc.oneof(
  fc.record({ type: fc.constant('vote.configure'), activityId: oneOf('vote', 'plan'), settings: anySettings }),
  fc.record({ type: fc.constant('agenda.goto'), activityId }),
  fc.record({ type: fc.constant('activity.open'), activityId }),
  fc.record({ type: fc.constant('activity.open'), activityId: fc.constant('endorse'), judge: oneOf(...JUDGED) }),
  fc.record({ type: fc.constant('activity.close'), activityId }),
  fc.record({ type: fc.constant('results.reveal'), activityId }),
  fc.record({ type: fc.constant('results.hide'), activityId }),
  fc.record({ type: oneOf('timer.start', 'timer.extend'), seconds: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ type: oneOf('idea.hide', 'idea.unhide'), ideaId }),
  fc.record({ type: fc.constant('idea.move'), ideaId, themeId, horizonId }),
  fc.record({ type: fc.constant('idea.language'), ideaId, lang: oneOf('ky', 'ru', 'en') }),
  fc.record({
    type: fc.constant('ideas.merge'),
    priorityId: oneOf('m1', 'm2'),
    ideaIds: fc.array(ideaId, { minLength: 1, maxLength: 3 }),
    heading: wording,
  }),
  fc.record({ type: fc.constant('idea.group'), ideaId, priorityId: oneOf('m1', 'm2', null) }),
  fc.record({ type: fc.constant('priority.rename'), priorityId: oneOf('m1', 'm2'), heading: wording }),
  fc.record({ type: oneOf('action.hide', 'action.unhide'), actionId: oneOf('a1', 'a2') }),
  fc.record({
    type: fc.constant('goals.choose'),
    activityId: fc.constant('vote'),
    priorityIds: fc.array(priorityId, { maxLength: 3 }),
  }),
  ...WRITING,
  fc.record({ type: oneOf('moderation.undo', 'moderation.redo'), seq: fc.integer({ min: 1, max: 60 }) }),
);

export const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(oneOf(...PEOPLE), participantCommand) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('facilitator'), facilitatorCommand) },
) as fc.Arbitrary<[string, Command]>;
