import { sha256 } from '../../../server/audit/node-sha256';
import { recount, type Totals } from '../../../server/audit/recount';
import { voteResults } from '../../../server/engine/activities/vote/results';
import type { VoteDesign } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import { voteOnView } from '../../../server/engine/voting/publishing/published-vote';
import { findDifferences } from '../../../server/rehearsal/compare';
import type { Shown } from '../../../server/rehearsal/facilitator';
import { Ledger, type Settled } from '../../../server/rehearsal/ledger';
import { archiveOf, playSeminar } from '../../support/seminar';

const session = playSeminar();
const final = project(session.state, 'facilitator');
const vote = session.state.activities.vote?.vote;
if (vote === undefined) throw new Error('no vote');
const design = session.state.design.agenda.find(({ id }) => id === 'vote') as VoteDesign;
const shownVote = voteOnView(vote.publication, session.state.design);
if (shownVote === undefined) throw new Error('nothing published');
const { results = {} } = voteResults(session.state, design, vote, shownVote, 'facilitator');
const judged = final.activity?.kind === 'endorse' ? (final.activity.results ?? {}) : {};

const shown: Shown = {
  votes: new Map([['vote', { ballots: 7, figures: { results } }]]),
  endorsements: new Map([['endorse', judged]]),
  tookPart: new Map([['vote', 7]]),
  ideas: new Map(),
};
const cast = session.log.find(({ type }) => type === 'BallotCast');
const counted: Settled = {
  sender: cast?.actor.role === 'participant' ? cast.actor.id : '',
  commandId: cast?.commandId ?? '',
  type: 'ballot.cast',
  ack: { ok: true, seq: cast?.seq ?? 0 },
  changesNothing: false,
};
const differences = async (settled: readonly Settled[], what: Shown = shown) =>
  findDifferences((await recount(archiveOf(session), sha256)) as Totals, what, final, settled);

test('[REH1] an archive that holds all and counts as was shown has no differences', async () => {
  expect(await differences([counted])).toEqual([]);
});

test('[REH1] an acknowledged command that is not in the archive is a difference', async () => {
  expect(await differences([{ ...counted, commandId: 'lost' }])).toEqual([
    expect.stringContaining('missing from the archive'),
  ]);
  expect(await differences([{ ...counted, sender: 'somebody else' }])).toHaveLength(1);
  expect(await differences([{ ...counted, ack: { ok: true, seq: 1 } }])).toEqual([
    expect.stringContaining('stands at'),
  ]);
});

test('[REH1] a wish that changed nothing, and a refused one, must have left no fact', async () => {
  expect(await differences([{ ...counted, commandId: 'idle', changesNothing: true }])).toEqual([]);
  expect(await differences([{ ...counted, changesNothing: true }])).toHaveLength(1);
  const refused = { ok: false, code: 'activity_closed' } as const;
  expect(await differences([{ ...counted, commandId: 'late', ack: refused }])).toEqual([]);
  expect(await differences([{ ...counted, ack: refused }])).toEqual([expect.stringContaining('was refused')]);
});

test('[REH1] one dot too many, one vote never shown, one level moved: each is a difference', async () => {
  const p1 = results.p1;
  if (p1 === undefined) throw new Error('no p1');
  const wrong = { ...results, p1: { ...p1, dots: p1.dots + 1 } };
  expect(
    await differences([], { ...shown, votes: new Map([['vote', { ballots: 7, figures: { results: wrong } }]]) }),
  ).toHaveLength(1);
  expect(await differences([], { ...shown, votes: new Map() })).toHaveLength(1);
  const moved = { 'goal:p1': { ...judged['goal:p1'], counts: [5, 1, 0, 0, 0, 0, 0, 1] } } as typeof judged;
  expect(
    await differences([], { ...shown, endorsements: new Map([['endorse', { ...judged, ...moved }]]) }),
  ).toHaveLength(1);
});

test('the summary counts refusals by code and takes percentiles by nearest rank', () => {
  const ledger = new Ledger();
  for (let ms = 1; ms <= 100; ms++) ledger.countAnswer(ms);
  for (const settled of [counted, counted, { ...counted, ack: { ok: false, code: 'over_cap' } as const }]) {
    ledger.countSent();
    ledger.settle(settled);
  }
  expect(ledger.summary()).toEqual({
    commands: { sent: 3, counted: 2, refused: { over_cap: 1 } },
    ackMs: { p50: 50, p95: 95, p99: 99 },
  });
});
