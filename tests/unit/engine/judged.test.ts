// What the room judges: every line, the goals alone, or each theme as a whole.

import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import type { Command } from '../../../server/engine/commands';
import { composeDraft } from '../../../server/engine/draft/compose';
import { wordingIn } from '../../../server/engine/draft/wording';
import { project } from '../../../server/engine/project';
import type { Judged } from '../../../server/engine/vocabulary';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { close, facilitates, planning, reveal, voting } from '../../support/scenes';
import type { Session, Step } from '../../support/specification';
import { given } from '../../support/specification';

const open = (judge?: Judged, activityId = 'endorse'): Command => ({ type: 'activity.open', activityId, judge });
const judged = (...lineIds: string[]): Step[] =>
  ['p1', 'p2', 'p3'].flatMap((who) =>
    lineIds.map((lineId): Step => [who, { type: 'endorsement.give', activityId: 'endorse', lineId, level: 1 }]),
  );
const onPhone = ({ state }: Session) => project(state, 'participant').activity as EndorseView;

test.each<[Judged | undefined, readonly string[]]>([
  [undefined, ['goal:i2', 'action:a1', 'goal:i3']],
  ['lines', ['goal:i2', 'action:a1', 'goal:i3']],
  ['goals', ['goal:i2', 'goal:i3']],
  ['themes', ['theme:law', 'theme:services']],
])('[ENDO7] with %s these are judged: %j', (judge, lines) => {
  const { session } = given(...planning, ...facilitates(open(judge)));
  expect(onPhone(session).lines.map(({ id }) => id)).toEqual(lines);
});

test('[ENDO7] a theme is judged by its name and its goals, in the reader’s language', () => {
  const { session } = given(...planning, ...facilitates(open('themes')));
  const [law] = onPhone(session).lines;
  expect(law).toMatchObject({ kind: 'theme', themeId: 'law', goals: [{ text: 'Own budget', lang: 'ky' }] });
  expect(law && wordingIn(law, 'ru')).toEqual({ text: 'law', lang: 'ru' });
});

test('[ENDO7] a theme’s judgement stands with the theme once it is revealed, and in the document', () => {
  const { session } = given(
    ...planning,
    ...facilitates(open('themes')),
    ...judged('theme:law'),
    ...facilitates(close('endorse')),
  );
  expect(project(session.state, 'screen').draft).not.toHaveProperty('themes');
  session.wish('facilitator', reveal('endorse'));
  expect(project(session.state, 'screen').draft.themes?.law).toMatchObject({
    given: 3,
    supportPercent: 100,
    mark: 'agreed',
  });
  expect(Object.values(composeDraft(session.state).lines).some(({ endorsement }) => endorsement)).toBe(false);
  const report = buildReport(session.state, { startedAt: 1_790_000_000_000, closingHash: 'abc' });
  const text = renderMarkdown(buildVisionDocument(report, 'en'));
  expect(text).toContain('## 1. law\n\nAgreed. Agreement: 3 of 3 support it (100\u00a0%)');
  expect(text).toContain('| law | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 3 | 3/3 (100\u00a0%) |');
});

test('[VOTE10] an endorsement with nothing to judge does not open', () => {
  given(...voting)
    .when('facilitator', open())
    .thenRefused('no_options');
});

test('[VOTE11] as long as nobody has judged, opening again takes the lines anew, of the same kind', () => {
  const { session } = given(...planning, ...facilitates(open('goals'), close('endorse')));
  const goals: Command = { type: 'goals.choose', activityId: 'vote', priorityIds: ['i2'] };
  session.wish('facilitator', goals);
  expect(session.wish('facilitator', open())).toEqual([
    {
      type: 'ActivityOpened',
      data: { activityId: 'endorse', lines: ['goal:i2'], judge: 'goals', wordings: { 'goal:i2': expect.anything() } },
    },
  ]);
  session.wish('facilitator', close('endorse'));
  session.wish('facilitator', open('themes'));
  expect(onPhone(session).lines.map(({ id }) => id)).toEqual(['theme:law']);
});

test('[ENDO7] what is judged is fixed when it first opens, and is for an endorsement only', () => {
  given(...planning, ...facilitates(open('goals')), ...judged('goal:i2'), ...facilitates(close('endorse')))
    .when('facilitator', open('themes'))
    .thenFacts({ type: 'ActivityOpened', data: { activityId: 'endorse' } });
  given(...planning)
    .when('facilitator', open('goals', 'ask'))
    .thenRefused('wrong_activity');
});
