// What is odd about a vote before it opens, from the facilitator's view.
import { beforeOpening } from '../../../components/activities/vote/console/before-opening';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import { collected, collecting, facilitates, goto, idea } from '../../support/scenes';
import { given, type Step } from '../../support/specification';

const at = (...steps: Step[]) => {
  const view = project(given(...steps, ...facilitates(goto('vote'))).session.state, 'facilitator');
  return { view, activity: view.activity as VoteView };
};

test('[VOTE12] it counts the options to come and the ideas that no vote takes', () => {
  const { view, activity } = at(...collected);
  expect(beforeOpening(view, activity, [])).toEqual({
    options: 3,
    few: false,
    suggested: 0,
    left: { ideas: 2, horizonIds: ['today', 'tomorrow'] },
  });
});

test('[VOTE12] it says when places outnumber options, and when groups of its own horizons are not merged', () => {
  const { view, activity } = at(
    ...collecting,
    ['p1', idea('i1', 'Clean water')],
    ['p2', idea('i2', 'Old law', 'today')],
  );
  const found = beforeOpening(view, activity, [
    { ideaIds: ['i1'], kind: 'same' },
    { ideaIds: ['i2'], kind: 'same' },
  ]);
  expect(found).toMatchObject({ options: 1, few: true, suggested: 1 });
});
