import { project } from '../../../server/engine/project';
import { projectMine } from '../../../server/engine/project-mine';
import {
  ballot,
  close,
  collected,
  collecting,
  facilitates,
  idea,
  open,
  reveal,
  started,
  voted,
  voting,
} from '../../support/scenes';
import { given } from '../../support/specification';

const tally = (session: ReturnType<typeof given>['session']) => session.state.activities.vote?.vote?.tally;

describe('voting with dots', () => {
  test('[VOTE1] options are the priorities of the horizon, by theme, and nothing changes them later', () => {
    const { session } = given(...voting, ['p1', ballot(['i3', 1])]);
    const options = () => session.state.activities.vote?.vote?.options.map(({ id, heading }) => [id, heading.text]);
    const opened = [
      ['i1', 'Clear powers'],
      ['i2', 'Own budget'],
      ['i3', 'Good services'],
    ];
    expect(options()).toEqual(opened);
    session.wish('facilitator', { type: 'idea.hide', ideaId: 'i1' });
    session.wish('facilitator', {
      type: 'ideas.merge',
      priorityId: 'm1',
      ideaIds: ['i1', 'i2'],
      heading: { text: 'Both', lang: 'en' },
    });
    session.wish('facilitator', close('vote'));
    session.wish('facilitator', open('vote'));
    expect(options()).toEqual(opened);
  });

  test('[VOTE10] a vote with nothing to vote on does not open, and the step before stays as it is', () => {
    given(...started, ...facilitates(open('collect')))
      .when('facilitator', open('vote'))
      .thenRefused('no_options');
    given(...collecting, ['p1', idea('i1', 'Old law', 'today')])
      .when('facilitator', open('vote'))
      .thenRefused('no_options');
  });

  test('[VOTE11] as long as nobody has voted, opening again takes the options anew', () => {
    const { session } = given(...voting, ['p1', ballot(['i1', 1])], ['p1', ballot()], ...facilitates(open('collect')));
    session.wish('p1', idea('i6', 'A new one'));
    session.wish('facilitator', open('vote'));
    expect(session.state.activities.vote?.vote?.options.map(({ id }) => id)).toEqual(['i1', 'i2', 'i6', 'i3']);
    expect(session.wish('p1', ballot(['i6', 2]))).toHaveLength(1);
    expect(session.state.activities.vote?.vote).toMatchObject({ round: 2, tally: { ballots: 1 } });
  });

  test('[VOTE11] once ballots were published, withdrawing them all does not make it another vote', () => {
    const { session } = given(...voted, ...facilitates(open('vote')));
    for (const who of ['p1', 'p2', 'p3']) session.wish(who, ballot());
    session.wish('facilitator', open('collect'));
    session.wish('p1', idea('i6', 'A new one'));
    expect(session.wish('facilitator', open('vote'))).toContainEqual({
      type: 'ActivityOpened',
      data: { activityId: 'vote' },
    });
    expect(session.state.activities.vote?.vote?.options).toHaveLength(3);
  });

  test('[VOTE12] views say whose ideas become options: where they are written, and of each step', () => {
    const { session } = given(...collecting);
    expect(project(session.state, 'participant').activity).toMatchObject({
      horizonIds: ['today', 'tomorrow', '2030'],
      votedHorizonIds: ['2030'],
    });
    const { agenda } = project(session.state, 'facilitator');
    expect(agenda.find(({ id }) => id === 'vote')).toHaveProperty('horizonIds', ['2030']);
    expect(agenda.find(({ id }) => id === 'group')).not.toHaveProperty('horizonIds');
  });

  test('[VOTE2] a ballot replaces the earlier one, whole', () => {
    const { session } = given(...voting, ['p1', ballot(['i1', 3], ['i2', 2])], ['p1', ballot(['i3', 1])]);
    expect(tally(session)).toMatchObject({
      ballots: 1,
      options: { i1: { dots: 0, supporters: 0 }, i2: { dots: 0, supporters: 0 }, i3: { dots: 1, supporters: 1 } },
    });
    expect(projectMine(session.state, 'p1')?.ballots).toEqual({ vote: [{ option: 'i3', dots: 1 }] });
  });

  test('[CMD1] the same ballot in another order changes nothing', () => {
    given(...voting, ['p1', ballot(['i1', 3], ['i2', 2])])
      .when('p1', ballot(['i2', 2], ['i3', 0], ['i1', 3]))
      .thenNothing();
  });

  test('[VOTE2] an empty ballot withdraws, and withdrawing twice changes nothing', () => {
    const session = given(...voting, ['p1', ballot(['i1', 1])])
      .when('p1', ballot())
      .thenTypes('BallotWithdrawn');
    expect(tally(session)).toMatchObject({ ballots: 0, options: { i1: { dots: 0, supporters: 0 } } });
    given(...voting)
      .when('p1', { type: 'ballot.withdraw', activityId: 'vote' })
      .thenNothing();
  });

  test('[VOTE3] the cap and the budget hold, to the dot', () => {
    given(...voting)
      .when('p1', ballot(['i1', 4]))
      .thenRefused('over_cap');
    given(...voting)
      .when('p1', ballot(['i1', 3], ['i2', 3]))
      .thenRefused('no_dots_left');
    given(...voting)
      .when('p1', ballot(['i1', 3], ['i2', 2]))
      .thenTypes('BallotCast');
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('[VOTE3] %p dots are refused', (dots) => {
    given(...voting)
      .when('p1', ballot(['i1', dots]))
      .thenRefused('bad_dots');
  });

  test('[VOTE4] unknown and doubled options are refused, and the standing ballot stays', () => {
    const { session, when } = given(...voting, ['p1', ballot(['i1', 2])]);
    when('p1', ballot(['nothing', 1])).thenRefused('unknown_option');
    when('p1', ballot(['i4', 1])).thenRefused('unknown_option');
    when('p1', ballot(['__proto__', 1])).thenRefused('unknown_option');
    when('p1', ballot(['i2', 1], ['i2', 1])).thenRefused('duplicate_option');
    expect(tally(session)).toMatchObject({ ballots: 1, options: { i1: { dots: 2 } } });
  });

  test('[VOTE5] the tally is split by the group of the voter', () => {
    const { session } = given(...voted);
    expect(tally(session)).toMatchObject({
      ballots: 3,
      ballotsByGroup: { heads: 1, communities: 2 },
      options: {
        i1: { dots: 3, dotsByGroup: { heads: 3 } },
        i2: { dots: 4, supporters: 2, dotsByGroup: { communities: 4 } },
      },
    });
  });

  test('[VOTE6] equal dots go to more supporters, then to the earlier option; full ties share a rank', () => {
    const { session } = given(
      ...voting,
      ['p1', ballot(['i1', 2], ['i3', 1])],
      ['p2', ballot(['i2', 1])],
      ['p3', ballot(['i2', 1], ['i3', 1])],
      ...facilitates(close('vote'), reveal('vote')),
    );
    // i1: 2 dots of one person; i2 and i3: 2 dots of two people.
    expect(project(session.state, 'screen').activity).toMatchObject({
      results: { i2: { rank: 1 }, i3: { rank: 1 }, i1: { rank: 3 } },
    });
  });

  test('[VOTE7] an open vote is not revealed, and reopening hides the results again', () => {
    given(...voting)
      .when('facilitator', reveal('vote'))
      .thenRefused('still_open');
    given(...voted)
      .when('facilitator', open('vote'))
      .thenTypes('ResultsHidden', 'ActivityOpened');
  });

  test.each(['participant', 'screen', 'facilitator'] as const)(
    '[VOTE8] before reveal the %s view is the same whatever was voted',
    (audience) => {
      const cast = (...choices: readonly (readonly [string, number])[]) => {
        const { session } = given(...voting, ['p1', ballot(...choices)], ...facilitates(close('vote')));
        return project(session.state, audience);
      };
      expect(cast(['i1', 3])).toEqual(cast(['i2', 2], ['i3', 1]));
    },
  );

  test('[VOTE8] [CELL8] turnout is live, by group for the facilitator alone, of a group of one too', () => {
    const { session } = given(...voting, ['p1', ballot(['i1', 3])]);
    expect(project(session.state, 'facilitator').activity?.turnout).toMatchObject({
      voted: 1,
      joined: 3,
      votedByGroup: { heads: 1, communities: 0 },
    });
    expect(project(session.state, 'screen').activity?.turnout).toMatchObject({ voted: 1 });
    expect(project(session.state, 'screen').activity?.turnout).not.toHaveProperty('votedByGroup');
  });

  test('[CELL1] [CELL2] results of three voters in groups of one and two are not split', () => {
    const { session } = given(...voted);
    expect(project(session.state, 'screen').activity).toMatchObject({
      results: { i2: { dots: 4, supporters: 2, rank: 1, dotsByGroup: { civil: 0 } } },
    });
  });

  test('[GOAL1] goals are chosen from revealed results only, in order, from the options', () => {
    const choose = (...priorityIds: string[]) => ({ type: 'goals.choose', activityId: 'vote', priorityIds }) as const;
    given(...voting, ...facilitates(close('vote')))
      .when('facilitator', choose('i1'))
      .thenRefused('results_hidden');
    given(...voted)
      .when('facilitator', choose('i4'))
      .thenRefused('unknown_option');
    given(...voted, ...facilitates(choose('i3', 'i2')))
      .when('facilitator', choose('i3', 'i2'))
      .thenNothing();
    given(...voted)
      .when('facilitator', { ...choose('i3'), activityId: 'plan' })
      .thenRefused('unknown_activity');
  });

  test('[SES4] a ballot before the vote first opens is refused', () => {
    given(...collected)
      .when('p1', ballot(['i1', 1]))
      .thenRefused('activity_closed');
  });
});
