import { project } from '../../../server/engine/project';
import { close, collected, collecting, facilitates, idea, joined, open, reveal, voting } from '../../support/scenes';
import { given, NOW } from '../../support/specification';

const start = { type: 'session.start' } as const;
const end = { type: 'session.end' } as const;

describe('session and agenda', () => {
  test('[SES2] starting shows the first activity and opens nothing', () => {
    const session = given().when('facilitator', start).thenTypes('SessionStarted', 'AgendaMoved');
    expect(session.state).toMatchObject({ phase: 'live', current: 'ask' });
    expect(session.state.activities.ask?.status).toBe('waiting');
  });

  test('[SES1] a session that has ended is not started again', () => {
    given(...facilitates(start, end))
      .when('facilitator', start)
      .thenRefused('session_ended');
  });

  test('[CMD6] starting a live session changes nothing', () => {
    given(...facilitates(start))
      .when('facilitator', start)
      .thenNothing();
  });

  test('[SES3] opening another activity closes the open one and shows the new one', () => {
    const session = given(...collecting)
      .when('facilitator', open('ask'))
      .thenTypes('ActivityClosed', 'AgendaMoved', 'ActivityOpened');
    expect(session.state.current).toBe('ask');
    expect(session.state.activities.collect?.status).toBe('closed');
  });

  test('[SES3] ending closes what is open and stops the timer', () => {
    given(...collecting, ...facilitates({ type: 'timer.start', seconds: 60 }))
      .when('facilitator', end)
      .thenTypes('ActivityClosed', 'TimerStopped', 'SessionEnded');
  });

  test.each(['waiting', 'closed'])('[SES4] an idea for a %s activity is refused', (status) => {
    const steps = status === 'waiting' ? [...joined(['p1', 'heads']), ...facilitates(start)] : collected;
    given(...steps)
      .when('p1', idea('late', 'Too late'))
      .thenRefused('activity_closed');
  });

  test('[SES5] after the end participants are refused, moderation is not', () => {
    const { session, when } = given(...collected, ...facilitates(end));
    when('p1', idea('late', 'Too late')).thenRefused('session_ended');
    expect(session.wish('facilitator', { type: 'idea.hide', ideaId: 'i1' })).toHaveLength(1);
    expect(session.wish('facilitator', reveal('collect'))).toHaveLength(1);
    expect(session.wish('facilitator', open('vote'))).toBe('session_ended');
  });

  test('[SES7] an empty lobby can be declared a rehearsal, and says so to everyone', () => {
    const session = given().when('facilitator', { type: 'session.rehearse' }).thenTypes('RehearsalDeclared');
    for (const audience of ['participant', 'screen', 'facilitator'] as const) {
      expect(project(session.state, audience).session.rehearsal).toBe(true);
    }
    expect(session.wish('facilitator', { type: 'session.rehearse' })).toEqual([]);
  });

  test('[SES7] once somebody has come it is not practice any more', () => {
    given(...joined(['p1', 'heads']))
      .when('facilitator', { type: 'session.rehearse' })
      .thenRefused('already_begun');
    given(...facilitates(start))
      .when('facilitator', { type: 'session.rehearse' })
      .thenRefused('already_begun');
  });

  test('[SES6] a timer ends at an absolute moment', () => {
    given(...collecting)
      .when('facilitator', { type: 'timer.start', seconds: 90 }, NOW)
      .thenFacts({ type: 'TimerStarted', data: { endsAt: NOW + 90_000 } });
  });

  test('[SES6] extending a timer that has run out starts from now', () => {
    given(...collecting, ...facilitates({ type: 'timer.start', seconds: 10 }))
      .when('facilitator', { type: 'timer.extend', seconds: 60 }, NOW + 100_000)
      .thenFacts({ type: 'TimerStarted', data: { endsAt: NOW + 160_000 } });
  });

  test('[SES6] closing the activity stops its timer, and the timer closes nothing by itself', () => {
    const { session, when } = given(...collecting, ...facilitates({ type: 'timer.start', seconds: 10 }));
    expect(session.wish('p1', idea('after', 'Written after the timer ran out'), NOW + 60_000)).toHaveLength(1);
    when('facilitator', close('collect')).thenTypes('ActivityClosed', 'TimerStopped');
  });

  test.each([0, -5, 1.5, 5 * 3600])('[SES6] a timer of %p seconds is refused', (seconds) => {
    given(...collecting)
      .when('facilitator', { type: 'timer.start', seconds })
      .thenRefused('bad_timer');
  });

  test('[CMD5] a participant may not steer, a facilitator may not vote', () => {
    given(...voting)
      .when('p1', close('vote'))
      .thenRefused('forbidden');
    given(...voting)
      .when('facilitator', { type: 'ballot.withdraw', activityId: 'vote' })
      .thenRefused('forbidden');
  });
});

describe('joining', () => {
  test('[JOIN1] joining twice the same way changes nothing', () => {
    given(...joined(['p1', 'heads']))
      .when('p1', { type: 'participant.join', groupId: 'heads' })
      .thenNothing();
  });

  test('[JOIN2] the stakeholder group is fixed', () => {
    given(...joined(['p1', 'heads']))
      .when('p1', { type: 'participant.join', groupId: 'civil' })
      .thenRefused('group_fixed');
  });

  test('[JOIN1] an unknown group is refused', () => {
    given().when('p1', { type: 'participant.join', groupId: 'constructor' }).thenRefused('unknown_group');
  });

  test('[CMD4] whoever has not joined is told so', () => {
    given(...collecting)
      .when('p9', idea('i1', 'Hello'))
      .thenRefused('not_joined');
  });

  test('[SES1] in the lobby one can join but not take part yet', () => {
    given(...joined(['p1', 'heads']))
      .when('p1', idea('i1', 'Hello'))
      .thenRefused('session_not_started');
  });
});
