// What leaves a room is built from named fields: a field that a later version adds to a state reaches nobody by itself.
import { archivedDraft } from '../../../server/engine/draft/archived-draft';
import { takeOver } from '../../../server/engine/draft/look-back';
import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import { districtOf } from '../../../server/engine/roll-up/district';
import { rollUp } from '../../../server/engine/roll-up/roll-up';
import type { SessionState } from '../../../server/engine/state';
import { renderJson } from '../../../server/export/json';
import { buildReport } from '../../../server/export/report';
import { METHODS, playJudgedHall } from '../../support/judged-hall';
import { MarkedWalk } from '../../support/marked-walk';
import { secretsIn, withSecrets } from '../../support/secrets';
import { playSeminar } from '../../support/seminar';
import type { Session } from '../../support/specification';

const LOG = { startedAt: 1_700_000_000_000, closingHash: 'f'.repeat(64), key: 'k' };

/** All that is made of a state for somebody else. */
const LEAVES: Readonly<Record<string, (state: SessionState) => unknown>> = {
  participant: (state) => project(state, 'participant'),
  screen: (state) => project(state, 'screen'),
  facilitator: (state) => project(state, 'facilitator'),
  mine: (state) => [...state.participants.entries()].map(([id]) => projectMine(state, id)),
  report: (state) => buildReport(state, LOG),
  'open data': (state) => renderJson(buildReport(state, LOG)),
  'draft of the archive': archivedDraft,
  'the next session': (state) => takeOver(state, { closingHash: LOG.closingHash, date: LOG.startedAt }),
  'roll-up': (state) => {
    const district = districtOf(state, LOG.closingHash);
    const design = { title: 'All', districts: [{ code: state.code, place: 'One' }], matches: [], apart: [] };
    return [district, rollUp(design, new Map([[state.code, district]]))];
  },
};

/** At moments in which different things are shown. */
const SESSIONS: Readonly<Record<string, () => Session>> = {
  'a seminar before its vote is revealed': () => playSeminar('before the vote is revealed'),
  'a seminar while lines are judged': () => playSeminar('while judging'),
  'a seminar at its end': () => playSeminar(),
  ...Object.fromEntries(
    METHODS.flatMap((method) =>
      (['lines', 'themes'] as const).map((judge) => [
        `${method.name}, ${judge} judged`,
        () => playJudgedHall({ seed: `${method.name} ${judge}`, method, judge }),
      ]),
    ),
  ),
  ...Object.fromEntries(
    [1, 2].map((seed) => [
      `a walk of everything there is to do, no. ${seed}`,
      () => {
        const walk = new MarkedWalk(seed);
        for (let i = 0; i < 400; i += 1) walk.step(i / 400);
        return walk.session;
      },
    ]),
  ),
};

const leaks = (state: SessionState) =>
  Object.fromEntries(Object.entries(LEAVES).map(([what, make]) => [what, secretsIn(make(state))]));
const NONE = Object.fromEntries(Object.keys(LEAVES).map((what) => [what, []]));

/** Each kind of object that a state holds, by a place where it stands. */
const KINDS: readonly string[] = [
  'state',
  'state.design',
  'state.design.groups[]',
  'state.design.themes[]',
  'state.design.horizons[]',
  'state.design.agenda[]',
  'state.design.agenda[].settings.method',
  'state.earlier.lines[].text',
  'state.participants.*',
  'state.ideas.*',
  'state.withdrawn.ideas.*',
  'state.priorities.*',
  'state.actions.*',
  'state.activities.*',
  'state.activities.*.settings',
  'state.activities.*.vote',
  'state.activities.*.vote.options[].heading',
  'state.activities.*.vote.ballots.*',
  'state.activities.*.vote.ballots.*.choices[]',
  'state.activities.*.vote.ballots.*.scores[]',
  'state.activities.*.vote.ballots.*.answers[]',
  'state.activities.*.vote.publication.moments[].standing.tally',
  'state.activities.*.vote.outcome.flags',
  'state.activities.*.vote.outcome.bySelection.fairShare.reasons[]',
  'state.activities.*.vote.goalsReason',
  'state.activities.*.vote.goalsRecorded',
  'state.activities.*.endorse',
  'state.activities.*.endorse.wordings.*.details',
  'state.activities.*.endorse.wordings.*.goals[].text',
  'state.activities.*.endorse.past.*[].wording',
  'state.activities.*.endorse.publication.moments[].standing',
  'state.lineWork.*',
  'state.lineWork.*.wording',
  'state.lineWork.*.added',
  'state.lineWork.*.relations.dependsOn[]',
  'state.wordingChanges.*',
  'state.acts[]',
  'state.acts[].was',
];
const seen = new Set<string>();

test.each(Object.entries(SESSIONS))('[VIEW7] nothing but named fields leaves %s', (_what, play) => {
  const { state, places } = withSecrets(play().state);
  for (const place of places) seen.add(place);
  expect(leaks(state)).toEqual(NONE);
});

test('these sessions hold an object of every kind', () => {
  expect(KINDS.filter((place) => !seen.has(place))).toEqual([]);
});
