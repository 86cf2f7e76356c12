import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import { close, collecting, facilitates, goto, idea, open, reveal } from '../../support/scenes';
import { given, type Step } from '../../support/specification';

const support = (ideaId: string) => ({ type: 'idea.support', ideaId }) as const;
const unsupport = (ideaId: string) => ({ type: 'idea.unsupport', ideaId }) as const;
const withdraw = (ideaId: string) => ({ type: 'idea.withdraw', ideaId }) as const;
const two: Step[] = [...collecting, ['p1', idea('i1', 'Roads')], ['p2', idea('i2', 'Good roads')]];

describe('supporting an idea', () => {
  test('[SUP1] another’s idea is supported once, taken back once, and asking again changes nothing', () => {
    const { session } = given(...two);
    expect(session.wish('p2', support('i1'))).toEqual([
      { type: 'IdeaSupported', data: { participantId: 'p2', ideaId: 'i1' } },
    ]);
    expect(session.wish('p2', support('i1'))).toEqual([]);
    expect(session.wish('p2', unsupport('i1'))).toEqual([
      { type: 'IdeaUnsupported', data: { participantId: 'p2', ideaId: 'i1' } },
    ]);
    expect(session.wish('p2', unsupport('i1'))).toEqual([]);
  });

  test('[SUP1] one’s own, a hidden and an unknown idea are refused', () => {
    given(...two)
      .when('p1', support('i1'))
      .thenRefused('own_idea');
    given(...two, ...facilitates({ type: 'idea.hide', ideaId: 'i1' }))
      .when('p2', support('i1'))
      .thenRefused('unknown_idea');
    given(...two)
      .when('p2', support('nothing'))
      .thenRefused('unknown_idea');
  });

  test('[SUP1] only while the idea’s activity is open', () => {
    given(...two, ['p3', support('i1')], ...facilitates(close('collect')))
      .when('p2', support('i1'))
      .thenRefused('activity_closed');
    given(...two, ['p3', support('i1')], ...facilitates(close('collect')))
      .when('p3', unsupport('i1'))
      .thenRefused('activity_closed');
  });

  test('[SUP2] what others support keeps its words and its place, until nobody does', () => {
    const { session } = given(...two, ['p2', support('i1')]);
    expect(session.wish('p1', idea('i1', 'No roads'))).toBe('supported');
    expect(session.wish('p1', idea('i1', 'Roads', 'today'))).toBe('supported');
    expect(session.wish('p1', idea('i1', 'Roads'))).toEqual([]);
    session.wish('p2', unsupport('i1'));
    expect(session.wish('p1', idea('i1', 'No roads'))).toHaveLength(1);
  });

  test('[SUP3] withdrawn by its author it stays without one, and goes with its last supporter', () => {
    const { session } = given(...two, ['p2', support('i1')], ['p3', support('i1')]);
    expect(session.wish('p1', withdraw('i1'))).toHaveLength(1);
    expect(session.state.ideas.get('i1')).toMatchObject({ authorId: null, text: 'Roads' });
    expect(projectMine(session.state, 'p1')?.ideas).toEqual({});
    // Sent again it changes nothing, and it is nobody's to write on.
    expect(session.wish('p1', withdraw('i1'))).toEqual([]);
    expect(session.wish('p1', idea('i1', 'Mine again'))).toBe('not_yours');
    session.wish('p2', unsupport('i1'));
    expect(session.state.ideas.has('i1')).toBe(true);
    session.wish('p3', unsupport('i1'));
    expect(session.state.ideas.has('i1')).toBe(false);
  });

  test('[SUP3] who let an idea go may support it like anybody', () => {
    given(...two, ['p2', support('i1')], ['p1', withdraw('i1')])
      .when('p1', support('i1'))
      .thenTypes('IdeaSupported');
  });

  test('[SUP4] supporting takes part, and uses up nothing of what one may write', () => {
    const { session } = given(...two, ['p3', support('i1')], ['p3', support('i2')]);
    const turnout = (view = project(session.state, 'facilitator')) => view.activity?.turnout?.voted;
    expect(turnout()).toBe(3);
    for (const id of ['a', 'b', 'c']) expect(session.wish('p3', idea(id, `Idea ${id}`))).toHaveLength(1);
    expect(session.wish('p3', idea('d', 'Idea d'))).toBe('too_many_ideas');
    for (const id of ['a', 'b', 'c']) session.wish('p3', withdraw(id));
    session.wish('p3', unsupport('i1'));
    expect(turnout()).toBe(3);
    session.wish('p3', unsupport('i2'));
    expect(turnout()).toBe(2);
  });

  test('[SUP5] the facilitator sees a total, the screen after reveal, participants their own', () => {
    const { session } = given(...two, ['p2', support('i1')], ['p3', support('i1')]);
    expect(project(session.state, 'facilitator').ideas.i1).toMatchObject({ seconders: 2 });
    expect(project(session.state, 'facilitator').ideas.i2).not.toHaveProperty('seconders');
    expect(project(session.state, 'screen').ideas).toEqual({});
    session.wish('facilitator', reveal('collect'));
    expect(project(session.state, 'screen').ideas.i1).toMatchObject({ seconders: 2 });
    expect(projectMine(session.state, 'p3')?.supports.i1).toMatchObject({ text: 'Roads', themeId: 'law' });
    expect(projectMine(session.state, 'p1')?.ideas.i1).toMatchObject({ supported: true });
    expect(projectMine(session.state, 'p1')?.supports).toEqual({});
  });

  test('[SUP6] merging counts each supporter once, and nobody who wrote one of the ideas', () => {
    const merge = { type: 'ideas.merge', priorityId: 'm1', ideaIds: ['i1', 'i2'], heading: { text: 'R', lang: 'en' } };
    const { session } = given(
      ...two,
      ['p3', support('i1')],
      ['p3', support('i2')],
      ['p2', support('i1')],
      ...facilitates(merge as never),
    );
    expect(project(session.state, 'facilitator').priorities.m1).toMatchObject({ seconders: 1 });
    session.wish('facilitator', { type: 'moderation.undo', seq: session.state.seq });
    const { priorities } = project(session.state, 'facilitator');
    expect([priorities.i1?.seconders, priorities.i2?.seconders]).toEqual([2, 1]);
  });

  test('[SUP6] the draft’s trace says how many support a line', () => {
    const { session } = given(
      ...collecting,
      ['p1', idea('i1', 'Old law', 'today')],
      ['p2', support('i1')],
      ...facilitates(close('collect'), goto('group'), open('group')),
    );
    expect(project(session.state, 'facilitator').draft.lines['need:i1']?.trace).toMatchObject({ seconders: 1 });
  });

  test('[SUP5] [GRP3] a hidden idea leaves its supporters’ own things, and comes back with them', () => {
    const { session } = given(...two, ['p2', support('i1')], ...facilitates({ type: 'idea.hide', ideaId: 'i1' }));
    expect(projectMine(session.state, 'p2')?.supports).toEqual({});
    session.wish('facilitator', { type: 'moderation.undo', seq: session.state.seq });
    expect(projectMine(session.state, 'p2')?.supports).toHaveProperty('i1');
    expect(project(session.state, 'facilitator').ideas.i1).toMatchObject({ seconders: 1 });
  });
});
