import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import { close, collected, collecting, facilitates, idea, open, reveal } from '../../support/scenes';
import { given } from '../../support/specification';

describe('ideas', () => {
  test('[IDEA1] text is stored in NFC, without invisible and bidi characters, spaces joined', () => {
    const { session } = given(...collecting, ['p1', idea('i1', '  И\u0306о\u200bл\u202e\n жол ')]);
    expect(session.state.ideas.get('i1')?.text).toBe('Йол жол');
  });

  test.each(['', '   ', '\u200b\u200b', '\u200d\u200c', '\u202e', '\u2800\u2800', '\u3164'])(
    '[IDEA1] [TEXT1] %j has nothing visible in it',
    (text) => {
      given(...collecting)
        .when('p1', idea('i1', text))
        .thenRefused('empty_text');
    },
  );

  test.each(['ө', '😀'])('[IDEA1] [TEXT1] a text over the limit is refused, one at the limit is not: %s', (sign) => {
    given(...collecting)
      .when('p1', idea('i1', sign.repeat(281)))
      .thenRefused('text_too_long');
    given(...collecting)
      .when('p1', idea('i1', `  ${sign.repeat(280)}\u200b `))
      .thenTypes('IdeaSubmitted');
  });

  test('[CMD1] the same idea sent again changes nothing', () => {
    given(...collecting, ['p1', idea('i1', 'Roads')])
      .when('p1', idea('i1', ' Roads '))
      .thenNothing();
  });

  test('[IDEA2] the author edits, keeping the place in the order', () => {
    const session = given(...collecting, ['p1', idea('i1', 'Roads')])
      .when('p1', idea('i1', 'Good roads'))
      .thenTypes('IdeaEdited');
    expect(session.state.ideas.get('i1')).toMatchObject({ text: 'Good roads', authorId: 'p1' });
  });

  test('[IDEA2] nobody else edits or withdraws it', () => {
    given(...collecting, ['p1', idea('i1', 'Roads')])
      .when('p2', idea('i1', 'Mine now'))
      .thenRefused('not_yours');
    given(...collecting, ['p1', idea('i1', 'Roads')])
      .when('p2', { type: 'idea.withdraw', ideaId: 'i1' })
      .thenRefused('not_yours');
  });

  test('[IDEA2] after closing the author cannot withdraw it any more', () => {
    given(...collected)
      .when('p1', { type: 'idea.withdraw', ideaId: 'i1' })
      .thenRefused('activity_closed');
  });

  test('[IDEA3] a fourth idea is refused, and withdrawing one makes room', () => {
    const three = ['i1', 'i2', 'i3'].map((id) => ['p1', idea(id, `Idea ${id}`)] as const);
    given(...collecting, ...three)
      .when('p1', idea('i4', 'One more'))
      .thenRefused('too_many_ideas');
    given(...collecting, ...three, ['p1', { type: 'idea.withdraw', ideaId: 'i2' }])
      .when('p1', idea('i4', 'One more'))
      .thenTypes('IdeaSubmitted');
  });

  test('[IDEA4] an unknown theme and a horizon of another activity are refused', () => {
    given(...collecting)
      .when('p1', idea('i1', 'X', '2030', 'moon'))
      .thenRefused('unknown_theme');
    given(...collecting)
      .when('p1', idea('i1', 'X', '2050' as never))
      .thenRefused('unknown_horizon');
  });

  test('[CMD1] withdrawing twice is answered as counted', () => {
    given(...collecting, ['p1', idea('i1', 'Roads')], ['p1', { type: 'idea.withdraw', ideaId: 'i1' }])
      .when('p1', { type: 'idea.withdraw', ideaId: 'i1' })
      .thenNothing();
  });

  test('[IDEA5] ideas reach the screen after reveal only, the counter is live, participants see their own', () => {
    const { session } = given(...collecting, ['p1', idea('i1', 'Roads')]);
    const before = project(session.state, 'screen');
    expect(before.ideas).toEqual({});
    expect(before.activity).toMatchObject({
      ideaCount: 1,
      ideaCountByTheme: { law: 1 },
      turnout: { voted: 1, joined: 3 },
    });
    expect(JSON.stringify(project(session.state, 'participant'))).not.toContain('Roads');
    expect(projectMine(session.state, 'p1')?.ideas).toMatchObject({ i1: { text: 'Roads' } });
    session.wish('facilitator', reveal('collect'));
    expect(project(session.state, 'screen').ideas).toMatchObject({ i1: { text: 'Roads' } });
  });
});

