// Random seminars against the whole engine: whatever people do in whatever order, these things hold.
import fc from 'fast-check';
import type { VoteTotals } from '../../../server/audit/count-ballots';
import { sha256 } from '../../../server/audit/node-sha256';
import { type BadRecord, recount as recountArchive, type Totals } from '../../../server/audit/recount';
import type { Answer, Ballot, Command } from '../../../server/engine/commands';
import { decide, isRejection } from '../../../server/engine/decide';
import { evolve } from '../../../server/engine/evolve';
import type { JsonObject } from '../../../server/engine/patch';
import { applyPatch, diff } from '../../../server/engine/patch';
import { project } from '../../../server/engine/project';
import { ownersOf, projectMine } from '../../../server/engine/project-mine';
import { receiptOf } from '../../../server/engine/receipt';
import type { SessionState } from '../../../server/engine/state';
import { initialState } from '../../../server/engine/state';
import { decodeState, encodeState } from '../../../server/engine/state-codec';
import type {
  EarlierVision,
  VoteMethod,
  VoteMethodName,
  VoteRule,
  VoteSettings,
} from '../../../server/engine/vocabulary';
import { ACTION_STATUSES, JUDGED, RULES_OF_METHOD } from '../../../server/engine/vocabulary';
import type { Margins } from '../../../server/engine/voting/measures/pairwise';
import { voteOnView } from '../../../server/engine/voting/publishing/published-vote';
import { supportOf } from '../../../server/engine/voting/selecting/support';
import { checkArchive } from '../../../server/verify/check-archive';
import { sealed } from '../../support/sealed';
import { archiveOf } from '../../support/seminar';
import { actorOf, NOW, Session } from '../../support/specification';
import { inAll, smallWorkshop } from '../../support/workshop';

const PEOPLE = ['person-ana', 'person-bek', 'person-cholpon', 'person-daniyar'];
const ACTIVITIES = ['ask', 'collect', 'group', 'vote', 'plan', 'endorse'];
const METHOD_NAMES = Object.keys(RULES_OF_METHOD) as VoteMethodName[];
const GROUPS = ['heads', 'communities', 'civil'];
const AUDIENCES = ['participant', 'screen', 'facilitator'] as const;
/** A participant's id or an unmistakable part of it. */
const IDENTITY = /person-/;

const oneOf = <T>(...items: readonly T[]) => fc.constantFrom(...items);
const ideaId = oneOf('i1', 'i2', 'i3', 'i4', 'i5');
const priorityId = oneOf('i1', 'i2', 'i3', 'm1', 'm2');
const activityId = oneOf(...ACTIVITIES);
const text = oneOf('Roads', 'Water', 'ЖӨБ мыйзамы', ' ', 'Школа');
const lang = oneOf('ky', 'ru', 'en');
const themeId = oneOf('law', 'services');
const horizonId = oneOf('today', 'tomorrow', '2030');
const lineId = oneOf('goal:i1', 'goal:i2', 'goal:m1', 'action:a1', 'need:i3', 'step:i4', 'earlier:0', 'earlier:1');
const wording = fc.record({ text, lang });
/** Every session here goes on from this vision. */
const EARLIER: EarlierVision = {
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

/** Over the options of the course and one more, within and beyond the limits below. */
const BALLOTS = {
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
const GOOD_BALLOTS: Readonly<Record<VoteMethodName, fc.Arbitrary<Ballot>>> = {
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
const settingsOf = (name: VoteMethodName): fc.Arbitrary<VoteSettings> =>
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

const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(oneOf(...PEOPLE), participantCommand) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('facilitator'), facilitatorCommand) },
) as fc.Arbitrary<[string, Command]>;

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
const castOf = (ballot: Ballot): Command => ({ type: 'ballot.cast', activityId: 'vote', ...ballot });
const OPENS_VOTE = course.findIndex(([, command]) => command.type === 'activity.open' && command.activityId === 'vote');

