import { project } from '../../../server/engine/project';
import { action, close, collected, endorsing, facilitates, open, planning, reveal, voted } from '../../support/scenes';
import { given } from '../../support/specification';

const draft = (session: ReturnType<typeof given>['session']) => project(session.state, 'facilitator').draft;
const edit = (lineId: string, text: string, base = 0) =>
  ({ type: 'line.edit', lineId, base, text, lang: 'en' }) as const;
const endorse = (lineId: string, level: number) =>
  ({ type: 'endorsement.give', activityId: 'endorse', lineId, level }) as never;

describe('actions', () => {
  test('[PLAN1] an action needs a chosen goal and a what, nothing more', () => {
    given(...planning)
      .when('p1', action('a2', 'i1'))
      .thenRefused('unknown_goal');
    given(...planning)
      .when('p1', action('a2', 'i2', '  '))
      .thenRefused('empty_text');
    given(...planning)
      .when('p1', action('a2', 'i2', 'Clean the canals'))
      .thenTypes('ActionSubmitted');
  });

  test('[PLAN1] a field over the limit is refused', () => {
    given(...planning)
      .when('p1', action('a2', 'i2', 'x', 'y'.repeat(201)))
      .thenRefused('text_too_long');
  });

  test('[PLAN2] its author edits and withdraws it, nobody else, and the limit counts what stands', () => {
    given(...planning)
      .when('p1', action('a1', 'i3', 'Do it better'))
      .thenTypes('ActionEdited');
    given(...planning)
      .when('p1', action('a1', 'i2'))
      .thenNothing();
    given(...planning)
      .when('p2', action('a1', 'i2', 'Mine'))
      .thenRefused('not_yours');
    given(...planning)
      .when('p2', { type: 'action.withdraw', actionId: 'a1' })
      .thenRefused('not_yours');
    given(...planning, ['p1', action('a2', 'i2', 'Two')])
      .when('p1', action('a3', 'i2', 'Three'))
      .thenRefused('too_many_actions');
  });
});

describe('the draft vision', () => {
  test('[DRAFT1] needs, goals with their actions, and loose steps, per theme', () => {
    const { session } = given(...planning);
    const lines = Object.values(draft(session).lines).sort((a, b) => a.order - b.order);
    expect(lines.map(({ id, themeId, goalLineId }) => [id, themeId, goalLineId])).toEqual([
      ['need:i4', 'law', undefined],
      ['goal:i2', 'law', undefined],
      ['action:a1', 'law', 'goal:i2'],
      ['step:i5', 'law', undefined],
      ['goal:i3', 'services', undefined],
    ]);
    expect(draft(session).lines['goal:i2']?.text).toEqual({ text: 'Own budget', lang: 'ky' });
  });

  test('[DRAFT2] a goal is traced to ideas and votes, and the votes go when the results are hidden', () => {
    const { session } = given(...planning);
    expect(draft(session).lines['goal:i2']?.trace).toMatchObject({
      ideas: [{ text: 'Own budget' }],
      votes: { rule: 'most_supported', ballots: 3, joined: 3, dots: { dots: 4, supporters: 2 } },
    });
    session.wish('facilitator', { type: 'results.hide', activityId: 'vote' });
    expect(draft(session).lines['goal:i2']?.trace).not.toHaveProperty('votes');
  });

  test('[GRP10] a goal behind which everything is hidden leaves the draft, and comes back when that is undone', () => {
    const { session } = given(...planning, ...facilitates({ type: 'idea.hide', ideaId: 'i2' }));
    expect(Object.keys(draft(session).lines)).not.toContain('goal:i2');
    session.wish('facilitator', { type: 'moderation.undo', seq: session.state.acts.at(-1)?.seq ?? 0 });
    expect(draft(session).lines['goal:i2']?.trace.ideas).toEqual([{ text: 'Own budget', lang: 'ky' }]);
  });

  test('[DRAFT3] an edited line keeps what was composed, and an empty edit gives it back', () => {
    const { session } = given(...planning, ...facilitates(edit('goal:i2', 'A budget of our own')));
    expect(draft(session).lines['goal:i2']).toMatchObject({
      text: { text: 'A budget of our own', lang: 'en' },
      original: { text: 'Own budget' },
    });
    session.wish('facilitator', edit('goal:i2', ' ', session.state.seq));
    expect(draft(session).lines['goal:i2']).not.toHaveProperty('original');
  });

  test('[DRAFT3] choosing goals again does not overwrite an edit', () => {
    const { session } = given(...planning, ...facilitates(edit('goal:i2', 'Edited')));
    session.wish('facilitator', { type: 'goals.choose', activityId: 'vote', priorityIds: ['i3', 'i2'] });
    expect(draft(session).lines['goal:i2']?.text.text).toBe('Edited');
  });

  test('[DRAFT3] unknown lines are refused, even with names every object has', () => {
    given(...planning)
      .when('facilitator', edit('goal:nothing', 'X'))
      .thenRefused('unknown_line');
    given(...planning)
      .when('facilitator', edit('constructor', 'X'))
      .thenRefused('unknown_line');
  });

  test('[DRAFT4] gaps are named to the facilitator', () => {
    const { session } = given(...planning);
    expect(draft(session).gaps).toEqual([
      { lineId: 'action:a1', gap: 'action_without_who' },
      { lineId: 'action:a1', gap: 'action_without_date' },
      { lineId: 'goal:i3', gap: 'goal_without_action' },
    ]);
    expect(project(session.state, 'screen').draft).not.toHaveProperty('gaps');
  });

  test('[IDEA5] the wall shows goals, and other lines once the activity they were written in is revealed', () => {
    const { session } = given(...planning);
    expect(Object.keys(project(session.state, 'screen').draft.lines)).toEqual(['goal:i2', 'goal:i3']);
    session.wish('facilitator', reveal('plan'));
    expect(Object.keys(project(session.state, 'screen').draft.lines)).toEqual(['goal:i2', 'action:a1', 'goal:i3']);
  });

  test('[SES5] [WIRE16] phones learn that there is a draft to read when the session has ended, and how long it is; not what it says', () => {
    const { session } = given(...planning);
    expect(project(session.state, 'participant')).not.toHaveProperty('draftLines');
    session.wish('facilitator', { type: 'session.end' });
    expect(project(session.state, 'participant')).toMatchObject({ draftLines: 5 });
    expect(project(session.state, 'participant')).not.toHaveProperty('draft');
    expect(Object.keys(project(session.state, 'screen').draft.lines)).toHaveLength(5);
  });
});

