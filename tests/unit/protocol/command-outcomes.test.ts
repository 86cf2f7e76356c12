// What docs/protocol/ says that a command leads to, facts and refusals, is what it leads to on many random walks.
import type { Command, CommandType } from '../../../server/engine/commands';
import { decide } from '../../../server/engine/decide';
import type { RecordedEvent } from '../../../server/engine/events';
import { evolve } from '../../../server/engine/evolve';
import * as limits from '../../../server/engine/limits';
import type { Idea, SessionState } from '../../../server/engine/state';
import type { Actor } from '../../../server/engine/vocabulary';
import { wander } from '../../support/command-walk';
import { commandTypes, exampleOf, facts, ME, stateAt, states } from '../../support/example-session';
import { codesIn, sectionOf } from '../../support/protocol-page';

describe('commands', () => {
  const said = (type: CommandType, what: 'Facts' | 'Refusals') =>
    [...codesIn(new RegExp(`\\*\\*${what}:\\*\\*(.*)`).exec(sectionOf(type).text)?.[1] ?? '')].sort();

  // A step may have two commands' worth of history before a rule bites, so walks begin everywhere in the example session.
  const long = 'ы'.repeat(700);
  const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
  const ideaIds = [...ids('idea', 4), ...ids('answer', 2), 'priority-1', 'priority-1', 'nobody'];
  const priorityIds = ['priority-1', 'priority-2', 'idea-1', 'idea-3', 'nobody', null];
  const lineIds = [
    'goal:priority-1',
    'goal:idea-3',
    'action:action-1',
    'step:idea-4',
    'goal:nobody',
    'earlier:0',
    'earlier:1',
  ];
  const ownLine = 'own:8rW2xB6vQm';
  const again = <T>(times: number, ...items: readonly T[]) => Array.from({ length: times }, () => items).flat();
  const wordings = ['жол', '', '\u200d', long].map((text) => ({ text, lang: 'ky' }));
  const dots = (...choices: [option: string, dots: number][]) => choices.map(([option, n]) => ({ option, dots: n }));
  const DOTS = { name: 'dots', budget: 5, cap: 3 };
  const settings = (method: object, rule: string, places: number) => ({ method, rule, places, weights: 'person' });
  const activityIds = (facts[0] as Extract<RecordedEvent, { type: 'SessionCreated' }>).data.design.agenda.map(
    ({ id }) => id,
  );
  const any =
    (...values: readonly unknown[]) =>
    () =>
      values;
  const pools = {
    groupId: any('communities', 'lsg-heads', 'nobody'),
    activityId: any(...activityIds, ...activityIds, 'nowhere'),
    ideaId: any(...ideaIds),
    actionId: any(...ids('action', 5), 'nobody'),
    goalId: any(...priorityIds),
    lineId: any(...lineIds, ownLine, ownLine),
    base: ({ lineWork }: SessionState) => [0, 1, ...Object.values(lineWork).map(({ version }) => version)],
    into: any(...lineIds, ownLine, null, null, null),
    from: any('action:action-1', 'goal:priority-1', 'nobody', undefined),
    goalLineId: any('goal:priority-1', 'goal:idea-3', 'nobody', undefined),
    goalLineIds: any([], ['goal:idea-3'], ['action:action-1'], ids('nobody', 11)),
    seeAlso: any([], ['goal:idea-3'], ['nobody']),
    dependsOn: any([], wordings.slice(0, 1), wordings.slice(1, 2), wordings.slice(3), again(11, wordings[0])),
    lineIds: any(['goal:priority-1'], ['action:action-1', ownLine], ['goal:idea-3', 'action:action-1'], ['nobody']),
    dropped: any(true, false),
    judge: any('goals', 'themes', undefined, undefined),
    status: any('done', 'under_way', 'not_started'),
    priorityId: any(...priorityIds),
    ideaIds: any(['idea-1', 'idea-2'], ['idea-2'], ['idea-1', 'idea-3'], ['idea-5'], ['answer-1'], [], ['nobody']),
    priorityIds: any(['priority-1'], ['idea-3', 'priority-1'], [], ['nobody']),
    choices: any(
      dots(['priority-1', 3]),
      dots(['priority-1', 3], ['idea-3', 2]),
      dots(['priority-1', 3], ['idea-3', 3]),
      dots(['priority-1', 4]),
      dots(['idea-3', 1], ['idea-3', 1]),
      dots(['nobody', 1]),
      [],
    ),
    settings: any(
      settings(DOTS, 'fair_share', 2),
      settings(DOTS, 'most_supported', 3),
      settings(DOTS, 'borda', 1),
      settings({ name: 'approval', max: 2 }, 'fair_share', 1),
    ),
    heading: any(...wordings),
    reason: any(...wordings, undefined),
    text: any('жол', 'суу', '', '\u200d', long),
    what: any('жол', '', long),
    sign: any('', 'суу', long),
    themeId: any('services', 'rural-development', 'nowhere', undefined),
    horizonId: any('2030', 'tomorrow', 'today', undefined),
    level: any(1, 4, 8),
    theirs: any(true, undefined, undefined, undefined),
    option: any('priority-1', 'idea-3', 'nowhere'),
    seconds: any(0, 60, 14_400, 14_401),
    seq: ({ acts, undone }: SessionState) => [acts.at(-1)?.seq ?? 0, undone.at(-1)?.seq ?? 0, acts[0]?.seq ?? 0, 1],
  };
  /** Narrower than the example, and half of them no rehearsal: the rarer refusals are then met too. */
  const varied = (state: SessionState, at: number): SessionState => ({
    ...state,
    rehearsal: at % 2 === 1,
    design: {
      ...state.design,
      horizons: state.design.horizons.filter(({ id }) => id !== 'today'),
      agenda: state.design.agenda.map((step) => ('maxPerPerson' in step ? { ...step, maxPerPerson: 1 } : step)),
    },
  });
  const people = [...stateAt(facts.length).participants.entries()].map(([id]) => ({
    role: 'participant' as const,
    id,
  }));
  const now = facts.at(-1)?.at ?? 0;
  // A session is a rehearsal only if that comes before the first person: many walks begin at the empty lobby. Others begin
  // just before the end with some step open again.
  const reopened = activityIds.map((activityId) => {
    const last = facts.at(-2) as RecordedEvent;
    return evolve(stateAt(last.seq), { ...last, type: 'ActivityOpened', data: { activityId } });
  });
  // A vote by another method than the example's, for ballots of the wrong one.
  const opening = facts.find(({ type, data }) => type === 'ActivityOpened' && 'options' in data) as RecordedEvent;
  const byAgreement = { method: { name: 'agreement' }, rule: 'consensus', places: 2, weights: 'person' } as const;
  const configured: RecordedEvent = {
    ...opening,
    type: 'VoteConfigured',
    data: { activityId: 'vote-goals', settings: byAgreement },
  };
  const agreeing = evolve(evolve(stateAt(opening.seq - 1), configured), opening);
  const written = stateAt(facts.length - 1);
  const ownLines = Array.from({ length: limits.MAX_OWN_LINES }, (_, at) => [`own:${at}`, written.lineWork[ownLine]]);
  const crowded = { ...written, lineWork: Object.fromEntries(ownLines) } as SessionState;
  // More priorities than one ballot could name.
  const unvoted = stateAt(
    (facts.find(({ type, data }) => type === 'ActivityOpened' && 'options' in data)?.seq ?? 1) - 1,
  );
  const [idea] = [...unvoted.ideas.values()].filter(({ horizonId }) => horizonId === '2030');
  const heap = Array.from({ length: 1_500 }, (_, at) => `an-idea-with-a-long-name-of-its-own-${at}`);
  const overfull = {
    ...unvoted,
    ideas: heap.reduce((ideas, id) => ideas.set(id, { ...(idea as Idea), id, priorityId: null }), unvoted.ideas),
  };
  const starts = [
    ...again(6, crowded),
    ...again(60, stateAt(1)),
    ...again(15, ...reopened, agreeing),
    ...states.slice(1),
  ].map(varied);
  const seen = wander(starts, commandTypes.map(exampleOf), pools, {
    actors: [
      ...people.slice(0, 2),
      { role: 'participant', id: 'somebody-else-entirely' },
      { role: 'facilitator' },
      { role: 'facilitator', desk: 'desk-of-another' },
    ],
    steps: 2_000,
    now,
  });

  // What no walk comes to by chance.
  const full = decide(overfull, {
    actor: { role: 'facilitator' },
    command: { type: 'activity.open', activityId: 'vote-goals' },
    now,
  });
  if ('rejected' in full) seen['activity.open'].refusals.add(full.rejected);
  // A vote that was set up, opened, answered and taken back keeps its method.
  const byFacilitator = { role: 'facilitator', desk: 'desk-of-the-vote' } as const;
  const voter = { role: 'participant', id: ME } as const;
  const approving = settings({ name: 'approval', max: 2 }, 'fair_share', 1);
  const undoLast = ({ acts }: SessionState) => ({ type: 'moderation.undo', seq: acts.at(-1)?.seq ?? 0 });
  const wishes: readonly (readonly [Actor, (state: SessionState) => object])[] = [
    [byFacilitator, () => ({ type: 'vote.configure', activityId: 'vote-goals', settings: approving })],
    [byFacilitator, () => ({ type: 'activity.open', activityId: 'vote-goals' })],
    [voter, () => ({ type: 'ballot.cast', activityId: 'vote-goals', approved: ['priority-1'] })],
    [byFacilitator, undoLast],
    [byFacilitator, undoLast],
  ];
  let led = unvoted;
  for (const [actor, wish] of wishes) {
    const command = wish(led) as Command;
    const decision = decide(led, { actor, command, now });
    if ('rejected' in decision) seen[command.type].refusals.add(decision.rejected);
    else
      for (const fact of decision)
        led = evolve(led, { ...fact, actor, commandId: '', at: now, seq: led.seq + 1 } as RecordedEvent);
  }

  test.each(commandTypes)('%s leads to the facts and refusals that its section names, and to no others', (type) => {
    // What was taken back is rarely done again on a random walk: it leads to what undoing leads to.
    const exactly = (expected: readonly string[]) =>
      type === 'moderation.redo' ? expect.arrayContaining([...expected]) : expected;
    expect(said(type, 'Facts')).toEqual(exactly([...seen[type].facts].sort()));
    expect(said(type, 'Refusals')).toEqual(exactly([...seen[type].refusals].sort()));
  });
});
