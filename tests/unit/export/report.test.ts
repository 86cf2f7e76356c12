import { buildReport } from '../../../server/export/report';
import { PEOPLE, playSeminar, type Stop } from '../../support/seminar';

const report = (stop?: Stop) =>
  buildReport(playSeminar(stop).state, { startedAt: 1_790_000_000_000, closingHash: 'ab12' });

test('[EXP1] results of a vote are in no export before they are revealed', () => {
  const { votes, endorsements, themes } = report('before the vote is revealed');
  expect(votes).toEqual([]);
  expect(endorsements).toEqual([]);
  expect(JSON.stringify(themes)).not.toContain('dots');
  expect(report('while judging').endorsements).toEqual([]);
});

test('[EXP1] [CELL2] small groups are withheld, and one more so that nothing follows by subtraction', () => {
  const [first, second] = report().votes[0]?.options ?? [];
  // heads has one voter; civil and communities have three each, and the smaller name goes with it.
  expect(first?.dots?.dots).toBe(15);
  expect(second?.dots?.dotsByGroup).toEqual({ communities: 2 });
  // Nearly all that communities could give: whose dots they are would follow, so that figure is not split at all.
  expect(first?.dots?.dotsByGroup).toEqual({});
});

test('[EXP1] what is hidden or withdrawn is in no part of the report', () => {
  const text = JSON.stringify(report());
  expect(text).not.toContain('жашыруун сөз');
  expect(text).not.toContain('кайра алынат');
});

test('[EXP1] no person and no id of an idea, priority or action is in the figures', () => {
  const { ideas, priorities, votes, actions, turnout } = report();
  const text = JSON.stringify({ ideas, priorities, votes, actions, turnout });
  for (const id of [...PEOPLE.map((person) => person.id), 'i1', 'i3', 'p1', 'a1'])
    expect(text).not.toContain(`"${id}"`);
});

test('priorities and the ideas in them refer to each other by number', () => {
  const { ideas, priorities } = report();
  const clean = priorities.find(({ heading }) => heading.text === 'Ар бир үйгө таза суу');
  expect(clean).toMatchObject({ ideas: 2, isGoal: true });
  expect(ideas.filter(({ priority }) => priority === clean?.number).map(({ text }) => text)).toEqual([
    'Таза суу',
    'Таза суу!',
  ]);
});

test('[CELL8] turnout and participants are counts by group; turnout says nothing of a group of few people', () => {
  const { joined, joinedByGroup, turnout } = report();
  expect(joined).toBe(8);
  expect(joinedByGroup).toEqual({ heads: 1, communities: 4, civil: 3 });
  const { tookPart, tookPartByGroup } = turnout.find(({ kind }) => kind === 'vote')!;
  expect({ tookPart, tookPartByGroup }).toEqual({ tookPart: 7, tookPartByGroup: { communities: 3 } });
});
