// Random seminars against the whole engine: a revealed vote has the outcome of its ballots.
import fc from 'fast-check';
import { voteOnView } from '../../../../server/engine/voting/publishing/published-vote';
import { supportOf } from '../../../../server/engine/voting/selecting/support';
import { play, seminar } from '../../../support/random-seminar';
import { expectSame } from '../../../support/same';

test('[OUT1] [OUT2] a revealed vote has the outcome of its ballots, and its log says so once', () => {
  let declared = 0;
  fc.assert(
    fc.property(seminar, (steps) => {
      play(steps, ({ state, log }) => {
        const { vote, revealed } = state.activities.vote ?? {};
        const shown = voteOnView(vote?.publication, state.design);
        // A vote over nothing decides nothing.
        if (vote === undefined || shown === undefined || vote.options.length === 0 || revealed !== true) return;
        const last = log.findLast(({ type }) => type === 'OutcomeDeclared');
        expectSame(last?.data, { activityId: 'vote', ...vote.outcome });
        expect(vote.outcome?.ballots).toBe(shown.tally.ballots);
        // [OUT7] Nothing nobody is for; every place is either given or said to be empty.
        const { selected = [], emptyPlaces, settings } = vote.outcome ?? {};
        expect(selected.length + (emptyPlaces ?? 0)).toBe(settings?.places);
        for (const id of selected)
          expect(
            supportOf(
              shown.tally,
              state.activities.vote?.settings?.method ?? { name: 'dots', budget: 5, cap: 3 },
              id,
              vote.options.findIndex((option) => option.id === id),
            ).supporters,
          ).toBeGreaterThan(0);
        expectSame(vote.outcome?.settings, state.activities.vote?.settings ?? vote.outcome?.settings);
        declared++;
      });
    }),
    { numRuns: 100 },
  );
  expect(declared).toBeGreaterThan(100);
});
