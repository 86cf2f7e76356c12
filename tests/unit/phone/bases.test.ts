// A figure on a phone stands with what it is a figure of: who voted, of how many, and who is not in a share.

import { messagesIn } from '../../../i18n/messages';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { project } from '../../../server/engine/project';
import { LOCALES } from '../../../server/engine/vocabulary';
import { pageWordsIn } from '../../support/page-words';
import { pocketPhone } from '../../support/pocket-phone';
import { judgementOnPhone } from '../../support/render-judged';
import { ballot, close, endorsing, facilitates, open, reveal, voting } from '../../support/scenes';
import { textOfHtml } from '../../support/shares';
import { given, NOW, type Step } from '../../support/specification';

// After the wall has told every result.
beforeEach(() => jest.useFakeTimers({ now: NOW + 3_600_000 }));
afterEach(() => jest.useRealTimers());

test('[CELL12] results of a vote say how many of how many voted, in the words of the wall; nothing before', async () => {
  const { session } = given(
    ...voting,
    ['p1', ballot(['i1', 3])],
    ['p2', ballot(['i2', 3])],
    ...facilitates(close('vote')),
  );
  expect(project(session.state, 'participant').activity).not.toHaveProperty('turnout');
  session.wish('facilitator', reveal('vote'));
  expect(project(session.state, 'participant').activity?.turnout).toEqual({ joined: 3, voted: 2, joinedByGroup: {} });
  expect((await pocketPhone(session, 'p1')).text()).toMatch(/Results 2 of 3 have voted/);
  for (const locale of LOCALES) expect(messagesIn(locale).Phone.turnout).toBe(pageWordsIn(locale).Screen.picture.vote);
});

test('[ENDO3] a share of support names who abstained, and is not of them', () => {
  const judge = (who: string, level: 1 | 4): Step => [
    who,
    { type: 'endorsement.give', activityId: 'endorse', lineId: 'goal:i2', level },
  ];
  const { session } = given(
    ...endorsing,
    ...[judge('p1', 1), judge('p2', 1), judge('p3', 4)],
    ...facilitates(close('endorse'), reveal('endorse')),
  );
  for (const page of judgementOnPhone(session.state, 'ky'))
    expect(textOfHtml(page)).toMatch(/Колдоо: 2 кишиден 2 \(100\s%\) · Калыс: 1/);
});

test('[SET2] that the counting was changed stands above the options, with the rule as it is now', async () => {
  const { session } = given(...voting);
  const { settings } = project(session.state, 'participant').activity as VoteView;
  const changed = { ...settings, places: settings.places + 1 };
  const answer = session.wish('facilitator', { type: 'vote.configure', activityId: 'vote', settings: changed });
  expect(answer).not.toEqual(expect.any(String));
  expect((await pocketPhone(session, 'p1')).text()).toMatch(/was changed after the vote had opened.*Clear powers/);
  expect((await pocketPhone(given(...voting).session, 'p1')).text()).toMatch(/Clear powers.*To be chosen/);
});

test('[PHONE18] the receipt stands in a line of its own', async () => {
  const { session } = given(...voting, ...facilitates(open('plan'), { type: 'session.end' }));
  expect((await pocketPhone(session, 'p1')).html()).toMatch(/<p class="receipt"><code>[A-Z0-9]{8}<\/code><\/p>/);
});
