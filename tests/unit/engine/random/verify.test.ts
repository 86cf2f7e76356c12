// Random seminars against the whole engine: verify accepts every log it writes.
import fc from 'fast-check';
import { sha256 } from '../../../../server/audit/node-sha256';
import type { Command } from '../../../../server/engine/commands';
import { checkArchive } from '../../../../server/verify/check-archive';
import { GOOD_BALLOTS, oneOf, PEOPLE } from '../../../support/random-commands';
import { castOf, play, seminar } from '../../../support/random-seminar';
import { sealed } from '../../../support/sealed';

/** People who vote, change their minds and take it back while the vote is closed, revealed and opened again. */
const pollingWalk = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(oneOf(...PEOPLE), fc.oneof(...Object.values(GOOD_BALLOTS)).map(castOf)) },
    {
      weight: 2,
      arbitrary: fc.tuple(oneOf(...PEOPLE), fc.constant<Command>({ type: 'ballot.withdraw', activityId: 'vote' })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(
        fc.constant('facilitator'),
        oneOf('activity.close', 'results.reveal', 'activity.open').map(
          (type) => ({ type, activityId: 'vote' }) as Command,
        ),
      ),
    },
  ),
  { minLength: 8, maxLength: 25 },
) as fc.Arbitrary<[string, Command][]>;
const isTheVote = (data: object) => 'activityId' in data && data.activityId === 'vote';

test('[VER5] verify and the check of an import accept every log that the engine writes', async () => {
  const seen = { reopened: 0, withdrawn: 0 };
  await fc.assert(
    fc.asyncProperty(seminar, pollingWalk, async (steps, walk) => {
      const opened = steps.findIndex(([, { type, ...rest }]) => type === 'activity.open' && isTheVote(rest));
      const session = play(steps.toSpliced(opened + 1, 0, ...walk));
      const lines = sealed(session);
      expect(await checkArchive(() => lines, sha256)).toMatchObject({ ok: true, draft: 'agrees' });
      const openings = session.log.filter(({ type, data }) => type === 'ActivityOpened' && isTheVote(data));
      seen.reopened += openings.length > 1 ? 1 : 0;
      seen.withdrawn += session.log.some(({ type }) => type === 'BallotWithdrawn') ? 1 : 0;
    }),
    { numRuns: 120 },
  );
  // Otherwise the property would hold of walks that never come back.
  expect(Math.min(seen.reopened, seen.withdrawn)).toBeGreaterThan(20);
});
