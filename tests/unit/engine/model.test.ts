// Random seminars against the whole engine: whatever people do in whatever order, these things hold.
import fc from 'fast-check';
import type { Command } from '../../../server/engine/commands';
import { decide, isRejection } from '../../../server/engine/decide';
import { evolve } from '../../../server/engine/evolve';
import type { JsonObject } from '../../../server/engine/patch';
import { applyPatch, diff } from '../../../server/engine/patch';
import { project } from '../../../server/engine/project';
import { ownersOf, projectMine } from '../../../server/engine/project-mine';
import type { SessionState } from '../../../server/engine/state';
import { initialState } from '../../../server/engine/state';
import { decodeState, encodeState } from '../../../server/engine/state-codec';
import { actorOf, NOW, Session } from '../../support/specification';

const PEOPLE = ['person-ana', 'person-bek', 'person-cholpon', 'person-daniyar'];
const ACTIVITIES = ['ask', 'collect', 'group', 'vote', 'plan', 'endorse'];
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
const lineId = oneOf('goal:i1', 'goal:i2', 'goal:m1', 'action:a1', 'need:i3', 'step:i4');
const wording = fc.record({ text, lang });

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
  fc.record({
    type: fc.constant('ballot.cast'),
    activityId: fc.constant('vote'),
    choices: fc.array(fc.record({ option: priorityId, dots: fc.integer({ min: 0, max: 4 }) }), { maxLength: 3 }),
  }),
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