describe('endorsement', () => {
  test('[ENDO1] the lines judged are the goals and actions at first opening', () => {
    const { session } = given(...endorsing);
    expect(session.state.activities.endorse?.endorse?.lines).toEqual(['goal:i2', 'action:a1', 'goal:i3']);
    given(...endorsing)
      .when('p1', endorse('need:i4', 1))
      .thenRefused('unknown_line');
  });

  test('[ENDO1] wording is fixed while it is being judged', () => {
    given(...endorsing)
      .when('facilitator', edit('goal:i2', 'Other'))
      .thenRefused('still_open');
    given(...endorsing, ...facilitates(close('endorse')))
      .when('facilitator', edit('goal:i2', 'Other'))
      .thenTypes('LineEdited');
  });

  test('[ENDO2] one level per person and line, changed and withdrawn while open', () => {
    const { session } = given(...endorsing, ['p1', endorse('goal:i2', 1)], ['p1', endorse('goal:i2', 8)]);
    expect(session.state.activities.endorse?.endorse?.tally['goal:i2']).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    session.wish('p1', { type: 'endorsement.withdraw', activityId: 'endorse', lineId: 'goal:i2' });
    expect(session.state.activities.endorse?.endorse?.tally['goal:i2']).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(session.state.activities.endorse?.takers).toMatchObject({ heads: 0 });
  });

  test('[ENDO3] abstainers are left out of the support share', () => {
    const { session } = given(
      ...endorsing,
      ['p1', endorse('goal:i2', 3)],
      ['p2', endorse('goal:i2', 4)],
      ['p3', endorse('goal:i2', 7)],
    );
    session.wish('facilitator', close('endorse'));
    expect(draft(session).lines['goal:i2']).not.toHaveProperty('endorsement');
    session.wish('facilitator', reveal('endorse'));
    expect(draft(session).lines['goal:i2']?.endorsement).toMatchObject({
      counts: [0, 0, 1, 1, 0, 0, 1, 0],
      supportPercent: 50,
      given: 3,
      discuss: 0,
      against: 1,
    });
    expect(draft(session).lines['goal:i3']?.endorsement).toMatchObject({
      counts: [0, 0, 0, 0, 0, 0, 0, 0],
      given: 0,
      discuss: 0,
      against: 0,
    });
  });

  test('[SES4] nothing is judged before it opens', () => {
    given(...voted)
      .when('p1', endorse('goal:i2', 1))
      .thenRefused('activity_closed');
    given(...endorsing, ...facilitates(open('ask')))
      .when('p1', endorse('goal:i2', 1))
      .thenRefused('activity_closed');
  });
});

test('[DRAFT2] a goal is traced to votes of any method', () => {
  const settings = {
    method: { name: 'approval', max: 2 },
    rule: 'most_supported',
    places: 1,
    weights: 'person',
  } as const;
  const approve = { type: 'ballot.cast', activityId: 'vote', approved: ['i2'] } as const;
  const { session } = given(
    ...collected,
    ...facilitates({ type: 'vote.configure', activityId: 'vote', settings }, open('vote')),
    ['p2', approve],
    ['p3', approve],
    ...facilitates(close('vote'), reveal('vote'), { type: 'goals.choose', activityId: 'vote', priorityIds: ['i2'] }),
  );
  expect(draft(session).lines['goal:i2']?.trace.votes).toMatchObject({
    method: { name: 'approval' },
    rule: 'most_supported',
    ballots: 2,
    joined: 3,
    approval: { approvals: 2 },
  });
});
