// Votes by every method from settings to outcome, in the small workshop: three people, options i1, i2 (law) and i3 (services).

import type { VoteView } from '../../../server/engine/activities/vote/types';
import type { Ballot, Command } from '../../../server/engine/commands';
import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import type { VoteMethod, VoteSettings } from '../../../server/engine/vocabulary';
import { close, collected, facilitates, joined, open, reveal } from '../../support/scenes';
import { given, NOW, Session, type Step } from '../../support/specification';
import { inAll, smallWorkshop } from '../../support/workshop';

const configure = (settings: VoteSettings): Command => ({ type: 'vote.configure', activityId: 'vote', settings });
const cast = (ballot: Ballot): Command => ({ type: 'ballot.cast', activityId: 'vote', ...ballot });

const approval: VoteMethod = { name: 'approval', max: 2 };
const score: VoteMethod = {
  name: 'score',
  criteria: ['importance', 'feasibility'].map((id) => ({ id, name: inAll(id) })),
  scale: 5,
};
const ranking: VoteMethod = { name: 'ranking', top: 2 };
const agreement: VoteMethod = { name: 'agreement' };
const by = (method: VoteMethod, rule: VoteSettings['rule'], places = 1): VoteSettings => ({
  method,
  rule,
  places,
  weights: 'person',
});

/** Everybody's ballots, closed and revealed. */
const counted = (settings: VoteSettings, ...ballots: readonly Ballot[]): Step[] => [
  ...collected,
  ...facilitates(configure(settings), open('vote')),
  ...ballots.map((ballot, at): Step => [`p${at + 1}`, cast(ballot)]),
  ...facilitates(close('vote'), reveal('vote')),
];
const screen = (session: Session) => project(session.state, 'screen').activity as VoteView;

describe('settings', () => {
  test('[SET1] are on every view before the vote opens', () => {
    const settings = by(approval, 'fair_share', 2);
    const { session } = given(
      ...collected,
      ...facilitates(configure(settings), { type: 'agenda.goto', activityId: 'vote' }),
    );
    for (const audience of ['participant', 'screen', 'facilitator'] as const)
      expect(project(session.state, audience).activity).toMatchObject({ settings, method: 'approval', options: [] });
  });

  test('[SET2] the method is fixed once the vote has opened, the rest changes for everybody to see', () => {
    const { session, when } = given(...collected, ...facilitates(configure(by(approval, 'fair_share')), open('vote')));
    when('facilitator', configure(by({ ...approval, max: 3 }, 'fair_share'))).thenRefused('settings_fixed');
    when('facilitator', configure(by(agreement, 'consensus'))).thenRefused('settings_fixed');
    when('facilitator', configure(by(approval, 'fair_share'))).thenNothing();
    expect(screen(session)).not.toHaveProperty('settingsChanged');
    when('facilitator', configure(by(approval, 'most_supported', 2))).thenTypes('VoteConfigured');
    for (const audience of ['participant', 'screen', 'facilitator'] as const)
      expect(project(session.state, audience).activity).toMatchObject({ settingsChanged: true });
  });

  test.each<[string, VoteSettings]>([
    ['a rule of another method', by(approval, 'borda')],
    ['no place', by(approval, 'fair_share', 0)],
    ['half a place', by(approval, 'fair_share', 1.5)],
    ['more than 200 places', by(approval, 'fair_share', 201)],
    ['a cap above the budget', by({ name: 'dots', budget: 2, cap: 3 }, 'fair_share')],
    ['no criterion', by({ name: 'score', criteria: [], scale: 5 }, 'median')],
  ])('[SET3] %s is refused', (_, settings) => {
    given(...collected)
      .when('facilitator', configure(settings))
      .thenRefused('bad_settings');
  });

  test('[SET3] only a vote has settings', () => {
    const settings = by(approval, 'fair_share');
    given(...collected)
      .when('facilitator', { type: 'vote.configure', activityId: 'plan', settings })
      .thenRefused('wrong_activity');
    given(...collected, ...facilitates({ type: 'session.end' }))
      .when('facilitator', configure(settings))
      .thenRefused('session_ended');
    given(...collected)
      .when('p1', configure(settings))
      .thenRefused('forbidden');
  });
});

