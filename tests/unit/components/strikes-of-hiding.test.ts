// What the console asks about before it hides the last idea behind an option: exactly what the rules would strike.
import { strikesOfHiding } from '../../../components/moderation/strikes-of-hiding';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import { ballot, close, collecting, facilitates, idea, open, reveal } from '../../support/scenes';
import { given, type Session, type Step } from '../../support/specification';

const heading = { text: 'Both', lang: 'ky' } as const;
const scene: Step[] = [
  ...collecting,
  ['p1', idea('i1', 'One')],
  ['p2', idea('i2', 'Two')],
  ['p3', idea('i3', 'Three')],
  ...facilitates({ type: 'ideas.merge', priorityId: 'm1', ideaIds: ['i1', 'i2'], heading }),
];
const asked = ({ state }: Session, ...ideaIds: string[]) =>
  strikesOfHiding(project(state, 'facilitator'), ideaIds).map(({ id }) => id);

test('[GRP10] hiding is asked about where it takes an option of a vote with it, whatever the room does now', () => {
  const { session } = given(...scene);
  expect(asked(session, 'i3')).toEqual([]);
  for (const command of [open('vote')]) session.wish('facilitator', command);
  session.wish('p1', ballot(['m1', 1]));
  expect(asked(session, 'i3')).toEqual(['i3']);
  expect(asked(session, 'i1')).toEqual([]);
  expect(asked(session, 'i1', 'i2')).toEqual(['m1']);
  for (const command of [close('vote'), reveal('vote'), open('plan')]) session.wish('facilitator', command);
  expect(asked(session, 'i2', 'i1', 'i3')).toEqual(['i3', 'm1']);
  session.wish('facilitator', { type: 'idea.hide', ideaId: 'i1' });
  expect(asked(session, 'i2')).toEqual(['m1']);
  // What is out already is not asked about again.
  session.wish('facilitator', { type: 'option.strike', activityId: 'vote', option: 'i3' });
  expect(asked(session, 'i3')).toEqual([]);
});

test('[GRP10] what is said before is what happens', () => {
  for (const ideaIds of [['i1'], ['i3'], ['i1', 'i2'], ['i1', 'i2', 'i3']]) {
    const { session } = given(...scene, ...facilitates(open('vote')), ['p1', ballot(['m1', 1])]);
    const said = asked(session, ...ideaIds);
    for (const ideaId of ideaIds) session.wish('facilitator', { type: 'idea.hide', ideaId });
    const { struck = [] } = project(session.state, 'facilitator').activity as VoteView;
    expect([...struck.map(({ id }) => id)].sort()).toEqual([...said].sort());
  }
});

test('[GRP10] the ideas behind an option are for the console alone', () => {
  const { session } = given(...scene, ...facilitates(open('vote')));
  for (const audience of ['participant', 'screen'] as const)
    expect(JSON.stringify(project(session.state, audience).activity)).not.toContain('ideaIds');
});
