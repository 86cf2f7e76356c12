// Taking an option out of a vote, by each method: what everybody sees, what is counted, what comes back; and where its words
// may still stand, which is nowhere.

import type { VoteView } from '../../../server/engine/activities/vote/types';
import type { Ballot, Command } from '../../../server/engine/commands';
import { archivedDraft } from '../../../server/engine/draft/archived-draft';
import { composeDraft } from '../../../server/engine/draft/compose';
import type { RecordedEvent } from '../../../server/engine/events';
import { project } from '../../../server/engine/project';
import { ownersOf, projectMine } from '../../../server/engine/project-mine';
import { districtOf } from '../../../server/engine/roll-up/district';
import type { VoteMethodName, VoteSettings } from '../../../server/engine/vocabulary';
import { shownOf } from '../../../server/engine/voting/publishing/few';
import { buildReport } from '../../../server/export/report';
import { ballot, close, collected, collecting, facilitates, idea, open, reveal, voting } from '../../support/scenes';
import { given, NOW, type Session, type Step } from '../../support/specification';
import { inAll } from '../../support/workshop';

const strike = (option: string): Command => ({ type: 'option.strike', activityId: 'vote', option });
const restore = (option: string): Command => ({ type: 'option.restore', activityId: 'vote', option });
const undo = ({ state }: Session): Command => ({ type: 'moderation.undo', seq: state.acts.at(-1)?.seq ?? 0 });
const on = (session: Session, audience: 'participant' | 'screen' | 'facilitator') =>
  project(session.state, audience).activity as VoteView;

const SETTINGS: Readonly<Record<VoteMethodName, VoteSettings>> = {
  dots: { method: { name: 'dots', budget: 5, cap: 3 }, rule: 'most_supported', places: 2, weights: 'person' },
  approval: { method: { name: 'approval', max: 3 }, rule: 'fair_share', places: 2, weights: 'person' },
  score: {
    method: { name: 'score', criteria: [{ id: 'importance', name: inAll('importance') }], scale: 5 },
    rule: 'median',
    places: 2,
    weights: 'person',
  },
  ranking: { method: { name: 'ranking', top: 3 }, rule: 'borda', places: 2, weights: 'person' },
  agreement: { method: { name: 'agreement' }, rule: 'consensus', places: 2, weights: 'person' },
};
const BALLOTS: Readonly<Record<VoteMethodName, (...ids: string[]) => Ballot>> = {
  dots: (...ids) => ({ choices: ids.map((option) => ({ option, dots: 1 })) }),
  approval: (...ids) => ({ approved: ids }),
  score: (...ids) => ({ scores: ids.map((option) => ({ option, criterion: 'importance', score: 5 })) }),
  ranking: (...ids) => ({ ranked: ids.map((id) => [id]) }),
  agreement: (...ids) => ({ answers: ids.map((option) => ({ option, answer: 'agree' as const })) }),
};
const METHODS = Object.keys(SETTINGS) as VoteMethodName[];

/** Three people prefer i1 to i2; nobody names i3. */
const begun = (method: VoteMethodName): Session =>
  given(
    ...collected,
    ...facilitates({ type: 'vote.configure', activityId: 'vote', settings: SETTINGS[method] }, open('vote')),
    ...['p1', 'p2', 'p3'].map(
      (who): Step => [who, { type: 'ballot.cast', activityId: 'vote', ...BALLOTS[method]('i1', 'i2') }],
    ),
  ).session;

