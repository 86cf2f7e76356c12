import { nextStep } from '../../../components/console/next-step';
import { project } from '../../../server/engine/project';
import { facilitates, open, planning, reveal } from '../../support/scenes';
import { PEOPLE } from '../../support/seminar';
import { given, Session } from '../../support/specification';

/** What the hall does meanwhile: without an idea there is nothing to vote on, without a goal nothing to judge. */
function takePart(session: Session): void {
  const idea = { text: 'Таза суу', lang: 'ky', themeId: 'law', horizonId: '2030' } as const;
  session.wish('c0', { type: 'idea.submit', activityId: 'collect', ideaId: 'i1', ...idea });
  session.wish('c0', { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i1', dots: 1 }] });
  session.wish('facilitator', { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] });
}

/** Presses the one button until there is none, as a facilitator in a hurry would. */
test('pressing what comes next, again and again, leads from the lobby to the end of the agenda', () => {
  const session = new Session();
  for (const { id, groupId } of PEOPLE) session.wish(id, { type: 'participant.join', groupId });
  const pressed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    const view = project(session.state, 'facilitator');
    const step = nextStep(view);
    if (step === undefined) break;
    pressed.push(step.key);
    if (step.key === 'end') session.wish('facilitator', { type: 'session.end' });
    for (const command of step.commands) {
      expect(typeof session.wish('facilitator', command)).not.toBe('string');
    }
    takePart(session);
  }
  expect(pressed[0]).toBe('start');
  expect(pressed.at(-1)).toBe('end');
  expect(
    project(session.state, 'facilitator').agenda.every(({ status, revealed }) => status === 'closed' && revealed),
  ).toBe(true);
});

test('[VOTE21] where there is nothing to vote on or to judge, the next step says so', () => {
  const session = new Session();
  const at = (activityId: string) => {
    session.wish('facilitator', { type: 'agenda.goto', activityId });
    return nextStep(project(session.state, 'facilitator'));
  };
  session.wish('c0', { type: 'participant.join', groupId: PEOPLE.find(({ id }) => id === 'c0')?.groupId ?? '' });
  session.wish('facilitator', { type: 'session.start' });
  expect(at('vote')).toMatchObject({ key: 'open', lacks: 'vote' });
  expect(at('endorse')).toMatchObject({ key: 'open', lacks: 'endorse' });
  session.wish('facilitator', { type: 'activity.open', activityId: 'collect' });
  takePart(session);
  expect(at('vote')?.lacks).toBeUndefined();
});

test('[SES15] a ballot with more options than fit is said before the press, with how many would', () => {
  const session = new Session();
  session.wish('facilitator', { type: 'session.start' });
  session.wish('facilitator', { type: 'activity.open', activityId: 'collect' });
  for (let at = 0; at < 700; at += 1) {
    session.wish(`p${at}`, { type: 'participant.join', groupId: 'heads' });
    const place = { themeId: 'law', horizonId: '2030' } as const;
    const idea = { ideaId: `${'long-'.repeat(20)}${at}`, text: `Idea ${at}`, lang: 'en' } as const;
    session.wish(`p${at}`, { type: 'idea.submit', activityId: 'collect', ...idea, ...place });
  }
  session.wish('facilitator', { type: 'agenda.goto', activityId: 'vote' });
  const step = nextStep(project(session.state, 'facilitator'));
  expect(step).toMatchObject({ key: 'open', lacks: 'tooMany', most: expect.any(Number) });
  expect(session.wish('facilitator', step?.commands[0] as never)).toBe('too_many_options');
});

test('[ENDO7] the next step opens what was chosen to be judged', () => {
  const session = new Session();
  session.wish('facilitator', {
    type: 'line.add',
    lineId: 'own:n',
    kind: 'need',
    themeId: 'law',
    text: 'N',
    lang: 'en',
  });
  session.wish('facilitator', { type: 'session.start' });
  session.wish('facilitator', { type: 'agenda.goto', activityId: 'endorse' });
  const view = project(session.state, 'facilitator');
  expect(nextStep(view, 'goals')).toMatchObject({ lacks: 'endorse' });
  expect(nextStep(view, 'themes')).toEqual({
    key: 'open',
    commands: [{ type: 'activity.open', activityId: 'endorse', judge: 'themes' }],
  });
});

test('[SES16] after the end the next step is to show what was answered and is not shown, until all is', () => {
  const { session } = given(
    ...planning,
    ...facilitates(open('endorse')),
    ['p1', { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:i2', level: 1 }],
    // Shown before, and hidden by being reopened.
    ...facilitates(open('vote'), { type: 'session.end' }),
  );
  const shown = [];
  for (let presses = 0; presses < 5; presses += 1) {
    const step = nextStep(project(session.state, 'facilitator'));
    if (step === undefined) break;
    shown.push([step.key, step.activityId]);
    expect(step.commands).toEqual([reveal(step.activityId ?? '')]);
    for (const command of step.commands) expect(typeof session.wish('facilitator', command)).not.toBe('string');
  }
  expect(shown).toEqual([
    ['revealLate', 'vote'],
    ['revealLate', 'endorse'],
  ]);
  const { activity, steps } = project(session.state, 'facilitator');
  expect(activity).toMatchObject({ id: 'vote', results: expect.anything() });
  expect(steps.endorse).toMatchObject({ results: expect.anything() });
});
