import { helpNow } from '../../../components/console/help-now';
import { nextStep } from '../../../components/console/next-step';
import { project } from '../../../server/engine/project';
import { pageWordsIn } from '../../support/page-words';
import { facilitates, idea, open, started, voted } from '../../support/scenes';
import { given, Session } from '../../support/specification';

const helpOf = ({ state }: Session) => {
  const view = project(state, 'facilitator');
  return helpNow(view, nextStep(view));
};

test('[SES14] at every moment of the agenda there is a sentence of what to do now', () => {
  const { session } = given(...started, ...facilitates(open('collect')), ['p1', idea('i1', 'Clear powers')]);
  const said = [helpOf(new Session()), helpOf(session)];
  for (let presses = 0; presses < 60; presses += 1) {
    const step = nextStep(project(session.state, 'facilitator'));
    if (step === undefined) break;
    if (step.key === 'goals') {
      session.wish('facilitator', { type: 'goals.choose', activityId: 'vote', priorityIds: ['i1'] });
    } else if (step.key === 'end') session.wish('facilitator', { type: 'session.end' });
    else for (const command of step.commands) session.wish('facilitator', command);
    session.wish('p1', { type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'i1', dots: 1 }] });
    said.push(helpOf(session));
  }
  expect(said.slice(0, 3)).toEqual(['start', 'closeIdeas', 'reveal']);
  expect(said.at(-1)).toBe('ended');
  expect(new Set(said)).toContain('closeVote');
  const sentences: Readonly<Record<string, string>> = pageWordsIn('en').Console.help.now;
  for (const key of said) expect(sentences[key]).toMatch(/\.$/);
});

test('[SES16] once the session is over the help names the results that are not shown', () => {
  const { session } = given(...voted, ...facilitates(open('vote'), { type: 'session.end' }));
  expect(helpOf(session)).toBe('revealLate');
});