describe.each(METHODS)('striking an option of a vote by %s', (method) => {
  test('[VOTE13] it is struck on every screen, without its words, and the console can bring it back', () => {
    const session = begun(method);
    session.wish('facilitator', strike('i1'));
    for (const audience of ['participant', 'screen'] as const) {
      expect(on(session, audience).struck).toEqual([{ id: 'i1', themeId: 'law' }]);
      expect(on(session, audience).options.map(({ id }) => id)).toEqual(['i2', 'i3']);
      expect(JSON.stringify(project(session.state, audience))).not.toContain('Clear powers');
    }
    expect(on(session, 'facilitator').struck).toMatchObject([{ id: 'i1', heading: { text: 'Clear powers' } }]);
    session.wish('facilitator', restore('i1'));
    expect(on(session, 'participant')).toMatchObject({ options: [{ id: 'i1' }, { id: 'i2' }, { id: 'i3' }] });
  });

  test('[VOTE14] it is selected no more, while nobody’s turnout and no other figure moves; undone, all is as before', () => {
    const session = begun(method);
    for (const command of [close('vote'), reveal('vote')]) session.wish('facilitator', command);
    const before = on(session, 'screen');
    expect(before.outcome?.selected).toContain('i1');
    expect(session.wish('facilitator', strike('i1'))).toMatchObject([
      { type: 'OptionStruck' },
      { type: 'OutcomeDeclared', data: { ballots: 3, selected: expect.not.arrayContaining(['i1']) } },
    ]);
    const struck = on(session, 'screen');
    expect(struck.outcome?.selected[0]).toBe('i2');
    expect(JSON.stringify([struck.results, struck.approvals, struck.scores, struck.agreement])).not.toContain('"i1"');
    const figures = ({ results, approvals, scores, agreement, ranking }: VoteView) =>
      JSON.stringify(
        results?.i2?.dotsByGroup ??
          approvals?.i2?.approvalsByGroup ??
          scores?.i2?.criteria ??
          shownOf(agreement?.i2)?.byGroup ??
          ranking?.named.i2,
      );
    expect(figures(struck)).toBe(figures(before));
    expect(struck.turnout).toEqual(before.turnout);
    session.wish('facilitator', undo(session));
    expect(on(session, 'screen')).toEqual(before);
    const again = session.state.undone.at(-1)?.seq ?? 0;
    session.wish('facilitator', { type: 'moderation.redo', seq: again });
    expect(on(session, 'screen')).toEqual(struck);
  });
});

test('[VOTE15] a ballot sent before the strike keeps what it says of the others; with nothing else it is refused', () => {
  const { session } = given(...voting, ['p1', ballot(['i1', 3])], ...facilitates(strike('i1')));
  expect(session.wish('p2', ballot(['i1', 2], ['i2', 1]))).toHaveLength(1);
  expect(session.wish('p3', ballot(['i1', 2]))).toBe('option_struck');
  // The dots are free again: all five may go elsewhere.
  expect(session.wish('p1', ballot(['i2', 3], ['i3', 2]))).toHaveLength(1);
  for (const command of [close('vote'), reveal('vote')]) session.wish('facilitator', command);
  expect(on(session, 'screen').results).toMatchObject({ i2: { dots: 4 }, i3: { dots: 2 } });
});

