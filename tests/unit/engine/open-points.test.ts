import { project } from '../../../server/engine/project';
import { close, endorsing, facilitates, reveal } from '../../support/scenes';
import { given } from '../../support/specification';

const endorse = (lineId: string, level: number) =>
  ({ type: 'endorsement.give', activityId: 'endorse', lineId, level }) as never;
const newcomers = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'] as const;

/** Six newcomers of one group judge a goal; the endorsement is closed and revealed. */
function judged(levels: readonly number[]) {
  const { session } = given(...endorsing);
  newcomers.forEach((id, at) => {
    session.wish(id, { type: 'participant.join', groupId: 'heads' });
    session.wish(id, endorse('goal:i2', levels[at] ?? 1));
  });
  for (const command of [close('endorse'), reveal('endorse')]) session.wish('facilitator', command);
  return session;
}

test('[ENDO6] a contested line and one to be discussed are open to every audience', () => {
  const session = judged([1, 1, 5, 5, 5, 7]);
  const expected = [
    { reason: 'contested', themeId: 'law', lineId: 'goal:i2' },
    { reason: 'discussion', themeId: 'law', lineId: 'goal:i2' },
  ];
  expect(project(session.state, 'screen').draft.open).toEqual(expected);
  expect(project(session.state, 'facilitator').draft.open).toEqual(expected);
});

test('[ENDO4] [ENDO6] an agreed line is marked and leaves nothing open', () => {
  const { draft } = project(judged([1, 1, 1, 2, 2, 2]).state, 'screen');
  expect(draft.lines['goal:i2']?.endorsement?.mark).toBe('agreed');
  expect(draft).not.toHaveProperty('open');
});

test('[ENDO4] hiding the judgement takes mark and open points with it', () => {
  const session = judged([7, 7, 7, 7, 5, 5]);
  expect(project(session.state, 'screen').draft.open).not.toBeUndefined();
  for (const command of facilitates({ type: 'results.hide', activityId: 'endorse' })) session.wish(...command);
  expect(project(session.state, 'screen').draft).not.toHaveProperty('open');
});
