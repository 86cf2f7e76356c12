// A later session opens on an earlier vision: what became of it, and what the new draft carries on.
import type { Command } from '../../../server/engine/commands';
import { composeDraft } from '../../../server/engine/draft/compose';
import { earlierView, takeOver } from '../../../server/engine/draft/look-back';
import { wordingIn } from '../../../server/engine/draft/wording';
import { project } from '../../../server/engine/project';
import type { ActionStatus, EarlierVision, LineId } from '../../../server/engine/vocabulary';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { action, facilitates, open, planning, started } from '../../support/scenes';
import type { Step } from '../../support/specification';
import { given, Session } from '../../support/specification';

/** Goals i2 (law, with actions a1 and a2), i3 (services, without one); a need and a step that stay behind. */
const before = given(
  ...planning,
  ['p1', action('a2', 'i2', 'Train accountants', 'District')] as Step,
  ...facilitates({ type: 'line.translate', lineId: 'goal:i2', base: 0, text: 'Свой бюджет', lang: 'ru' }),
).session;
const earlier: EarlierVision = takeOver(before.state, { closingHash: 'f'.repeat(64), date: 1_700_000_000_000 });

function next(...commands: Command[]): Session {
  const session = new Session(before.state.design, earlier);
  for (const command of commands) {
    const outcome = session.wish('facilitator', command);
    if (typeof outcome === 'string') throw new Error(outcome);
  }
  return session;
}
const report = (lineId: LineId, status: ActionStatus): Command => ({ type: 'action.report', lineId, status });
const draft = ({ state }: Session) =>
  Object.values(composeDraft(state).lines)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
const became = ({ state }: Session, id: LineId) => earlierView(state)?.lines.find((line) => line.id === id);

test('[NEXT1] goals and actions are taken over as they read, in order; needs and steps were of that day', () => {
  expect(earlier).toMatchObject({ code: before.state.code, date: 1_700_000_000_000, closingHash: 'f'.repeat(64) });
  expect(earlier.lines.map(({ id, kind, goalLineId }) => [id, kind, goalLineId])).toEqual([
    ['earlier:0', 'goal', undefined],
    ['earlier:1', 'action', 'earlier:0'],
    ['earlier:2', 'action', 'earlier:0'],
    ['earlier:3', 'goal', undefined],
  ]);
  expect(earlier.lines[2]).toMatchObject({ text: { text: 'Train accountants' }, who: 'District' });
});

test('[NEXT2] the new draft begins with them, and says where they come from', () => {
  const session = next();
  expect(draft(session)).toEqual(['earlier:0', 'earlier:1', 'earlier:2', 'earlier:3']);
  const line = composeDraft(session.state).lines['earlier:0'];
  expect(line?.trace).toEqual({ ideas: [], earlier: { code: before.state.code, date: 1_700_000_000_000 } });
  expect(line && wordingIn(line, 'ru')).toEqual({ text: 'Свой бюджет', lang: 'ru' });
});

test('[NEXT3] what is done or given up is left behind, what is under way stays', () => {
  const session = next(report('earlier:1', 'done'), report('earlier:2', 'under_way'));
  expect(draft(session)).toEqual(['earlier:0', 'earlier:2', 'earlier:3']);
  expect(became(session, 'earlier:1')?.status).toBe('done');
  session.wish('facilitator', report('earlier:2', 'dropped'));
  expect(draft(session)).toEqual(['earlier:0', 'earlier:3']);
  expect(session.wish('facilitator', report('earlier:2', 'dropped'))).toEqual([]);
});

test('[NEXT3] a report is undone like other writing', () => {
  const session = next(report('earlier:1', 'done'));
  const seq = session.state.acts.at(-1)?.seq ?? 0;
  session.wish('facilitator', { type: 'moderation.undo', seq });
  expect(became(session, 'earlier:1')?.status).toBe('not_started');
  expect(draft(session)).toContain('earlier:1');
});

test.each([
  ['unknown_line', 'earlier:9'],
  ['unknown_line', 'toString'],
  ['wrong_line', 'earlier:0'],
])('[NEXT3] a report is refused with %s for %s', (code, lineId) => {
  expect(next().wish('facilitator', report(lineId, 'done'))).toBe(code);
});

test('[NEXT4] what became of each goal is told: kept, reworded, joined, let go', () => {
  const session = next(
    { type: 'line.edit', lineId: 'earlier:0', base: 0, text: 'A budget of our own by 2032', lang: 'en' },
    { type: 'line.drop', lineId: 'earlier:3', dropped: true },
    { type: 'line.add', lineId: 'own:x', kind: 'goal', themeId: 'law', text: 'Laws people know', lang: 'en' },
  );
  expect([became(session, 'earlier:0')?.fate, became(session, 'earlier:3')?.fate]).toEqual(['reworded', 'let_go']);
  session.wish('facilitator', { type: 'line.join', lineId: 'earlier:0', into: 'own:x' });
  expect(became(session, 'earlier:0')?.fate).toBe('joined');
  // Its actions hang under the line that holds it now.
  expect(composeDraft(session.state).lines['earlier:1']?.goalLineId).toBe('own:x');
  expect(became(next(), 'earlier:0')?.fate).toBe('kept');
});

test('[NEXT5] the wall may look back at the whole of it, until an activity opens', () => {
  const session = next({ type: 'session.start' }, { type: 'line.light', lineId: 'earlier' });
  expect(project(session.state, 'screen').draft.lit).toBe('earlier');
  session.wish('facilitator', open('ask'));
  expect(project(session.state, 'screen').draft).not.toHaveProperty('lit');
  given(...started)
    .when('facilitator', { type: 'line.light', lineId: 'earlier' })
    .thenRefused('unknown_line');
});

test('[NEXT5] wall and console know it, a phone is not sent it', () => {
  const { state } = next();
  expect(project(state, 'screen').earlier?.lines).toHaveLength(4);
  expect(project(state, 'facilitator').earlier?.title).toEqual(before.state.design.title);
  expect(project(state, 'participant')).not.toHaveProperty('earlier');
  expect(project(before.state, 'screen')).not.toHaveProperty('earlier');
});

test('[NEXT1] a vision goes on through many years, and its ids stay short', () => {
  let vision = earlier;
  for (let year = 0; year < 20; year += 1)
    vision = takeOver(new Session(before.state.design, vision).state, { closingHash: '0'.repeat(64), date: year });
  expect(vision.lines.map(({ id }) => id)).toEqual(earlier.lines.map(({ id }) => id));
  expect(vision.lines.map(({ text }) => text)).toEqual(earlier.lines.map(({ text }) => text));
});

test('[NEXT5] a document says what became of it, and which lines are carried on from it', () => {
  const { state } = next(report('earlier:1', 'done'));
  const facts = { startedAt: 1_790_000_000_000, closingHash: 'abc' };
  const text = renderMarkdown(buildVisionDocument(buildReport(state, facts), 'en'));
  expect(text).toContain(
    `## Since the earlier vision\n\nVision, 15 November 2023, code ELES23. Closing hash of its log: ${'f'.repeat(64)}`,
  );
  expect(text).toContain('| – Do it (ky) |  | done |');
  expect(text).toContain('| – Train accountants (ky) | District | not started |');
  expect(text).toContain('Carried on from the earlier vision (15 November 2023, ELES23).');
});
