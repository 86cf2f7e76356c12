import { unfinished } from '../../../components/console/unfinished';
import { project } from '../../../server/engine/project';
import { close, facilitates, open, reveal, started, voted, voting } from '../../support/scenes';
import { given, type Step } from '../../support/specification';

const end = facilitates({ type: 'session.end' });

function left(...steps: readonly Step[]) {
  const { open, unshown, unopened } = unfinished(project(given(...steps).session.state, 'facilitator'));
  const named = (list: typeof open) => list.map(({ id, turnout }) => `${id} ${turnout?.voted}/${turnout?.joined}`);
  return { open: named(open), unshown: named(unshown), unopened: unopened.map(({ id }) => id) };
}

test('[SES16] of an agenda that has only begun every step is named', () => {
  expect(left(...started)).toEqual({
    open: [],
    unshown: [],
    unopened: ['ask', 'collect', 'group', 'vote', 'plan', 'endorse'],
  });
});

test('[SES16] what is open is named with how many took part, where people do', () => {
  const ballot = { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i1', dots: 1 }] } as const;
  expect(left(...voting, ['p1', ballot])).toMatchObject({ open: ['vote 1/3'], unshown: [] });
  expect(left(...voting, ...facilitates(open('group')))).toMatchObject({ open: ['group undefined/undefined'] });
});

test('[SES16] a vote that was answered is unfinished until it is shown, and again once it is reopened', () => {
  expect(left(...voted).unshown).toEqual([]);
  const reopened = [...voted, ...facilitates(open('vote'))];
  expect(left(...reopened)).toMatchObject({ open: ['vote 3/3'], unshown: [] });
  expect(left(...reopened, ...facilitates(close('vote')))).toMatchObject({ open: [], unshown: ['vote 3/3'] });
  expect(left(...reopened, ...end)).toMatchObject({ open: [], unshown: ['vote 3/3'] });
  expect(left(...reopened, ...end, ...facilitates(reveal('vote'))).unshown).toEqual([]);
});

test('[SES16] a vote that nobody answered, and ideas that were not shown, hold nothing back', () => {
  expect(left(...voting, ...end)).toMatchObject({ open: [], unshown: [] });
});
