// Facts that no wish could have left, in logs that are chained and sealed anew: the wrong hand, the wrong moment, the wrong
// measure, the wrong words. And every fact of an honest log said by somebody else, or said after the end.
import { sha256 } from '../../../server/audit/node-sha256';
import type { RecordedEvent } from '../../../server/engine/events';
import { evolve } from '../../../server/engine/evolve';
import { initialState, type SessionState } from '../../../server/engine/state';
import type { VoteSettings } from '../../../server/engine/vocabulary';
import { checkArchive } from '../../../server/verify/check-archive';
import { close, collected, endorsing, facilitates, idea, open, reveal, voting } from '../../support/scenes';
import { sealed } from '../../support/sealed';
import { playSeminar } from '../../support/seminar';
import { given, NOW, person, type Session } from '../../support/specification';
import { inAll } from '../../support/workshop';

type Fact = Readonly<Record<string, unknown>> & { readonly data: Readonly<Record<string, unknown>> };

/** As a forger seals it: with the draft that the log composes to, if it can be folded at all. */
function check(facts: readonly Fact[]) {
  const log = facts.map((fact, at) => ({ ...fact, seq: at + 1 })) as unknown as RecordedEvent[];
  let state: SessionState = initialState;
  try {
    state = log.reduce(evolve, initialState);
  } catch {
    // What cannot be folded is found before anybody looks at the draft.
  }
  return checkArchive(() => sealed({ state, log }), sha256);
}

const factsOf = ({ log }: Session) => log as unknown as readonly Fact[];
const by = (actor: object, type: string, data: object): Fact =>
  ({ at: NOW, actor, commandId: `forged-${type}`, type, data }) as unknown as Fact;
const desk = { role: 'facilitator' };

const seminar = playSeminar();
const score: VoteSettings = {
  method: { name: 'score', criteria: [{ id: 'importance', name: inAll('Importance') }], scale: 5 },
  rule: 'median',
  places: 1,
  weights: 'person',
};
const scoring = given(
  ...collected,
  ...facilitates({ type: 'vote.configure', activityId: 'vote', settings: score }, open('vote')),
).session;
const judging = given(...endorsing).session;
const voting_ = given(...voting).session;
const cast = (choices: readonly object[]) => ({ participantId: 'p1', activityId: 'vote', choices });
const scored = (points: number) => ({
  participantId: 'p1',
  activityId: 'vote',
  scores: [{ option: 'i1', criterion: 'importance', score: points }],
});
const words = (text: string) => ({
  ...(({ type: _, ...rest }) => rest)(idea('i9', text) as { type: string }),
  participantId: 'p1',
});
const writing = given(...collected, ...facilitates(open('collect'))).session;

test('[VER11] what the engine wrote is what the rules lead to', async () => {
  for (const honest of [seminar, scoring, judging, voting_, writing])
    expect(await check(factsOf(honest))).toMatchObject({ ok: true });
});