describe('grouping and moderation', () => {
  const merge = {
    type: 'ideas.merge',
    priorityId: 'm1',
    ideaIds: ['i1', 'i2'],
    heading: { text: 'Strong LSG', lang: 'en' },
  } as const;
  const priorities = (session: ReturnType<typeof given>['session']) => project(session.state, 'facilitator').priorities;

  test('[GRP1] a merged priority keeps its originals, others stand alone under their own ids', () => {
    const session = given(...collected)
      .when('facilitator', merge)
      .thenTypes('IdeasMerged');
    expect(priorities(session)).toMatchObject({
      m1: { heading: { text: 'Strong LSG' }, ideaIds: ['i1', 'i2'], merged: true },
      i3: { heading: { text: 'Good services' }, ideaIds: ['i3'], merged: false },
    });
    expect(priorities(session)).not.toHaveProperty('i1');
    expect(session.state.ideas.get('i1')?.text).toBe('Clear powers');
  });

  test('[CMD1] the same merge sent again changes nothing', () => {
    given(...collected, ...facilitates(merge))
      .when('facilitator', merge)
      .thenNothing();
  });

  test('[GRP2] ideas of different themes or horizons are not merged', () => {
    given(...collected)
      .when('facilitator', { ...merge, ideaIds: ['i1', 'i3'] })
      .thenRefused('mixed_places');
    given(...collected)
      .when('facilitator', { ...merge, ideaIds: ['i1', 'i4'] })
      .thenRefused('mixed_places');
  });

  test('[GRP2] moving an idea takes it out of its priority', () => {
    const session = given(...collected, ...facilitates(merge))
      .when('facilitator', { type: 'idea.move', ideaId: 'i2', themeId: 'services', horizonId: '2030' })
      .thenTypes('IdeaMoved');
    expect(priorities(session)).toMatchObject({ m1: { ideaIds: ['i1'] }, i2: { themeId: 'services' } });
  });

  test('[GRP2] an idea goes into a priority of its own place only, and out again', () => {
    const { session } = given(...collected, ...facilitates(merge));
    expect(session.wish('facilitator', { type: 'idea.group', ideaId: 'i3', priorityId: 'm1' })).toBe('mixed_places');
    expect(session.wish('facilitator', { type: 'idea.group', ideaId: 'i2', priorityId: null })).toHaveLength(1);
    expect(priorities(session)).toMatchObject({ m1: { ideaIds: ['i1'] }, i2: { merged: false } });
  });

  test('[GRP1] an id in use is not taken by a priority, nor by an idea', () => {
    given(...collected)
      .when('facilitator', { ...merge, priorityId: 'i3' })
      .thenRefused('id_taken');
    given(...collected, ...facilitates(merge, open('collect')))
      .when('p1', idea('m1', 'Hello'))
      .thenRefused('id_taken');
  });

  test('[GRP3] a hidden idea stays with the facilitator and its author alone', () => {
    const { session } = given(...collected, ...facilitates(reveal('collect'), { type: 'idea.hide', ideaId: 'i1' }));
    expect(project(session.state, 'screen').ideas).not.toHaveProperty('i1');
    expect(project(session.state, 'facilitator').ideas).toMatchObject({ i1: { hidden: true } });
    expect(projectMine(session.state, 'p1')?.ideas).toMatchObject({ i1: { hidden: true } });
    expect(priorities(session)).not.toHaveProperty('i1');
    session.wish('facilitator', open('vote'));
    expect(session.state.activities.vote?.vote?.options.map(({ id }) => id)).toEqual(['i2', 'i3']);
  });

  test('[GRP4] acts of moderation are undone in turn, giving back exactly what was', () => {
    const { session } = given(...collected);
    const untouched = project(session.state, 'facilitator');
    for (const command of [
      merge,
      { type: 'idea.hide', ideaId: 'i3' },
      { type: 'priority.rename', priorityId: 'm1', heading: { text: 'Renamed', lang: 'en' } },
      { type: 'idea.move', ideaId: 'i1', themeId: 'services', horizonId: 'today' },
    ] as const)
      expect(session.wish('facilitator', command)).toHaveLength(1);
    for (let left = 4; left > 0; left--) {
      const seq = project(session.state, 'facilitator').undo?.seq ?? 0;
      expect(session.wish('facilitator', { type: 'moderation.undo', seq })).toHaveLength(1);
    }
    // All but the list of acts, which can now be done again.
    const { acts: _, ...view } = project(session.state, 'facilitator');
    expect(view).toEqual({ ...untouched, acts: undefined });
  });

  test('[GRP5] a second undo of the same act is refused and undoes nothing else', () => {
    const { session, when } = given(
      ...collected,
      ...facilitates({ type: 'idea.hide', ideaId: 'i1' }, { type: 'idea.hide', ideaId: 'i2' }),
    );
    const seq = project(session.state, 'facilitator').undo?.seq ?? 0;
    session.wish('facilitator', { type: 'moderation.undo', seq });
    when('facilitator', { type: 'moderation.undo', seq }).thenRefused('nothing_to_undo');
    expect(session.state.ideas.get('i1')?.hidden).toBe(true);
  });

  test('[GRP4] undoing does not bring back what its author has withdrawn, nor undo the author’s edit', () => {
    const { session } = given(...collecting, ['p1', idea('i1', 'Roads')], ['p1', idea('i2', 'Water')]);
    session.wish('facilitator', { ...merge });
    session.wish('p1', { type: 'idea.withdraw', ideaId: 'i1' });
    session.wish('p1', idea('i2', 'Clean water'));
    session.wish('facilitator', { type: 'moderation.undo', seq: project(session.state, 'facilitator').undo?.seq ?? 0 });
    expect(session.state.ideas.has('i1')).toBe(false);
    expect(session.state.ideas.get('i2')).toMatchObject({ text: 'Clean water', priorityId: null });
    session.wish('facilitator', close('collect'));
  });
});