/** One method a run, whatever is configured before; `hall` are ballots cast right after the vote opens. */
const seminar = oneOf(...METHOD_NAMES).chain((name) =>
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

/** People who vote, change their minds and take it back while the vote is closed, revealed and opened again. */
const pollingWalk = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(oneOf(...PEOPLE), fc.oneof(...Object.values(GOOD_BALLOTS)).map(castOf)) },
    {
      weight: 2,
      arbitrary: fc.tuple(oneOf(...PEOPLE), fc.constant<Command>({ type: 'ballot.withdraw', activityId: 'vote' })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(
        fc.constant('facilitator'),
        oneOf('activity.close', 'results.reveal', 'activity.open').map(
          (type) => ({ type, activityId: 'vote' }) as Command,
        ),
      ),
    },
  ),
  { minLength: 8, maxLength: 25 },
) as fc.Arbitrary<[string, Command][]>;
const isTheVote = (data: object) => 'activityId' in data && data.activityId === 'vote';

function play(steps: readonly (readonly [string, Command])[], check?: (session: Session) => void): Session {
  const session = new Session(smallWorkshop, EARLIER);
  for (const [who, command] of steps) {
    session.wish(who, command);
    check?.(session);
  }
  return session;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

/** Every figure of a tally as one cell, counted anew from the log alone; zeros are no cells. */
function recount(session: Session) {
  const ballots = new Map<string, Ballot>();
  const groups = new Map<string, string>();
  let options: readonly string[] = [];
  for (const event of session.log) {
    if (event.type === 'ParticipantJoined') groups.set(event.data.participantId, event.data.groupId);
    if (event.type === 'ActivityOpened' && event.data.options) options = event.data.options.map(({ id }) => id);
    if (event.type === 'BallotCast') ballots.set(event.data.participantId, event.data);
    if (event.type === 'BallotWithdrawn') ballots.delete(event.data.participantId);
  }
  const cells: Record<string, number> = { ballots: ballots.size };
  for (const [person, ballot] of ballots) {
    const group = groups.get(person) ?? '';
    cells[`ballots of ${group}`] = (cells[`ballots of ${group}`] ?? 0) + 1;
    const add = (cell: string, amount: number) => {
      for (const key of [cell, `${cell} of ${group}`]) cells[key] = (cells[key] ?? 0) + amount;
    };
    if ('choices' in ballot)
      for (const { option, dots } of ballot.choices) {
        add(`dots ${option}`, dots);
        cells[`supporters ${option}`] = (cells[`supporters ${option}`] ?? 0) + 1;
      }
    if ('approved' in ballot) for (const option of ballot.approved) add(`approvals ${option}`, 1);
    if ('scores' in ballot)
      for (const { option, criterion, score } of ballot.scores) add(`${criterion} ${score} ${option}`, 1);
    if ('answers' in ballot) for (const { option, answer } of ballot.answers) add(`${answer} ${option}`, 1);
    if ('ranked' in ballot) {
      const place = (option: string) => ballot.ranked.findIndex((tier) => tier.includes(option)) >>> 0;
      for (const a of options) {
        if (place(a) < ballot.ranked.length) add(`named ${a}`, 1);
        for (const b of options) add(`${a} before ${b}`, Math.sign(place(b) - place(a)));
      }
    }
  }
  return Object.fromEntries(Object.entries(cells).filter(([cell, amount]) => amount !== 0 || cell === 'ballots'));
}

function liveTally(state: SessionState) {
  const vote = state.activities.vote?.vote;
  if (vote === undefined) return { ballots: 0 };
  const { tally } = vote;
  const cells: Record<string, number> = { ballots: tally.ballots };
  const put = (cell: string, amount: number) => {
    if (amount !== 0) cells[cell] = amount;
  };
  const putSplit = (cell: string, amount: number, byGroup: Readonly<Record<string, number>>) => {
    put(cell, amount);
    for (const [group, part] of Object.entries(byGroup)) put(`${cell} of ${group}`, part);
  };
  const each = <From, To>(byGroup: Readonly<Record<string, From>>, read: (one: From) => To) =>
    Object.fromEntries(Object.entries(byGroup).map(([group, one]) => [group, read(one)]));
  for (const [group, count] of Object.entries(tally.ballotsByGroup)) put(`ballots of ${group}`, count);
  switch (tally.method) {
    case 'dots':
      for (const [option, count] of Object.entries(tally.options)) {
        putSplit(`dots ${option}`, count.dots, count.dotsByGroup);
        put(`supporters ${option}`, count.supporters);
      }
      break;
    case 'approval':
      for (const [option, count] of Object.entries(tally.options))
        putSplit(`approvals ${option}`, count.approvals, count.approvalsByGroup);
      break;
    case 'score':
      for (const [option, criteria] of Object.entries(tally.options))
        for (const [criterion, { counts, countsByGroup }] of Object.entries(criteria))
          counts.forEach((people, at) => {
            putSplit(
              `${criterion} ${at + 1} ${option}`,
              people,
              each(countsByGroup, (own) => own[at] ?? 0),
            );
          });
      break;
    case 'agreement':
      for (const [option, { byGroup, ...counts }] of Object.entries(tally.options))
        for (const answer of ['agree', 'disagree', 'pass'] as const)
          putSplit(
            `${answer} ${option}`,
            counts[answer],
            each(byGroup, (own) => own[answer]),
          );
      break;
    case 'ranking':
      vote.options.forEach(({ id: a }, row) => {
        putSplit(
          `named ${a}`,
          tally.named[row] ?? 0,
          each(tally.byGroup, ({ named }) => named[row] ?? 0),
        );
        vote.options.forEach(({ id: b }, column) => {
          const margin = (of: { readonly margins: Margins }) => of.margins[row]?.[column] ?? 0;
          putSplit(`${a} before ${b}`, margin(tally), each(tally.byGroup, margin));
        });
      });
  }
  return cells;
}

/** The same cells from what the recount of an archive says. */
function cellsOf(totals: VoteTotals | undefined) {
  const cells: Record<string, number> = { ballots: totals?.ballots ?? 0 };
  const put = (cell: string, amount: number, byGroup: Readonly<Record<string, number>> = {}) => {
    if (amount !== 0) cells[cell] = amount;
    for (const [group, part] of Object.entries(byGroup)) if (part !== 0) cells[`${cell} of ${group}`] = part;
  };
  const each = <From>(byGroup: Readonly<Record<string, From>>, read: (one: From) => number | undefined) =>
    Object.fromEntries(Object.entries(byGroup).map(([group, one]) => [group, read(one) ?? 0]));
  for (const [group, count] of Object.entries(totals?.ballotsByGroup ?? {})) put(`ballots of ${group}`, count);
  for (const [option, count] of Object.entries(totals?.options ?? {})) {
    put(`dots ${option}`, count.dots, count.dotsByGroup);
    put(`supporters ${option}`, count.supporters);
  }
  for (const [option, count] of Object.entries(totals?.approvals ?? {}))
    put(`approvals ${option}`, count.approvals, count.approvalsByGroup);
  for (const [option, criteria] of Object.entries(totals?.scores ?? {}))
    for (const [criterion, { counts, countsByGroup }] of Object.entries(criteria))
      counts.forEach((people, at) => {
        put(
          `${criterion} ${at + 1} ${option}`,
          people,
          each(countsByGroup, (own) => own[at]),
        );
      });
  for (const [option, { byGroup, ...counts }] of Object.entries(totals?.answers ?? {}))
    for (const answer of ['agree', 'disagree', 'pass'] as const)
      put(
        `${answer} ${option}`,
        counts[answer],
        each(byGroup, (own) => own[answer]),
      );
  const { ranking } = totals ?? {};
  for (const a of Object.keys(ranking?.named ?? {})) {
    put(
      `named ${a}`,
      ranking?.named[a] ?? 0,
      each(ranking?.byGroup ?? {}, ({ named }) => named[a]),
    );
    for (const b of Object.keys(ranking?.named ?? {}))
      put(
        `${a} before ${b}`,
        ranking?.margins[a]?.[b] ?? 0,
        each(ranking?.byGroup ?? {}, ({ margins }) => margins[a]?.[b]),
      );
  }
  return cells;
}

/** Who stands behind which idea, from the log alone; an idea that neither author nor supporter holds is gone. */
function recountSupports(session: Session) {
  const standing = new Map<string, { author: string | null; supporters: Set<string> }>();
  for (const { type, data } of session.log) {
    if (type === 'IdeaSubmitted') standing.set(data.ideaId, { author: data.participantId, supporters: new Set() });
    if (type !== 'IdeaWithdrawn' && type !== 'IdeaSupported' && type !== 'IdeaUnsupported') continue;
    const idea = standing.get(data.ideaId);
    if (idea === undefined) throw new Error(`${type} of an idea that is gone`);
    if (type === 'IdeaWithdrawn') idea.author = null;
    if (type === 'IdeaSupported') idea.supporters.add(data.participantId);
    if (type === 'IdeaUnsupported') idea.supporters.delete(data.participantId);
    if (idea.author === null && idea.supporters.size === 0) standing.delete(data.ideaId);
  }
  return standing;
}

/** Through the codec, which drops what only history left in a persistent map (emptied buckets). */
function canonical(state: SessionState): SessionState | undefined {
  return decodeState(encodeState(state));
}

function holdsNull(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.values(value).some(holdsNull);
}

describe('random seminars', () => {
  test('[LOG2] replaying the log gives the live state, and so does a snapshot with the facts after it', () => {
    fc.assert(
      fc.property(seminar, fc.double({ min: 0, max: 1, noNaN: true }), (steps, share) => {
        const { log, state } = play(steps);
        expect(canonical(log.reduce(evolve, initialState))).toEqual(canonical(state));
        const cut = Math.floor(log.length * share);
        const snapshot = decodeState(encodeState(log.slice(0, cut).reduce(evolve, initialState)));
        expect(canonical(log.slice(cut).reduce(evolve, snapshot ?? initialState))).toEqual(canonical(state));
      }),
      { numRuns: 150 },
    );
  });

  test('[VOTE5] [BAL1] the tally of every method equals a naive recount of the log after every step', () => {
    const voted: Record<string, number> = {};
    fc.assert(
      fc.property(seminar, (steps) => {
        const session = play(steps, (now) => expect(liveTally(now.state)).toEqual(recount(now)));
        const method = session.state.activities.vote?.vote?.tally.method ?? '';
        voted[method] = (voted[method] ?? 0) + (recount(session).ballots ?? 0);
      }),
      { numRuns: 250 },
    );
    // Otherwise the property would hold of empty ballot boxes.
    for (const method of METHOD_NAMES) expect(voted[method]).toBeGreaterThan(20);
  });

  test('[EXP5] the recount of the archive gives the tally of every method', async () => {
    await fc.assert(
      fc.asyncProperty(seminar, async (steps) => {
        const session = play(steps);
        const totals = await recountArchive(archiveOf(session), sha256);
        expect((totals as BadRecord).why).toBeUndefined();
        expect(cellsOf((totals as Totals).votes.vote)).toEqual(liveTally(session.state));
      }),
      { numRuns: 100 },
    );
  });

  test('[VER5] verify and the check of an import accept every log that the engine writes', async () => {
    const seen = { reopened: 0, withdrawn: 0 };
    await fc.assert(
      fc.asyncProperty(seminar, pollingWalk, async (steps, walk) => {
        const opened = steps.findIndex(([, { type, ...rest }]) => type === 'activity.open' && isTheVote(rest));
        const session = play(steps.toSpliced(opened + 1, 0, ...walk));
        const lines = sealed(session);
        expect(await checkArchive(() => lines, sha256)).toMatchObject({ ok: true, draft: 'agrees' });
        const openings = session.log.filter(({ type, data }) => type === 'ActivityOpened' && isTheVote(data));
        seen.reopened += openings.length > 1 ? 1 : 0;
        seen.withdrawn += session.log.some(({ type }) => type === 'BallotWithdrawn') ? 1 : 0;
      }),
      { numRuns: 120 },
    );
    // Otherwise the property would hold of walks that never come back.
    expect(Math.min(seen.reopened, seen.withdrawn)).toBeGreaterThan(20);
  });

  test('[SUP1] [SUP3] [SUP4] supports equal a recount of the log, nobody supports their own, and turnout follows', () => {
    let supported = 0;
    fc.assert(
      fc.property(seminar, (steps) => {
        const session = play(steps, ({ state, log }) => {
          const expected = recountSupports({ log } as Session);
          expect([...state.ideas.entries()].map(([id]) => id).sort()).toEqual([...expected.keys()].sort());
          for (const [id, { author, supporters }] of expected) {
            const idea = state.ideas.get(id);
            expect([idea?.authorId, [...(idea?.supporterIds ?? [])].sort()]).toEqual([author, [...supporters].sort()]);
            expect(supporters.has(author ?? '')).toBe(false);
          }
          for (const person of PEOPLE) {
            const own = state.participants.get(person);
            const held = [...expected].filter(([, { supporters }]) => supporters.has(person)).map(([id]) => id);
            expect([...(own?.supportIds ?? [])].sort()).toEqual(held.sort());
            for (const activity of ['ask', 'collect']) {
              const items = [...expected].filter(
                ([id, { author, supporters }]) =>
                  state.ideas.get(id)?.activityId === activity && (author === person || supporters.has(person)),
              );
              expect(state.activities[activity]?.items.get(person) ?? 0).toBe(items.length);
            }
          }
        });
        supported += session.log.filter(({ type }) => type === 'IdeaSupported').length;
      }),
      { numRuns: 100 },
    );
    expect(supported).toBeGreaterThan(50);
  });

  test('[VIEW1] no view ever holds an identity, nobody’s own things hold another’s', () => {
    fc.assert(
      fc.property(seminar, (steps) => {
        const session = play(steps, ({ state }) => {
          for (const audience of AUDIENCES) expect(JSON.stringify(project(state, audience))).not.toMatch(IDENTITY);
        });
        for (const id of PEOPLE) {
          const mine = projectMine(session.state, id);
          const { receipt, ...things } = mine ?? {};
          if (receipt !== undefined) expect(receipt).toBe(receiptOf(id));
          expect(JSON.stringify(things)).not.toMatch(IDENTITY);
          const own = (items: object, of: SessionState['ideas'] | SessionState['actions']) =>
            Object.keys(items).every((item) => of.get(item)?.authorId === id);
          expect(own(mine?.ideas ?? {}, session.state.ideas)).toBe(true);
          expect(own(mine?.actions ?? {}, session.state.actions)).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('[OUT1] [OUT2] a revealed vote has the outcome of its ballots, and its log says so once', () => {
    let declared = 0;
    fc.assert(
      fc.property(seminar, (steps) => {
        play(steps, ({ state, log }) => {
          const { vote, revealed } = state.activities.vote ?? {};
          const shown = voteOnView(vote?.publication, state.design);
          // A vote over nothing decides nothing.
          if (vote === undefined || shown === undefined || vote.options.length === 0 || revealed !== true) return;
          const last = log.findLast(({ type }) => type === 'OutcomeDeclared');
          expect(last?.data).toEqual({ activityId: 'vote', ...vote.outcome });
          expect(vote.outcome?.ballots).toBe(shown.tally.ballots);
          // [OUT7] Nothing nobody is for; every place is either given or said to be empty.
          const { selected = [], emptyPlaces, settings } = vote.outcome ?? {};
          expect(selected.length + (emptyPlaces ?? 0)).toBe(settings?.places);
          for (const id of selected)
            expect(
              supportOf(
                shown.tally,
                state.activities.vote?.settings?.method ?? { name: 'dots', budget: 5, cap: 3 },
                id,
                vote.options.findIndex((option) => option.id === id),
              ).supporters,
            ).toBeGreaterThan(0);
          expect(vote.outcome?.settings).toEqual(state.activities.vote?.settings ?? vote.outcome?.settings);
          declared++;
        });
      }),
      { numRuns: 100 },
    );
    expect(declared).toBeGreaterThan(100);
  });

  test('[VOTE8] no view before reveal depends on any ballot or judgement', () => {
    // Non-interference: the same seminar with every ballot and judgement emptied of content looks the same.
    const blank = ([who, command]: readonly [string, Command]): [string, Command] => {
      if (command.type === 'endorsement.give') return [who, { ...command, level: 1 }];
      return [who, command.type === 'ballot.cast' ? castOf(plainest(command)) : command];
    };
    // An undo names a seq, which may be another act's in a run where a repeated ballot added no fact.
    const leftOut: readonly Command['type'][] = [
      'results.reveal',
      'goals.choose',
      'moderation.undo',
      'moderation.redo',
    ];
    fc.assert(
      fc.property(seminar, (steps) => {
        const hidden = steps.filter(([, command]) => !leftOut.includes(command.type));
        // Only ballots that stand in both runs are compared: otherwise turnout, which is live, rightly differs.
        const valid = standing(hidden);
        const [real, blanked] = [play(valid), play(valid.map(blank))];
        for (const audience of AUDIENCES) {
          expect(withoutSeq(project(real.state, audience))).toEqual(withoutSeq(project(blanked.state, audience)));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[VIEW2] [VIEW6] patches carry every view to the next, and no view holds a null', () => {
    fc.assert(
      fc.property(seminar, (steps) => {
        const held: Record<string, JsonObject> = {};
        play(steps, ({ state }) => {
          for (const audience of AUDIENCES) {
            const view = JSON.parse(JSON.stringify(project(state, audience))) as JsonObject;
            expect(holdsNull(view)).toBe(false);
            const patch = diff(held[audience] ?? {}, view);
            if (patch !== undefined) held[audience] = applyPatch(held[audience] ?? {}, patch);
            expect(held[audience]).toEqual(view);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('[CMD1] every wish that was granted is granted again and adds nothing, if it is sent again at once', () => {
    fc.assert(
      fc.property(seminar, (steps) => {
        const session = new Session(smallWorkshop, EARLIER);
        for (const [who, command] of steps) {
          if (typeof session.wish(who, command) === 'string') continue;
          const again = decide(session.state, { actor: actorOf(who), command, now: NOW });
          // A timer's wish is relative to now, an undo names an act that is gone; ids protect both (CMD2).
          if (command.type.startsWith('moderation.') || command.type.startsWith('timer.')) continue;
          expect(isRejection(again) ? again.rejected : again).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[LOG2] no fold changes the state it was given', () => {
    fc.assert(
      fc.property(seminar, (steps) => {
        const { log } = play(steps);
        log.reduce((state, event) => evolve(freeze(state), freeze(event)), freeze(initialState));
      }),
      { numRuns: 40 },
    );
  });

  test('[VIEW1] the people whose own things a fact changes are exactly those told', () => {
    fc.assert(
      fc.property(seminar, (steps) => {
        let before = initialState;
        for (const event of play(steps).log) {
          const after = evolve(before, event);
          const told = ownersOf(before, event);
          for (const id of PEOPLE) {
            if (!told.includes(id)) expect(projectMine(after, id)).toEqual(projectMine(before, id));
          }
          before = after;
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The steps without ballots that were refused or said nothing. */
function standing(steps: readonly [string, Command][]): [string, Command][] {
  const session = new Session(smallWorkshop, EARLIER);
  return steps.filter(([who, command]) => {
    const outcome = session.wish(who, command);
    if (command.type !== 'ballot.cast') return true;
    return typeof outcome !== 'string' && session.state.activities.vote?.vote?.ballots.has(who) === true;
  });
}

/** The least that such a ballot can say: it stands, and nothing is left of what it said but that. */
function plainest(ballot: Ballot): Ballot {
  if ('choices' in ballot)
    return {
      choices: ballot.choices
        .filter(({ dots }) => dots > 0)
        .slice(0, 1)
        .map(({ option }) => ({ option, dots: 1 })),
    };
  if ('approved' in ballot) return { approved: ballot.approved.slice(0, 1) };
  if ('scores' in ballot) return { scores: ballot.scores.slice(0, 1).map((row) => ({ ...row, score: 1 })) };
  if ('ranked' in ballot) return { ranked: [ballot.ranked.flat().slice(0, 1)] };
  return { answers: ballot.answers.slice(0, 1).map(({ option }) => ({ option, answer: 'pass' as const })) };
}

const SEQS = ['order', 'seq', 'version'];

/** A repeated ballot adds a fact in one run and none in the other: seqs, and orders made of them, may differ; their sequence may not. */
function withoutSeq(view: unknown): unknown {
  const orders = new Set<number>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (SEQS.includes(key) && typeof part === 'number') orders.add(part);
      else collect(part);
    }
  };
  collect(view);
  const place = new Map([...orders].sort((a, b) => a - b).map((order, index) => [order, index]));
  const told = (key: string, value: unknown) =>
    // Acts are named by their seq.
    key === 'acts' ? Object.values(value as object) : SEQS.includes(key) ? place.get(value as number) : value;
  return JSON.parse(JSON.stringify(view, told));
}
