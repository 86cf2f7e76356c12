import { ideasByTheme, votedHorizons } from '../../../components/moderation/ideas-by-theme';
import { project } from '../../../server/engine/project';
import { collected, facilitates } from '../../support/scenes';
import { given } from '../../support/specification';

// i1, i2 (law, 2030), i3 (services, 2030), i4 (law, today), i5 (law, tomorrow); the vote takes those for 2030.
const view = () => project(given(...collected).session.state, 'facilitator');

test('[GRP13] where ideas are grouped, a theme counts those that the vote takes', () => {
  expect(votedHorizons(view())).toEqual(['2030']);
  expect(ideasByTheme(view(), votedHorizons(view()))).toEqual({ law: 2, services: 1 });
});

test('[GRP13] on the desk of a step it counts those of the step, without what is hidden', () => {
  const { session } = given(...collected, ...facilitates({ type: 'idea.hide', ideaId: 'i5' }));
  const counts = ideasByTheme(project(session.state, 'facilitator'), ['today', 'tomorrow']);
  expect(counts).toEqual({ law: 1, services: 0 });
});

test('[GRP13] in an agenda without a vote it counts all', () => {
  const { agenda, horizons } = view();
  expect(votedHorizons({ horizons, agenda: agenda.filter(({ kind }) => kind !== 'vote') })).toHaveLength(3);
});