const facilitatorCommand = fc.oneof(
  fc.record({ type: fc.constant('agenda.goto'), activityId }),
  fc.record({ type: fc.constant('activity.open'), activityId }),
  fc.record({ type: fc.constant('activity.close'), activityId }),
  fc.record({ type: fc.constant('results.reveal'), activityId }),
  fc.record({ type: fc.constant('results.hide'), activityId }),
  fc.record({ type: oneOf('timer.start', 'timer.extend'), seconds: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ type: oneOf('idea.hide', 'idea.unhide'), ideaId }),
  fc.record({ type: fc.constant('idea.move'), ideaId, themeId, horizonId }),
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
  fc.record({ type: fc.constant('line.edit'), lineId, text, lang }),
  fc.record({ type: fc.constant('moderation.undo'), seq: fc.integer({ min: 1, max: 60 }) }),
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
  [PEOPLE[0] ?? '', { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i1', dots: 2 }] }],
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
const seminar = fc
  .tuple(
    fc.array(fc.array(anyStep, { maxLength: 5 }), { minLength: course.length, maxLength: course.length }),
    fc.array(anyStep, { maxLength: 25 }),
  )
  .map(([between, after]) => [...course.flatMap((step, place) => [step, ...(between[place] ?? [])]), ...after]);

function play(steps: readonly (readonly [string, Command])[], check?: (session: Session) => void): Session {
  const session = new Session();
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

/** Dots, supporters and ballots counted anew from the log alone. */
function recount(session: Session) {
  const ballots = new Map<string, readonly { option: string; dots: number }[]>();
  const groups = new Map<string, string>();
  for (const event of session.log) {
    if (event.type === 'ParticipantJoined') groups.set(event.data.participantId, event.data.groupId);
    if (event.type === 'BallotCast') ballots.set(event.data.participantId, event.data.choices);
    if (event.type === 'BallotWithdrawn') ballots.delete(event.data.participantId);
  }
  const cells: Record<string, number> = { ballots: ballots.size };
  const add = (cell: string, amount: number) => {
    cells[cell] = (cells[cell] ?? 0) + amount;
  };
  for (const [person, choices] of ballots) {
    add(`ballots of ${groups.get(person)}`, 1);
    for (const { option, dots } of choices) {
      add(`dots ${option}`, dots);
      add(`dots ${option} of ${groups.get(person)}`, dots);
      add(`supporters ${option}`, 1);
    }
  }
  return cells;
}

function liveTally(state: SessionState) {
  const tally = state.activities.vote?.vote?.tally;
  if (tally === undefined) return { ballots: 0 };
  const cells: Record<string, number> = { ballots: tally.ballots };
  const put = (cell: string, amount: number) => {
    if (amount !== 0) cells[cell] = amount;
  };
  for (const [group, count] of Object.entries(tally.ballotsByGroup)) put(`ballots of ${group}`, count);
  for (const [option, count] of Object.entries(tally.options)) {
    put(`dots ${option}`, count.dots);
    put(`supporters ${option}`, count.supporters);
    for (const [group, dots] of Object.entries(count.dotsByGroup)) put(`dots ${option} of ${group}`, dots);
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

  test('[VOTE5] the tally equals a naive recount of the log after every step', () => {
    let voted = 0;
    fc.assert(
      fc.property(seminar, (steps) => {
        const session = play(steps, (now) => expect(liveTally(now.state)).toEqual(recount(now)));
        voted += recount(session).ballots ?? 0;
      }),
      { numRuns: 150 },
    );
    // Otherwise the property would hold of empty ballot boxes.
    expect(voted).toBeGreaterThan(30);
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
          expect(JSON.stringify(mine ?? {})).not.toMatch(IDENTITY);
          const own = (items: object, of: SessionState['ideas'] | SessionState['actions']) =>
            Object.keys(items).every((item) => of.get(item)?.authorId === id);
          expect(own(mine?.ideas ?? {}, session.state.ideas)).toBe(true);
          expect(own(mine?.actions ?? {}, session.state.actions)).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('[VOTE8] no view before reveal depends on any ballot or judgement', () => {
    // Non-interference: the same seminar with every ballot and judgement emptied of content looks the same.
    const blank = ([who, command]: readonly [string, Command]): [string, Command] => {
      if (command.type === 'endorsement.give') return [who, { ...command, level: 1 }];
      if (command.type !== 'ballot.cast') return [who, command];
      return [
        who,
        {
          ...command,
          choices: command.choices
            .filter(({ dots }) => dots > 0)
            .slice(0, 1)
            .map(({ option }) => ({ option, dots: 1 })),
        },
      ];
    };
    const isReveal = ([, command]: readonly [string, Command]) =>
      command.type === 'results.reveal' || command.type === 'goals.choose';
    fc.assert(
      fc.property(seminar, (steps) => {
        const hidden = steps.filter((step) => !isReveal(step));
        // Only ballots that stand in both runs are compared: otherwise turnout, which is live, rightly differs.
        const valid = hidden.filter(([, command]) => command.type !== 'ballot.cast' || isPlainBallot(command.choices));
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
        const session = new Session();
        for (const [who, command] of steps) {
          if (typeof session.wish(who, command) === 'string') continue;
          const again = decide(session.state, { actor: actorOf(who), command, now: NOW });
          // A timer's wish is relative to now, an undo names an act that is gone; ids protect both (CMD2).
          if (command.type === 'moderation.undo' || command.type.startsWith('timer.')) continue;
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

function isPlainBallot(choices: readonly { option: string; dots: number }[]): boolean {
  const options = choices.map(({ option }) => option);
  const spent = choices.reduce((sum, { dots }) => sum + dots, 0);
  return (
    new Set(options).size === options.length &&
    spent > 0 &&
    spent <= 5 &&
    choices.every(({ option, dots }) => dots <= 3 && dots >= 0 && /^i[123]$/.test(option))
  );
}

/** A repeated ballot adds a fact in one run and none in the other: seqs, and orders made of them, may differ; their sequence may not. */
function withoutSeq(view: unknown): unknown {
  const orders = new Set<number>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if ((key === 'order' || key === 'seq') && typeof part === 'number') orders.add(part);
      else collect(part);
    }
  };
  collect(view);
  const place = new Map([...orders].sort((a, b) => a - b).map((order, index) => [order, index]));
  return JSON.parse(
    JSON.stringify(view, (key, value) => (key === 'order' || key === 'seq' ? place.get(value as number) : value)),
  );
}