test.each<[what: string, session: Session, forged: Fact]>([
  ['a ballot cast by a facilitator', voting_, by(desk, 'BallotCast', cast([{ option: 'i1', dots: 1 }]))],
  ['a ballot in another’s name', voting_, by(person('p2'), 'BallotCast', cast([{ option: 'i1', dots: 1 }]))],
  ['more dots than there are', voting_, by(person('p1'), 'BallotCast', cast([{ option: 'i1', dots: 99 }]))],
  ['a point off the scale', scoring, by(person('p1'), 'BallotCast', scored(99))],
  ['a ballot of another method', scoring, by(person('p1'), 'BallotCast', cast([{ option: 'i1', dots: 1 }]))],
  ['an option that stood in no vote', voting_, by(person('p1'), 'BallotCast', cast([{ option: 'i4', dots: 1 }]))],
  [
    'somebody of a group that is none',
    voting_,
    by(person('p9'), 'ParticipantJoined', { participantId: 'p9', groupId: 'x' }),
  ],
  [
    'somebody who joins twice',
    voting_,
    by(person('p1'), 'ParticipantJoined', { participantId: 'p1', groupId: 'civil' }),
  ],
  [
    'an idea of whom nobody let in',
    writing,
    by(person('p9'), 'IdeaSubmitted', { ...words('Road'), participantId: 'p9' }),
  ],
  ['an idea while ideas are closed', voting_, by(person('p1'), 'IdeaSubmitted', words('Road'))],
  ['an idea of 5,000 letters', writing, by(person('p1'), 'IdeaSubmitted', words('a'.repeat(5_000)))],
  ['an idea of nothing', writing, by(person('p1'), 'IdeaSubmitted', words('\u2800'))],
  ['signs that turn the line', writing, by(person('p1'), 'IdeaSubmitted', words('abc\u202edef'))],
  ['a control sign', writing, by(person('p1'), 'IdeaSubmitted', words('abc\u0007def'))],
  ['another’s idea taken back', writing, by(person('p1'), 'IdeaWithdrawn', { ideaId: 'i2' })],
  [
    'a judgement of no line',
    judging,
    by(person('p1'), 'EndorsementGiven', { participantId: 'p1', activityId: 'endorse', lineId: 'goal:i9', level: 1 }),
  ],
  ['results shown while people vote', voting_, by(desk, 'ResultsRevealed', { activityId: 'vote' })],
  ['a step that the agenda does not have', voting_, by(desk, 'AgendaMoved', { activityId: 'x' })],
  ['a step moved by a participant', voting_, by(person('p1'), 'ActivityClosed', { activityId: 'vote' })],
  ['the end, with a step left open', voting_, by(desk, 'SessionEnded', {})],
  ['an end that nobody pressed', voting_, by({ role: 'system' }, 'SessionEnded', {})],
  ['goals before the result', voting_, by(desk, 'GoalsChosen', { activityId: 'vote', priorityIds: ['i1'] })],
  ['an act taken back that was none', voting_, by(desk, 'ModerationUndone', { undoneSeq: 1 })],
  ['a line that was judged reworded', judging, by(desk, 'LineEdited', { lineId: 'goal:i2', text: 'x', lang: 'ky' })],
  ['a timer of a year', voting_, by(desk, 'TimerStarted', { endsAt: NOW + 31_536_000_000 })],
])('[VER11] nobody could have done it: %s', async (_what, session, forged) => {
  const verdict = await check([...factsOf(session), forged]);
  // Line 1 is the header.
  const badRecord = session.log.length + 2;
  expect(verdict).toMatchObject({ ok: false, verdict: 'broken', code: 'against_the_rules', badRecord });
});

test.each<[what: string, place: number, change: (fact: Fact) => Fact]>([
  ['rules of an edition to come', 0, (fact) => ({ ...fact, data: { ...fact.data, rules: 9 } })],
  ['a time before all time', 3, (fact) => ({ ...fact, at: -5 })],
  ['a fact of a kind that is none', 3, (fact) => ({ ...fact, type: 'BallotBurnt' })],
  ['a fact called like a part of every object', 3, (fact) => ({ ...fact, type: 'constructor' })],
  ['more in it than belongs there', 3, (fact) => ({ ...fact, data: { ...fact.data, vote: 'i1' } })],
])('[VER11] no fact of ours: %s', async (_what, place, change) => {
  const facts = factsOf(seminar).map((fact, at) => (at === place ? change(fact) : fact));
  expect(await check(facts)).toMatchObject({ ok: false, code: 'not_a_fact', badRecord: place + 2 });
});

test('[VER11] every fact of a participant said by another, or by the desk, is found at its line', async () => {
  const facts = factsOf(seminar);
  const people = facts.flatMap(({ actor }, at) => ((actor as { role: string }).role === 'participant' ? [at] : []));
  expect(people.length).toBeGreaterThan(30);
  for (const place of people)
    for (const actor of [person('v1'), person('h0'), desk]) {
      const own = (facts[place]?.actor as { id?: string } | undefined)?.id;
      if ('id' in actor && actor.id === own) continue;
      const changed = facts.map((fact, at) => (at === place ? { ...fact, actor } : fact));
      expect(await check(changed)).toMatchObject({ ok: false, code: 'against_the_rules', badRecord: place + 2 });
    }
});

test('[VER11] nothing of a participant stands after the end', async () => {
  const facts = factsOf(seminar);
  for (const fact of facts.filter(({ actor }) => (actor as { role: string }).role === 'participant')) {
    const verdict = await check([...facts, { ...fact, commandId: 'once-more' }]);
    expect(verdict).toMatchObject({ ok: false, code: 'against_the_rules', badRecord: facts.length + 2 });
  }
});

test('[VER11] what one press writes belongs together: no part of it stands alone', async () => {
  const { session } = given(
    ...voting,
    ['p1', { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i1', dots: 1 }] }],
    ...facilitates(close('vote'), reveal('vote')),
  );
  const facts = factsOf(session);
  expect(facts.slice(-2).map(({ type }) => type)).toEqual(['OutcomeDeclared', 'ResultsRevealed']);
  expect(await check(facts)).toMatchObject({ ok: true });
  for (const left of [facts.slice(0, -1), [...facts.slice(0, -2), ...facts.slice(-1)]])
    expect(await check(left)).toMatchObject({ ok: false, code: 'against_the_rules' });
});
