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

test('[VER11] the act that creates a session is one fact, by a server: nothing hides behind it', async () => {
  const [created, ...others] = factsOf(seminar);
  const { actor, commandId } = created as Fact;
  const hidden = others.map((fact, at) => (at < 20 ? { ...fact, actor, commandId } : fact));
  expect(await check([created as Fact, ...hidden])).toMatchObject({ ok: false, code: 'against_the_rules' });
  const byDesk = [{ ...(created as Fact), actor: desk }, ...others];
  expect(await check(byDesk)).toMatchObject({ ok: false, code: 'against_the_rules', badRecord: 2 });
});

test('[VER11] a log that names no rules is not free of them: a vote stands alone, and is decided again', async () => {
  const [created, ...others] = factsOf(voting_);
  const { rules: _, ...data } = (created as Fact).data;
  const first = { ...(created as Fact), data };
  const ballot = by(desk, 'BallotCast', cast([{ option: 'i1', dots: 1 }]));
  const lit = { ...by(desk, 'LineLit', { lineId: null }), commandId: ballot.commandId };
  for (const act of [[ballot], [ballot, lit], [lit, ballot]])
    expect(await check([first, ...others, ...act])).toMatchObject({ ok: false, code: 'against_the_rules' });
});

test('[VER11] an id leads to facts once, and a clock that did not jump is no fact', async () => {
  const facts = factsOf(voting_);
  const { commandId } = facts.find(({ type }) => type === 'IdeaSubmitted') as Fact;
  const ballot = { ...by(person('p1'), 'BallotCast', cast([{ option: 'i1', dots: 1 }])), commandId };
  expect(await check([...facts, ballot])).toMatchObject({ ok: false, code: 'not_a_fact' });
  for (const jump of [0, 1, -5_000])
    expect(await check([...facts, by({ role: 'system' }, 'ClockJumped', { by: jump })])).toMatchObject({ ok: false });
  expect(await check([...facts, by({ role: 'system' }, 'ClockJumped', { by: 5_001 })])).toMatchObject({ ok: true });
});

describe('[VER12] a line has one content', () => {
  const lines = sealed(seminar);
  const at = lines.findIndex((line) => line.includes('"BallotCast"'));
  const changed = (place: number, change: (line: string) => string) => {
    const held = lines.map((line, here) => (here === place ? change(line) : line));
    // The chain goes by the bytes.
    let prev = '';
    return held.map((line, here) => {
      const { closingHash } = JSON.parse(line) as { readonly closingHash?: string };
      const own = here === 0 ? line : line.replace(/"(prev|closingHash)":"[0-9a-f]{64}"/, `"$1":"${prev}"`);
      prev = closingHash === undefined ? sha256(own) : prev;
      return own;
    });
  };

  test.each<[what: string, place: number, change: (line: string) => string]>([
    ['a key twice', at, (line) => line.replace('"data":{', '"data":{},"data":{')],
    ['a space', at, (line) => line.replace('"data":', '"data": ')],
    ['another order of keys', at, (line) => line.replace(/^\{("seq":\d+),("at":\d+),/, '{$2,$1,')],
    ['a key of nobody’s', at, (line) => line.replace('{"seq"', '{"note":"x","seq"')],
    ['one in the header', 0, (line) => line.replace('}', ',"note":"x"}')],
    ['one in the trailer', lines.length - 1, (line) => line.replace('{"end":true', '{"end":true,"note":"x"')],
  ])('%s is found', async (_what, place, change) => {
    expect(await checkArchive(() => changed(place, (line) => line), sha256)).toMatchObject({ ok: true });
    expect(await checkArchive(() => changed(place, change), sha256)).toMatchObject({ ok: false, badRecord: place + 1 });
  });

  test('a draft that was taken out, or is nested without end, is found and stops nobody', async () => {
    const trailer = JSON.parse(lines.at(-1) ?? '') as { readonly draft: unknown };
    const { draft: _, ...without } = trailer;
    const deep = JSON.stringify({ ...without, draft: [] }).replace(
      '"draft":[]',
      `"draft":${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    );
    for (const last of [JSON.stringify(without), deep])
      expect(await checkArchive(() => [...lines.slice(0, -1), last], sha256)).toMatchObject({
        ok: false,
        verdict: 'broken',
      });
  });
});

test('[VER5] two ideas hidden by one press of a vote that was shown, and the press taken back: the archive verifies', async () => {
  const press = 'one-press-of-a-button';
  const { session } = given(
    ...voting,
    ['p1', { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i1', dots: 1 }] }],
    ['p2', { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i2', dots: 2 }] }],
    ['p3', { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i3', dots: 3 }] }],
    ...facilitates(close('vote'), reveal('vote')),
  );
  for (const ideaId of ['i1', 'i2']) session.wish('desk-alpha', { type: 'idea.hide', ideaId }, NOW, undefined, press);
  for (const type of ['moderation.undo', 'moderation.redo', 'moderation.undo'] as const) {
    const seq = (type === 'moderation.undo' ? session.state.acts : session.state.undone).at(-1)?.seq ?? 0;
    expect(session.wish('desk-alpha', { type, seq })).toEqual(expect.arrayContaining([expect.anything()]));
    expect(await check(factsOf(session))).toMatchObject({ ok: true });
  }
});

test('[VER5] criteria of a score are taken from a log as a desk may set them', async () => {
  const { session } = given(
    ...collected,
    ...facilitates(
      {
        type: 'vote.configure',
        activityId: 'vote',
        settings: { ...score, method: { name: 'score', criteria: [{ id: 'Imp_1', name: inAll(' ') }], scale: 5 } },
      },
      open('vote'),
    ),
  );
  expect(await check(factsOf(session))).toMatchObject({ ok: true });
});