test('[VOTE13] what is struck cannot become a goal, and a goal that is struck leaves the draft with its actions', () => {
  const { session } = given(
    ...voting,
    ['p1', ballot(['i1', 3], ['i2', 1])],
    ...facilitates(close('vote'), reveal('vote')),
    ...facilitates({ type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2'] }, strike('i1')),
  );
  expect(archivedDraft(session.state).map(({ id }) => id)).toEqual(expect.not.arrayContaining(['goal:i1']));
  expect(on(session, 'screen').goals).toEqual(['i2']);
  expect(session.wish('facilitator', { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] })).toBe(
    'unknown_option',
  );
});

test('[GRP10] hiding the last idea behind an option takes it out in the same act, and one undo brings both back', () => {
  const { session } = given(...voting, ['p1', ballot(['i1', 3])]);
  expect(session.wish('facilitator', { type: 'idea.hide', ideaId: 'i1' })).toEqual([
    { type: 'IdeaHidden', data: { ideaId: 'i1', strikes: [{ activityId: 'vote', option: 'i1' }] } },
  ]);
  expect(on(session, 'participant').struck).toHaveLength(1);
  expect(session.wish('facilitator', restore('i1'))).toBe('words_hidden');
  session.wish('facilitator', undo(session));
  expect(on(session, 'participant').struck).toBeUndefined();
  expect(on(session, 'participant').options).toHaveLength(3);
});

test('[GRP11] a heading that is a hidden idea word for word gives way to the first idea that still stands', () => {
  const heading = { text: 'Bad words', lang: 'ky' } as const;
  const { session } = given(
    ...collecting,
    ['p1', idea('i1', 'Bad words')],
    ['p2', idea('i2', 'Good words')],
    ...facilitates({ type: 'ideas.merge', priorityId: 'm1', ideaIds: ['i1', 'i2'], heading }, open('vote')),
    ['p1', ballot(['m1', 1])],
    ...facilitates({ type: 'idea.hide', ideaId: 'i1' }),
  );
  expect(on(session, 'participant').options).toMatchObject([{ id: 'm1', heading: { text: 'Good words' } }]);
  expect(project(session.state, 'facilitator').priorities.m1?.heading.text).toBe('Good words');
});

test('[GRP11] also in a vote that the desk looked at before and that nobody has touched since', () => {
  const heading = { text: 'Bad words', lang: 'ky' } as const;
  const { session } = given(
    ...collecting,
    ['p1', idea('i1', 'Bad words')],
    ['p2', idea('i2', 'Good words')],
    ...facilitates({ type: 'ideas.merge', priorityId: 'm1', ideaIds: ['i1', 'i2'], heading }, open('vote')),
    ['p1', ballot(['m1', 1])],
    ...facilitates(close('vote'), open('collect')),
  );
  const atDesk = () => (project(session.state, 'facilitator').steps.vote as VoteView).options[0]?.heading.text;
  expect(atDesk()).toBe('Bad words');
  session.wish('facilitator', { type: 'idea.hide', ideaId: 'i1' });
  expect(atDesk()).toBe('Good words');
});

test('[GRP12] words hidden or struck are in nothing that is made afterwards but the desk’s and their author’s own view', () => {
  const MARK = 'unspeakable';
  const { session } = given(
    ...collecting,
    ['p1', idea('i1', `${MARK} one`)],
    ['p2', idea('i2', 'Clean water')],
    ['p2', idea('i3', `${MARK} three`)],
    ...facilitates(open('vote')),
    ['p1', ballot(['i1', 3], ['i3', 1])],
    ['p2', ballot(['i1', 2], ['i2', 1])],
    ...facilitates(close('vote'), reveal('vote')),
    ...facilitates({ type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2', 'i3'] }),
    ...facilitates({ type: 'line.translate', lineId: 'goal:i1', base: 0, text: `${MARK} in Russian`, lang: 'ru' }),
    ...facilitates({
      type: 'line.add',
      lineId: 'own:a',
      kind: 'goal',
      themeId: 'law',
      from: 'goal:i3',
      text: `${MARK} half`,
      lang: 'ky',
    }),
    ...facilitates({ type: 'line.join', lineId: 'goal:i3', into: 'goal:i2' }),
    ...facilitates({ type: 'idea.hide', ideaId: 'i1' }, { type: 'idea.hide', ideaId: 'i3' }),
  );
  const everywhere = () => ({
    participant: project(session.state, 'participant'),
    screen: project(session.state, 'screen'),
    others: projectMine(session.state, 'p3'),
    draft: archivedDraft(session.state),
    report: buildReport(session.state, { startedAt: 0, closingHash: 'abc' }),
    // What it only knows again leaves no roll-up.
    district: { ...districtOf(session.state, 'abc'), gone: [] },
  });
  expect(JSON.stringify(everywhere())).not.toContain(MARK);
  session.wish('facilitator', { type: 'session.end' });
  expect(JSON.stringify(everywhere())).not.toContain(MARK);
  expect(JSON.stringify(projectMine(session.state, 'p1')?.ideas)).toContain(MARK);
});

const withdraw = (ideaId: string): Command => ({ type: 'idea.withdraw', ideaId });
/** People vote, then may write again; the vote stands still meanwhile. */
const writingAgain = [
  ...voting,
  ['p1', ballot(['i1', 3])],
  ['p2', ballot(['i2', 1])],
  ...facilitates(open('collect')),
] as Step[];

test('[VOTE17] an option keeps the words of the ballot when its author withdraws the idea: others have voted for it', () => {
  const { session } = given(...writingAgain, ['p1', withdraw('i1')]);
  session.wish('facilitator', open('vote'));
  expect(on(session, 'participant').struck).toBeUndefined();
  expect(on(session, 'participant').options[0]).toMatchObject({ id: 'i1', heading: { text: 'Clear powers' } });
  for (const command of [close('vote'), reveal('vote')]) session.wish('facilitator', command);
  session.wish('facilitator', { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] });
  // No more than that: the idea itself is theirs, and is not behind it any more.
  expect(on(session, 'screen').results?.i1).toMatchObject({ dots: 3 });
  expect(composeDraft(session.state).lines['goal:i1']).toMatchObject({
    text: { text: 'Clear powers' },
    trace: { ideas: [] },
  });
  expect(session.wish('facilitator', strike('i1'))).toHaveLength(2);
});

test('[VOTE17] as long as nobody has voted, opening again leaves the withdrawn out', () => {
  const { session } = given(
    ...voting,
    ...facilitates(open('collect')),
    ['p1', withdraw('i1')],
    ...facilitates(open('vote')),
  );
  expect(on(session, 'participant').options.map(({ id }) => id)).toEqual(['i2', 'i3']);
});

test('[VOTE17] where nothing but hidden ideas is left behind it, it is struck in the same act, and cannot be brought back', () => {
  const heading = { text: 'Bad words', lang: 'ky' } as const;
  const { session } = given(
    ...collecting,
    ['p1', idea('i1', 'Bad words')],
    ['p2', idea('i2', 'Good words')],
    ['p3', idea('i3', 'Other')],
    ...facilitates({ type: 'ideas.merge', priorityId: 'm1', ideaIds: ['i1', 'i2'], heading }, open('vote')),
    ['p1', ballot(['m1', 1], ['i3', 1])],
    ...facilitates(close('vote'), reveal('vote'), { type: 'idea.hide', ideaId: 'i1' }, open('collect')),
  );
  expect(session.wish('p2', withdraw('i2'))).toMatchObject([
    { type: 'IdeaWithdrawn' },
    { type: 'OptionStruck', data: { activityId: 'vote', option: 'm1' } },
    { type: 'OutcomeDeclared', data: { selected: ['i3'] } },
  ]);
  expect(session.wish('facilitator', restore('m1'))).toBe('words_hidden');
  expect(JSON.stringify(project(session.state, 'screen'))).not.toContain('Bad words');
});

test('[GRP11] words that were hidden stay so when their author rewords or withdraws them', () => {
  const heading = { text: 'Bad words', lang: 'ky' } as const;
  const scene: Step[] = [
    ...collecting,
    ['p1', idea('i1', 'Bad words')],
    ['p2', idea('i2', 'Good words')],
    ...facilitates({ type: 'ideas.merge', priorityId: 'm1', ideaIds: ['i1', 'i2'], heading }),
    ...facilitates({ type: 'idea.hide', ideaId: 'i1' }),
  ];
  const headingAfter = (...steps: Step[]) =>
    project(given(...scene, ...steps).session.state, 'facilitator').priorities.m1?.heading.text;
  expect(headingAfter()).toBe('Good words');
  expect(headingAfter(['p1', idea('i1', 'Kind words')])).toBe('Good words');
  expect(headingAfter(['p1', withdraw('i1')])).toBe('Good words');
  expect(headingAfter(['facilitator', { type: 'idea.group', ideaId: 'i1', priorityId: null }])).toBe('Good words');
  // Who takes the hiding back takes all of it back.
  const { session } = given(...scene, ['p1', withdraw('i1')]);
  session.wish('facilitator', undo(session));
  expect(project(session.state, 'facilitator').priorities.m1?.heading.text).toBe('Bad words');
  session.wish('facilitator', { type: 'moderation.redo', seq: session.state.undone.at(-1)?.seq ?? 0 });
  expect(project(session.state, 'facilitator').priorities.m1?.heading.text).toBe('Good words');
});

test('[GRP10] one press that hides several ideas is one act: taking it back brings all their options back', () => {
  const { session } = given(...voting, ['p1', ballot(['i1', 1])]);
  for (const ideaId of ['i1', 'i3']) session.wish('desk-a', { type: 'idea.hide', ideaId }, NOW, undefined, 'one press');
  expect(on(session, 'participant').struck).toHaveLength(2);
  session.wish('desk-a', undo(session));
  expect(on(session, 'participant').struck).toBeUndefined();
});

test('[VOTE18] what was struck is struck still when the vote opens again, and no later vote asks about it', () => {
  const { session } = given(...voting, ...facilitates(strike('i1'), close('vote')));
  expect(session.wish('facilitator', open('vote'))).toMatchObject([
    { type: 'ActivityOpened' },
    { type: 'OptionStruck', data: { option: 'i1' } },
  ]);
  expect(on(session, 'participant').options.map(({ id }) => id)).toEqual(['i2', 'i3']);
  const opening = session.state.acts.find(({ type }) => type === 'ActivityOpened')?.seq ?? 0;
  expect(session.wish('facilitator', { type: 'moderation.undo', seq: opening })).toBe('built_upon');
  for (const id of ['i2', 'i3']) session.wish('facilitator', strike(id));
  session.wish('facilitator', close('vote'));
  expect(session.wish('facilitator', open('vote'))).toBe('no_options');
});

test('[VOTE18] the ideas behind a struck option are out with it: on the wall, in ideas that are alike, with whoever supports them', () => {
  const { session } = given(
    ...collecting,
    ['p1', idea('i1', 'Clear powers')],
    ['p2', idea('i2', 'Own budget')],
    ['p3', { type: 'idea.support', ideaId: 'i1' }],
    ...facilitates(close('collect'), reveal('collect'), open('vote')),
    ['p1', ballot(['i1', 1])],
    ...facilitates(strike('i1')),
  );
  const read = () =>
    JSON.stringify([
      project(session.state, 'screen'),
      projectMine(session.state, 'p3'),
      buildReport(session.state, { startedAt: 0, closingHash: 'abc' }),
    ]);
  expect(read()).not.toContain('Clear powers');
  expect([...ownersOf(session.state, session.log.at(-1) as RecordedEvent)].sort()).toEqual(['p1', 'p3']);
  session.wish('facilitator', restore('i1'));
  expect(read()).toContain('Clear powers');
});
