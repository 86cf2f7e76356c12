// What phone, wall, console and papers say of the same thing they say alike; no heading stands above nothing, and nothing
// changes on a phone without a word.

import { messagesIn } from '../../../i18n/messages';
import type { PlanView } from '../../../server/engine/activities/plan/types';
import { project } from '../../../server/engine/project';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { pageWordsIn } from '../../support/page-words';
import { pocketPhone } from '../../support/pocket-phone';
import { judgementOnPhone, judgementOnScreens } from '../../support/render-judged';
import { ballot, close, collected, endorsing, facilitates, open, reveal, voted, voting } from '../../support/scenes';
import { textOfHtml } from '../../support/shares';
import { given, NOW, type Session, type Step } from '../../support/specification';

// After the wall has told every result.
beforeEach(() => jest.useFakeTimers({ now: NOW + 3_600_000 }));
afterEach(() => jest.useRealTimers());

const judges = (who: readonly string[], lineId: string, level: 1 | 4): Step[] =>
  who.map((one) => [one, { type: 'endorsement.give', activityId: 'endorse', lineId, level }]);
const tidy = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();

describe.each(['ky', 'ru', 'en'] as const)('[ENDO8] in %s', (locale) => {
  const { Phone, Marks } = messagesIn(locale);
  const { Screen, Vote } = pageWordsIn(locale);
  const few = tidy(Phone.fewJudged.replace('{given}', '2'));
  const abstained = tidy(Phone.abstained.replace('{count}', '3'));

  test('the words are those of the wall and of the papers', () => {
    expect([Screen.endorse.few, Marks.fewJudged]).toEqual([Phone.fewJudged, Phone.fewJudged]);
    expect(tidy(Marks.abstained)).toBe(tidy(Phone.abstained));
    expect(tidy(Screen.endorse.none)).toBe(tidy(Phone.noneJudged));
    expect(Vote.figures.few).toBe(Phone.resultFew);
  });

  test('a line few have judged says so, and one of which all abstained says that', () => {
    const { session } = given(
      ...endorsing,
      ...judges(['p1', 'p2'], 'goal:i2', 1),
      ...judges(['p1', 'p2', 'p3'], 'goal:i3', 4),
      ...facilitates(close('endorse'), reveal('endorse')),
    );
    const report = buildReport(session.state, { startedAt: NOW, closingHash: 'ab' });
    const pages = [
      ...judgementOnPhone(session.state, locale).map(textOfHtml),
      ...judgementOnScreens(session.state, locale)
        .filter(({ whole }) => whole)
        .map(({ html }) => textOfHtml(html)),
      renderMarkdown(buildVisionDocument(report, locale)).replaceAll('\\', ''),
    ];
    for (const page of pages) for (const said of [few, abstained]) expect(tidy(page)).toContain(said);
  });
});

test('[GOAL3] goals stand by theme, in each as they were chosen, alike on phone, wall and console', async () => {
  const { session } = given(
    ...voted,
    ...facilitates({ type: 'goals.choose', activityId: 'vote', priorityIds: ['i3', 'i2', 'i1'] }, open('plan')),
  );
  for (const audience of ['participant', 'screen', 'facilitator'] as const) {
    const { goals } = project(session.state, audience).activity as PlanView;
    expect(goals.map(({ id }) => id)).toEqual(['i2', 'i1', 'i3']);
  }
  const phone = await pocketPhone(session, 'p1');
  expect(phone.text()).toMatch(/Own budget.*Clear powers.*Good services/);
});

/** So many places in each theme; one of the two options of the first theme has more dots. */
function votedPerTheme(places: number): Session {
  const method = { name: 'dots', budget: 5, cap: 3 } as const;
  const settings = { method, rule: 'most_supported', places, per: 'theme', weights: 'person' } as const;
  return given(
    ...collected,
    ...facilitates({ type: 'vote.configure', activityId: 'vote', settings }, open('vote')),
    ['p1', ballot(['i1', 2], ['i2', 3])],
    ['p2', ballot(['i3', 1])],
    ...facilitates(close('vote'), reveal('vote')),
  ).session;
}

test('[OUT21] where places are per theme, what is chosen has the number of its place there', async () => {
  const session = votedPerTheme(1);
  const phone = await pocketPhone(session, 'p1');
  expect(phone.text()).toMatch(/1\. Own budget.*(?<!\d\. )Clear powers.*1\. Good services/);
  const { session: overAll } = given(...voted);
  expect((await pocketPhone(overAll, 'p1')).text()).toMatch(/1\. Own budget.*2\. Clear powers.*3\. Good services/);
});

test('[OUT7] phones say how many places stay empty, and not that the rest has no support', async () => {
  const session = votedPerTheme(2);
  const text = (await pocketPhone(session, 'p1')).text();
  expect(text).toContain('Places left empty: 1.');
  expect(text).not.toContain('Nobody is for anything else');
});

describe('[VOTE22] on phones', () => {
  const strike = (option: string) => facilitates({ type: 'option.strike', activityId: 'vote', option });

  test('an option that comes back is told, until the step goes on', async () => {
    const { session } = given(...voting);
    const phone = await pocketPhone(session, 'p1');
    for (const [who, command] of strike('i2')) session.wish(who, command);
    await phone.settle();
    expect(phone.text()).toContain('The facilitator took an option out of the vote.');
    session.wish('facilitator', { type: 'moderation.undo', seq: session.state.acts.at(-1)?.seq ?? 0 });
    await phone.settle();
    expect(phone.text()).not.toContain('took an option out');
    expect(phone.text()).toContain('Back in the vote: Own budget');
    session.wish('facilitator', close('vote'));
    await phone.settle();
    expect(phone.text()).not.toContain('Back in the vote');
  });

  test('where everything was struck they say that, and not that there is nothing yet', async () => {
    const { session } = given(...voting, ...strike('i1'), ...strike('i2'), ...strike('i3'));
    const text = (await pocketPhone(session, 'p1')).text();
    expect(text).toContain('All options were taken out of the vote.');
    expect(text).not.toContain('nothing to choose from yet');
  });
});