describe('ballots', () => {
  test('[VOTE9] are of the vote’s method and within its limits', () => {
    const voting = (method: VoteMethod, rule: VoteSettings['rule']) =>
      given(...collected, ...facilitates(configure(by(method, rule)), open('vote'))).when;
    voting(approval, 'fair_share')('p1', cast({ choices: [{ option: 'i1', dots: 1 }] })).thenRefused('wrong_ballot');
    voting(approval, 'fair_share')('p1', cast({ approved: ['i1', 'i2', 'i3'] })).thenRefused('too_many_choices');
    voting(ranking, 'borda')('p1', cast({ ranked: [['i1'], ['i2', 'i3']] })).thenRefused('too_many_choices');
    const point = { option: 'i1', criterion: 'importance', score: 6 };
    voting(score, 'median')('p1', cast({ scores: [point] })).thenRefused('bad_answer');
    voting(score, 'median')('p1', cast({ scores: [{ ...point, criterion: 'cost' }] })).thenRefused('unknown_criterion');
    voting(agreement, 'consensus')('p1', cast({ answers: [] })).thenNothing();
  });

  test('[VOTE2] replace each other whole and are one’s own to see', () => {
    const { session } = given(
      ...collected,
      ...facilitates(configure(by(approval, 'fair_share')), open('vote')),
      ['p1', cast({ approved: ['i2', 'i1'] })],
      ['p1', cast({ approved: ['i3'] })],
    );
    expect(projectMine(session.state, 'p1')).toMatchObject({ ballots: {}, ballotsOf: { vote: { approved: ['i3'] } } });
  });
});

