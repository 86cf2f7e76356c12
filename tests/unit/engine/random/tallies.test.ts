// Random seminars against the whole engine: whoever counts a vote, and however, has the same figures.
import fc from 'fast-check';
import { sha256 } from '../../../../server/audit/node-sha256';
import { type BadRecord, recount, type Totals } from '../../../../server/audit/recount';
import { METHOD_NAMES } from '../../../support/random-commands';
import { play, seminar } from '../../../support/random-seminar';
import { expectSame } from '../../../support/same';
import { archiveOf } from '../../../support/seminar';
import { countAnew, liveTally, recountedTally } from '../../../support/tally-cells';

test('[VOTE5] [BAL1] the tally of every method equals a naive recount of the log after every step', () => {
  const voted: Record<string, number> = {};
  fc.assert(
    fc.property(seminar, (steps) => {
      const session = play(steps, (now) => expectSame(liveTally(now.state), countAnew(now)));
      const method = session.state.activities.vote?.vote?.tally.method ?? '';
      voted[method] = (voted[method] ?? 0) + (countAnew(session).ballots ?? 0);
    }),
    { numRuns: 250 },
  );
  // Otherwise the property would hold of empty ballot boxes.
  for (const method of METHOD_NAMES) expect(voted[method]).toBeGreaterThan(20);
});

test('[EXP5] the recount of the archive gives the tally of every method', async () => {
  await fc.assert(
    fc.asyncProperty(seminar, async (steps) => {
      const session = play(steps);
      const totals = await recount(archiveOf(session), sha256);
      expect((totals as BadRecord).why).toBeUndefined();
      expectSame(recountedTally((totals as Totals).votes.vote), liveTally(session.state));
    }),
    { numRuns: 100 },
  );
});
