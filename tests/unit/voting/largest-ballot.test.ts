// No vote opens whose ballots would not fit on the way in; what is promised of the size holds for every ballot there can be.
import { ANSWERS, type Ballot } from '../../../server/engine/commands';
import { LARGEST_MESSAGE } from '../../../server/engine/limits';
import type { VoteMethod } from '../../../server/engine/vocabulary';
import { largestBallot } from '../../../server/engine/voting/methods/largest-ballot';
import { ballotValues } from '../../../server/protocol/form-ballot';
import { parseCommand } from '../../../server/protocol/schemas';
import { collected, facilitates, open } from '../../support/scenes';
import { Session } from '../../support/specification';
import { inAll, smallWorkshop } from '../../support/workshop';

const criteria = ['importance', 'feasibility'].map((id) => ({ id, name: inAll(id) }));
const ids = Array.from({ length: 130 }, (_, at) => `8rW2xB6vQmK3nT7yLs9D${at}`);
const longest = (method: VoteMethod): Ballot => {
  switch (method.name) {
    case 'dots':
      return { choices: ids.slice(0, method.budget).map((option) => ({ option, dots: 1 })) };
    case 'approval':
      return { approved: ids.slice(0, method.max) };
    case 'score':
      return {
        scores: ids.flatMap((option) => method.criteria.map(({ id }) => ({ option, criterion: id, score: 5 }))),
      };
    case 'ranking':
      return { ranked: ids.slice(0, method.top).map((id) => [id]) };
    case 'agreement':
      return { answers: ids.map((option) => ({ option, answer: ANSWERS[1] })) };
  }
};
const METHODS: readonly VoteMethod[] = [
  { name: 'dots', budget: 100, cap: 3 },
  { name: 'approval', max: 120 },
  { name: 'score', criteria, scale: 5 },
  { name: 'ranking', top: 120 },
  { name: 'agreement' },
];

test.each(METHODS)('[VOTE20] a ballot of $name over 130 options is no larger than promised, and is read', (method) => {
  const ballot = longest(method);
  const command = { id: 'x'.repeat(64), type: 'ballot.cast', activityId: 'v'.repeat(80), ...ballot };
  expect(parseCommand(command)).toEqual(command);
  const promised = largestBallot(method, ids);
  expect(Buffer.byteLength(JSON.stringify(command))).toBeLessThanOrEqual(promised);
  const form = new URLSearchParams([...ballotValues(ballot)]);
  expect(Buffer.byteLength(form.toString())).toBeLessThanOrEqual(promised);
  expect(promised).toBeLessThanOrEqual(LARGEST_MESSAGE);
});

test('[VOTE20] a vote whose ballots would not fit does not open, and says how many options would', () => {
  const session = new Session({
    ...smallWorkshop,
    agenda: smallWorkshop.agenda.map((step) => ('maxPerPerson' in step ? { ...step, maxPerPerson: 2_000 } : step)),
  });
  for (const [who, command] of collected) session.wish(who, command);
  session.wish('facilitator', open('collect'));
  for (let at = 0; at < 900; at += 1) {
    session.wish('p1', {
      type: 'idea.submit',
      activityId: 'collect',
      ideaId: `${'i'.repeat(70)}-${at}`,
      text: `Priority ${at}`,
      lang: 'en',
      themeId: 'law',
      horizonId: '2030',
    });
  }
  const settings = { method: { name: 'agreement' }, rule: 'consensus', places: 2, weights: 'person' } as const;
  for (const [who, command] of facilitates({ type: 'vote.configure', activityId: 'vote', settings }))
    session.wish(who, command);
  expect(session.wish('facilitator', open('vote'))).toBe('too_many_options');
  expect(session.state.activities.vote?.status).toBe('waiting');
});