describe('outcomes', () => {
  test('[OUT3] approval declares both selections with reasons, and where they differ', () => {
    // Two of three want i1 and i2; the third only i3: with two places, a third of the room is not left out.
    const design = { ...smallWorkshop, smallestCell: 1 };
    const session = new Session(design);
    const people = ['a', 'b', 'c', 'd'].map((id) => [id, 'heads'] as const);
    const steps: Step[] = [
      ...joined(...people, ['e', 'civil'], ['f', 'civil']),
      ...collected.filter(([who, command]) => who === 'facilitator' || command.type === 'participant.join'),
    ];
    const ideas = collected.filter(([, command]) => command.type === 'idea.submit');
    for (const [who, command] of steps) {
      session.wish(who, command);
      if (command.type === 'activity.open') for (const [author, idea] of ideas) session.wish(author, idea);
    }
    session.wish('facilitator', configure(by(approval, 'fair_share', 2)));
    session.wish('facilitator', open('vote'));
    for (const [id] of people) session.wish(id, cast({ approved: ['i1', 'i2'] }));
    for (const id of ['e', 'f', 'p1']) session.wish(id, cast({ approved: ['i3'] }));
    session.wish('facilitator', close('vote'));
    session.wish('facilitator', reveal('vote'));
    const { outcome } = screen(session);
    expect(outcome).toMatchObject({
      selected: ['i1', 'i3'],
      bySelection: {
        mostSupported: { selected: ['i1', 'i2'], reasons: [{ option: 'i1', people: 4, groups: 1, price: '4' }, {}] },
        fairShare: { selected: ['i1', 'i3'], reasons: [{ option: 'i1', phase: 'equal-shares', price: '1/4' }, {}] },
      },
      differ: { onlyMostSupported: ['i2'], onlyFairShare: ['i3'] },
      ballots: 7,
      joined: 9,
    });
    expect(session.log.map(({ type }) => type).slice(-2)).toEqual(['OutcomeDeclared', 'ResultsRevealed']);
  });

  test('[OUT20] says when the wall has told it: five seconds a place, anew when other settings declare another', () => {
    const { session } = given(
      ...counted(
        by(approval, 'most_supported', 2),
        { approved: ['i1', 'i2'] },
        { approved: ['i1'] },
        { approved: ['i2'] },
      ),
    );
    expect(screen(session)).toMatchObject({ outcome: { selected: ['i1', 'i2'] }, toldAt: NOW + 10_000 });
    for (const audience of ['participant', 'facilitator'] as const)
      expect(project(session.state, audience).activity).toMatchObject({ toldAt: NOW + 10_000 });
    session.wish('facilitator', configure(by(approval, 'most_supported', 1)));
    expect(screen(session)).toMatchObject({ outcome: { selected: ['i1'] }, toldAt: NOW + 5_000 });
    session.wish('facilitator', { type: 'results.hide', activityId: 'vote' });
    expect(screen(session)).not.toHaveProperty('toldAt');
  });

  test('[OUT4] scores go by the lower median of the first criterion, then by the share at 4 and 5', () => {
    const points = (...scores: readonly (readonly [option: string, score: number])[]): Ballot => ({
      scores: scores.map(([option, point]) => ({ option, criterion: 'importance', score: point })),
    });
    const { session } = given(
      ...counted(
        by(score, 'median'),
        points(['i1', 3], ['i2', 3], ['i3', 4]),
        points(['i1', 3], ['i2', 3], ['i3', 4]),
        points(['i1', 3], ['i2', 5], ['i3', 1]),
      ),
    );
    expect(screen(session).outcome).toMatchObject({ selected: ['i3'], order: [['i3'], ['i2'], ['i1']] });
    expect(screen(session).scores).toMatchObject({
      i2: { rank: 2, criteria: { importance: { counts: [0, 0, 2, 0, 1], median: 3, lowerMedian: 3, high: 1 } } },
    });
  });

  test('[OUT4] rankings go by Borda or by Schulze, and phones are sent no table of pairs', () => {
    const ballots: Ballot[] = [{ ranked: [['i1'], ['i2']] }, { ranked: [['i2'], ['i3']] }, { ranked: [['i1', 'i2']] }];
    for (const rule of ['borda', 'schulze'] as const) {
      const { session } = given(...counted(by(ranking, rule), ...ballots));
      expect(screen(session).outcome).toMatchObject({ selected: ['i2'] });
      expect(screen(session).ranking).toMatchObject({
        borda: { i1: 1, i2: 3, i3: -4 },
        named: { i1: 2, i2: 3, i3: 1 },
        margins: [
          [0, 0, 1],
          [0, 0, 3],
          [-1, -3, 0],
        ],
      });
      expect(project(session.state, 'participant').activity).not.toHaveProperty('ranking.margins');
    }
  });

  test('[OUT4] agreement goes by consensus of the published groups, and the room’s sides are counted', () => {
    const answers = (...all: readonly ('agree' | 'disagree' | 'pass')[]): Ballot => ({
      answers: all.map((answer, at) => ({ option: `i${at + 1}`, answer })),
    });
    const { session } = given(
      ...counted(
        by(agreement, 'consensus', 2),
        answers('agree', 'disagree', 'agree'),
        answers('agree', 'agree', 'pass'),
        answers('agree', 'disagree', 'agree'),
      ),
    );
    const { outcome, agreement: shown } = screen(session);
    expect(outcome).toMatchObject({ selected: ['i1', 'i3'], order: [['i1'], ['i3'], ['i2']] });
    expect(shown).toMatchObject({ i1: { agree: 3, rank: 1 }, i2: { agree: 1, disagree: 2, rank: 3 } });
  });

  test('[OUT5] where groups count the same, both selections are declared', () => {
    const { session } = given(
      ...counted(
        { ...by(approval, 'most_supported'), weights: 'group' },
        { approved: ['i1'] },
        { approved: ['i2'] },
        { approved: ['i2', 'i1'] },
      ),
    );
    // heads: one of one for i1; communities: one of two for i1, both for i2.
    expect(screen(session).outcome?.byWeights).toEqual({
      person: { selected: ['i1'], tiedAtCut: ['i1', 'i2'] },
      group: { selected: ['i1'], tiedAtCut: [] },
    });
  });

  test('[OUT1] a reveal declares once, and new settings of a revealed vote at once', () => {
    const ballots: Ballot[] = [{ approved: ['i1'] }, { approved: ['i1'] }, { approved: ['i2'] }];
    const { session, when } = given(...counted(by(approval, 'most_supported'), ...ballots));
    session.wish('facilitator', { type: 'results.hide', activityId: 'vote' });
    expect(screen(session)).not.toHaveProperty('outcome');
    when('facilitator', reveal('vote')).thenTypes('ResultsRevealed');
    when('facilitator', configure(by(approval, 'most_supported', 2))).thenTypes('VoteConfigured', 'OutcomeDeclared');
    expect(screen(session).outcome?.selected).toEqual(['i1', 'i2']);
  });

  test('[OUT6] turnout and its warnings are of those who had joined when the vote closed', () => {
    const { session } = given(
      ...collected,
      ...facilitates(configure(by(approval, 'most_supported')), open('vote')),
      ['p1', cast({ approved: ['i1'] })],
      ...facilitates(close('vote')),
      ...joined(['p4', 'civil']),
      ...facilitates(reveal('vote')),
    );
    expect(project(session.state, 'facilitator').activity).toMatchObject({
      outcome: { ballots: 1, joined: 3, flags: { lowTurnout: true, notHeard: ['communities', 'civil'] } },
    });
  });
});
