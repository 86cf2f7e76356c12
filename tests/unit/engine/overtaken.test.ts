import { type Command, type FacilitatorCommand, isParticipantCommand } from '../../../server/engine/commands';
import { isOvertaken, subjectsOfFact } from '../../../server/engine/subjects';
import { commandTypes, exampleOf, facts, states } from '../../support/example-session';
import { close, collected, collecting, facilitates, idea, open, reveal, voting } from '../../support/scenes';
import { given, NOW, type Session } from '../../support/specification';

const rename = (text: string): Command => ({
  type: 'priority.rename',
  priorityId: 'm1',
  heading: { text, lang: 'en' },
});
const merge: Command = {
  type: 'ideas.merge',
  priorityId: 'm1',
  ideaIds: ['i1', 'i2'],
  heading: { text: 'Roads', lang: 'en' },
};
const revealed = [...voting, ...facilitates(close('vote'), reveal('vote'))];

const isFacilitators = (command: Command): command is FacilitatorCommand => !isParticipantCommand(command);

/** Two desks look at the same view; the first acts, then the second. */
function both(session: Session, first: Command, second: Command): [first: unknown, second: unknown] {
  const { seq } = session.state;
  return [session.wish('desk-a', first, NOW, seq), session.wish('desk-b', second, NOW, seq)];
}

test('[CMD8] of every fact it is known what it changes, of every wish of a desk what it is about', () => {
  for (const fact of facts) expect(Array.isArray(subjectsOfFact(fact))).toBe(true);
  const wishes = commandTypes.map((type) => exampleOf(type) as unknown as Command).filter(isFacilitators);
  expect(wishes.length).toBeGreaterThan(30);
  for (const command of wishes) {
    for (const [at, state] of states.entries()) expect(typeof isOvertaken(state, command, at)).toBe('boolean');
  }
});

describe('what a desk had seen', () => {
  test('[CMD7, SES8] of two presses on one picture the second does nothing', () => {
    const { session } = given(...collecting);
    const [first, second] = both(session, close('collect'), reveal('collect'));
    expect(first).toHaveLength(1);
    expect(second).toBe('overtaken');
    expect(session.state.activities.collect).toMatchObject({ status: 'closed', revealed: false });
  });

  test('[CMD7] what stands already is counted for the second desk too', () => {
    const { session } = given(...collecting);
    expect(both(session, close('collect'), close('collect'))[1]).toEqual([]);
  });

  test('[CMD7] a refusal that comes of what has changed says so', () => {
    const { session } = given(...facilitates({ type: 'session.start' }));
    expect(both(session, { type: 'session.end' }, open('collect'))[1]).toBe('overtaken');
  });

  test('[SES8] the timer is started twice by one press only', () => {
    const { session } = given(...collecting);
    const minute: Command = { type: 'timer.start', seconds: 60 };
    expect(both(session, minute, { ...minute, seconds: 120 })[1]).toBe('overtaken');
    expect(session.state.timer).toEqual({ endsAt: NOW + 60_000 });
  });

  test('[CMD7] what people write overtakes no step, and other ideas overtake no idea', () => {
    const { session } = given(...collecting, ['p1', idea('i1', 'Roads')], ['p1', idea('i2', 'Water')]);
    const { seq } = session.state;
    session.wish('p1', idea('i2', 'Clean water'));
    expect(session.wish('desk-a', { type: 'idea.hide', ideaId: 'i1' }, NOW, seq)).toHaveLength(1);
    expect(session.wish('desk-a', close('collect'), NOW, seq)).toHaveLength(1);
  });

  test('[GRP6] an idea that its author has changed meanwhile is not hidden unread', () => {
    const { session } = given(...collecting, ['p1', idea('i1', 'Roads')]);
    const { seq } = session.state;
    session.wish('p1', idea('i1', 'Bridges'));
    expect(session.wish('desk-a', { type: 'idea.hide', ideaId: 'i1' }, NOW, seq)).toBe('overtaken');
  });

  test.each<[string, Command, Command]>([
    ['renaming', rename('Ways'), rename('Streets')],
    ['grouping', { type: 'idea.group', ideaId: 'i1', priorityId: null }, { type: 'idea.hide', ideaId: 'i1' }],
    [
      'moving',
      { type: 'idea.move', ideaId: 'i1', themeId: 'services', horizonId: '2030' },
      { type: 'idea.move', ideaId: 'i1', themeId: 'services', horizonId: 'today' },
    ],
  ])('[GRP6] %s: the second desk is told', (_name, first, second) => {
    const { session } = given(...collected, ...facilitates(merge));
    expect(both(session, first, second)).toEqual([expect.any(Array), 'overtaken']);
  });

  test('[GRP6] two desks choose goals: the first list stands', () => {
    const { session } = given(...revealed);
    const choose = (...priorityIds: string[]): Command => ({ type: 'goals.choose', activityId: 'vote', priorityIds });
    expect(both(session, choose('i1', 'i2'), choose('i3'))[1]).toBe('overtaken');
    expect(session.state.activities.vote?.vote?.goals).toEqual(['i1', 'i2']);
  });

  test('[GRP6] two desks set up a vote while the room does something else: the first settings stand', () => {
    const { session } = given(...collecting);
    const configure = (budget: number): Command => ({
      type: 'vote.configure',
      activityId: 'vote',
      settings: {
        method: { name: 'dots', budget, cap: 1 },
        rule: 'most_supported',
        places: 3,
        weights: 'person',
      },
    });
    const { seq } = session.state;
    session.wish('desk-a', close('collect'), NOW, seq);
    expect(session.wish('desk-a', configure(7), NOW, seq)).toHaveLength(1);
    expect(session.wish('desk-b', configure(9), NOW, seq)).toBe('overtaken');
  });

  test('[GRP6] two desks put lines in order: the first order stands', () => {
    const { session } = given(...revealed);
    session.wish('desk-a', { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] });
    const lines = ['goal:i1', 'goal:i2'];
    const order = (lineIds: readonly string[]): Command => ({ type: 'lines.order', lineIds });
    const { seq } = session.state;
    session.wish('desk-a', order([...lines].reverse()), NOW, seq);
    expect(session.wish('desk-b', order(lines), NOW, seq)).toBe('overtaken');
  });

  test('[GRP6] what was undone since has changed as well', () => {
    const { session } = given(...collected, ...facilitates(merge));
    const { seq } = session.state;
    session.wish('facilitator', { type: 'moderation.undo', seq });
    expect(session.wish('desk-b', { type: 'idea.hide', ideaId: 'i1' }, NOW, seq)).toBe('overtaken');
  });
});
