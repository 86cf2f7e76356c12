// A judgement keeps its words: whatever rewords a line afterwards, its figures stand beside what people had before them.
import fc from 'fast-check';
import type { EndorseView } from '../../../server/engine/activities/endorse/types';
import type { Command } from '../../../server/engine/commands';
import { composeDraft } from '../../../server/engine/draft/compose';
import { wordingsNow } from '../../../server/engine/draft/wordings-now';
import type { RecordedEvent } from '../../../server/engine/events';
import { evolve } from '../../../server/engine/evolve';
import { project } from '../../../server/engine/project';
import { initialState } from '../../../server/engine/state';
import { decodeState, encodeState } from '../../../server/engine/state-codec';
import type { EndorsementResult } from '../../../server/engine/views';
import { renderCsv } from '../../../server/export/csv';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import {
  action,
  ballot,
  close,
  collecting,
  endorsing,
  facilitates,
  idea,
  open,
  planning,
  reveal,
  voted,
} from '../../support/scenes';
import type { Session, Step } from '../../support/specification';
import { given } from '../../support/specification';

const GOAL = 'goal:i2';
const edit = (text: string, base = 0, lineId = GOAL): Command => ({
  type: 'line.edit',
  lineId,
  base,
  text,
  lang: 'ky',
});
const judge = (level: 1 | 5 | 8, round?: number, lineId = GOAL): Step[] =>
  ['p1', 'p2', 'p3'].map(
    (who): Step => [
      who,
      { type: 'endorsement.give', activityId: 'endorse', lineId, level, ...(round === undefined ? {} : { round }) },
    ],
  );
/** All three fully agree with "Own budget"; revealed. */
const judged: Step[] = [...endorsing, ...judge(1), ...facilitates(close('endorse'), reveal('endorse'))];
const versionOf = ({ state }: Session, lineId = GOAL) => composeDraft(state).lines[lineId]?.version ?? 0;
const endorsementOf = ({ state }: Session, lineId = GOAL): EndorsementResult =>
  composeDraft(state).lines[lineId]?.endorsement as EndorsementResult;
const reportOf = ({ state }: Session) => buildReport(state, { startedAt: 1_790_000_000_000, closingHash: 'abc' });
const markdownOf = (session: Session, locale: 'ky' | 'ru' | 'en' = 'en') =>
  renderMarkdown(buildVisionDocument(reportOf(session), locale)).replaceAll('\\', '');

test('[DRAFT12] the words of a line are fixed by the fact that opens it to judgement', () => {
  const session = given(...planning)
    .when('facilitator', open('endorse'))
    .thenTypes('ActivityClosed', 'AgendaMoved', 'ActivityOpened');
  const opened = session.log.at(-1);
  expect(opened?.data).toMatchObject({
    judge: 'lines',
    lines: [GOAL, 'action:a1', 'goal:i3'],
    wordings: {
      [GOAL]: { text: { text: 'Own budget', lang: 'ky' } },
      'action:a1': { text: { text: 'Do it' }, details: { who: '', byWhen: '' } },
    },
  });
});

test('[DRAFT13] a line edited after its judgement says so to everybody, with the words that were judged', () => {
  const { session } = given(...judged, ...facilitates(edit('Factory first')));
  expect(endorsementOf(session)).toMatchObject({
    given: 3,
    support: 3,
    base: 3,
    changed: { judged: { text: { text: 'Own budget', lang: 'ky' } }, at: expect.any(Number), seq: session.state.seq },
  });
  for (const { draft } of [project(session.state, 'screen'), project(session.state, 'facilitator')])
    expect(draft.lines[GOAL]?.endorsement?.changed?.judged.text.text).toBe('Own budget');
  // What was judged stands beside the figures of the step; how the draft reads now beside it.
  const { lines } = project(session.state, 'participant').activity as EndorseView;
  expect(lines[0]).toMatchObject({ text: { text: 'Own budget' }, now: { text: { text: 'Factory first' } } });
});

test('[DRAFT13] [DRAFT16] also after the end, on the page to read and in every file', () => {
  const { session } = given(...judged, ...facilitates({ type: 'session.end' }));
  expect(markdownOf(session)).toContain('as the room left it');
  session.wish('facilitator', edit('Factory first'));
  const onPhone = project(session.state, 'screen').draft.lines[GOAL];
  expect(onPhone?.text.text).toBe('Factory first');
  expect(onPhone?.endorsement?.changed?.judged.text.text).toBe('Own budget');
  const text = markdownOf(session);
  expect(text).toContain('It was changed after the end, 1 times');
  expect(text).toContain('Changed after the room judged it');
  expect(text).toContain('What the room judged: Own budget');
  // The table of figures has the words they are of first.
  expect(text).toMatch(
    /\| Own budget \(ky\) · Changed after the room judged it.*Reads now: Factory first \(ky\) \| 3 \|/,
  );
  const report = reportOf(session);
  const [line] = (JSON.parse(renderJson(report)) as { lines: { endorsement: EndorsementResult }[] }).lines.filter(
    ({ endorsement }) => endorsement !== undefined,
  );
  expect(line?.endorsement.changed?.judged.text.text).toBe('Own budget');
  expect(renderCsv(report, 'lines', 'en')).toContain('Factory first');
  for (const table of ['lines', 'endorsements'] as const)
    expect(renderCsv(report, table, 'en')).toMatch(/Own budget.*Factory first|Factory first.*Own budget/);
});

test('[DRAFT13] a judgement of unchanged words says nothing', () => {
  const { session } = given(...judged);
  expect(endorsementOf(session)).not.toHaveProperty('changed');
  expect(markdownOf(session)).not.toContain('Changed after');
});

test('[DRAFT13] a corrected language changes no words: nothing is said of it, nor of when the words were changed', () => {
  const { session } = given(...judged, ...facilitates({ type: 'idea.language', ideaId: 'i2', lang: 'ru' }));
  expect(composeDraft(session.state).lines[GOAL]?.text).toEqual({ text: 'Own budget', lang: 'ru' });
  expect(endorsementOf(session)).not.toHaveProperty('changed');
  expect(composeDraft(session.state).lines[GOAL]?.trace.votes).not.toHaveProperty('changed');
  const { lines } = project(session.state, 'participant').activity as EndorseView;
  expect(lines[0]).not.toHaveProperty('now');
  for (const locale of ['ky', 'ru', 'en'] as const)
    expect(markdownOf(session, locale)).not.toMatch(/Changed after|после оценки зала|баа бергенден кийин/i);
  session.wish('facilitator', edit('Factory first', versionOf(session)));
  const { changed } = endorsementOf(session);
  session.wish('facilitator', { ...edit('Factory first', versionOf(session)), lang: 'en' } as Command);
  expect(composeDraft(session.state).lines[GOAL]?.text.lang).toBe('en');
  expect(endorsementOf(session).changed).toEqual(changed);
});

test('[DRAFT13] it names the desk, or the one who proposed the action', () => {
  const { session } = given(
    ...endorsing,
    ...judge(1, undefined, 'action:a1'),
    ...facilitates(close('endorse'), reveal('endorse'), open('plan')),
  );
  session.wish('p1', action('a1', 'i2', 'Do something else'));
  expect(endorsementOf(session, 'action:a1').changed).toMatchObject({
    author: true,
    judged: { text: { text: 'Do it' } },
  });
});

test('[DRAFT13] an undone edit rewords as well', () => {
  const { session } = given(...planning, ...facilitates(edit('Our own budget'), open('endorse')), ...judge(1));
  for (const [who, command] of facilitates(close('endorse'), reveal('endorse'))) session.wish(who, command);
  const undo = session.state.acts.findLast(({ type }) => type === 'LineEdited');
  session.wish('facilitator', { type: 'moderation.undo', seq: undo?.seq ?? 0 });
  expect(composeDraft(session.state).lines[GOAL]?.text.text).toBe('Own budget');
  expect(endorsementOf(session).changed).toMatchObject({
    judged: { text: { text: 'Our own budget' } },
    seq: session.state.seq,
  });
});

test('[DRAFT13] a translation made since is told to its readers', () => {
  const { session } = given(
    ...judged,
    ...facilitates({ type: 'line.translate', lineId: GOAL, base: 0, lang: 'ru', text: 'Свой бюджет' }),
  );
  expect(endorsementOf(session).changed).toMatchObject({ languages: ['ru'] });
  expect(markdownOf(session, 'ru')).toContain('Перевод внесён или изменён после оценки зала');
  expect(markdownOf(session, 'en')).not.toContain('after the room judged it');
});

test('[DRAFT13] a joined line keeps its figures beside its own words, in the open data too', () => {
  const { session } = given(
    ...endorsing,
    ...judge(1),
    ...judge(8, undefined, 'goal:i3'),
    ...facilitates(
      close('endorse'),
      reveal('endorse'),
      { type: 'line.add', lineId: 'own:1', kind: 'goal', themeId: 'law', from: GOAL, text: 'Own taxes', lang: 'ky' },
      { type: 'line.join', lineId: GOAL, into: 'own:1' },
    ),
  );
  const whole = composeDraft(session.state).lines['own:1'];
  // It was split off, never judged and never on the ballot: the votes behind it are of the ballot's words.
  expect(whole).not.toHaveProperty('endorsement');
  expect(whole?.trace.votes).toMatchObject({ heading: { text: 'Own budget' }, changed: { seq: expect.any(Number) } });
  expect(whole?.joined?.[0]).toMatchObject({ text: { text: 'Own budget' }, endorsement: { given: 3, support: 3 } });
  expect(whole?.joined?.[0]?.endorsement).not.toHaveProperty('changed');
  expect(markdownOf(session)).toMatch(
    /Joined with it: Own budget \(ky\)\n.*Agreed. Agreement: 3 of 3 support it \(100\s%\)/,
  );
  expect(markdownOf(session)).toContain('What was voted on: Own budget');
});

test('[DRAFT12] votes stand with what was on the ballot', () => {
  const { session } = given(...planning, ...facilitates(edit('Factory first')));
  expect(composeDraft(session.state).lines[GOAL]?.trace.votes).toMatchObject({
    heading: { text: 'Own budget' },
    changed: { seq: session.state.seq },
  });
  expect(markdownOf(session)).toMatch(/Changed after the vote: .*\n.*What was voted on: Own budget/);
});

test('[DRAFT14] opening again has changed lines judged anew; what was said of the earlier words stands beside them', () => {
  const { session } = given(...judged, ...facilitates(edit('Factory first')));
  session.wish('facilitator', open('endorse'));
  expect(session.log.at(-1)?.data).toEqual({ activityId: 'endorse', wordings: { [GOAL]: expect.anything() } });
  const endorse = () => project(session.state, 'participant').activity as EndorseView;
  expect(endorse().lines[0]).toMatchObject({ text: { text: 'Factory first' }, round: 2 });
  expect(session.state.activities.endorse?.takers).toEqual({ heads: 0, communities: 0 });
  // On its way since the first round: it is of words that nobody sees any more.
  expect(session.wish(...(judge(1)[0] as [string, Command]))).toBe('line_changed');
  for (const [who, command] of judge(8, 2)) session.wish(who, command);
  for (const [who, command] of facilitates(close('endorse'), reveal('endorse'))) session.wish(who, command);
  expect(endorsementOf(session)).toMatchObject({
    given: 3,
    support: 0,
    base: 3,
    mark: 'contested',
    before: [{ judged: { text: { text: 'Own budget' } }, given: 3, support: 3, mark: 'agreed' }],
  });
  expect(endorsementOf(session)).not.toHaveProperty('changed');
  const rows = reportOf(session).endorsements.map(({ judged: { text }, round, figures }) => [
    text.text,
    round,
    figures.given,
  ]);
  expect(rows.slice(0, 2)).toEqual([
    ['Own budget', 1, 3],
    ['Factory first', 2, 3],
  ]);
  expect(markdownOf(session)).toContain('Judged before, in other words: Own budget');
});

test('[DRAFT14] with nothing changed opening again keeps every judgement, and a new line is taken in', () => {
  const { session } = given(...judged);
  session.wish('facilitator', open('endorse'));
  expect(session.log.at(-1)?.data).toEqual({ activityId: 'endorse' });
  for (const [who, command] of facilitates(close('endorse'), {
    type: 'line.add',
    lineId: 'own:1',
    kind: 'goal',
    themeId: 'law',
    text: 'Own taxes',
    lang: 'ky',
  }))
    session.wish(who, command);
  session.wish('facilitator', open('endorse'));
  const { lines } = project(session.state, 'participant').activity as EndorseView;
  expect(lines.map(({ id }) => id)).toContain('own:1');
  expect(session.state.activities.endorse?.endorse?.tally[GOAL]).toEqual([3, 0, 0, 0, 0, 0, 0, 0]);
});

test('[DRAFT15] while people judge, an undo does not reword; taking an action out of sight is possible', () => {
  const { session } = given(...planning, ...facilitates(edit('Our own budget'), open('endorse')));
  const undo = session.state.acts.findLast(({ type }) => type === 'LineEdited');
  expect(session.wish('facilitator', { type: 'moderation.undo', seq: undo?.seq ?? 0 })).toBe('still_open');
  expect(session.wish('facilitator', { type: 'action.hide', actionId: 'a1' })).toHaveLength(1);
});

test('[DRAFT15] nor does rewording a goal of a theme that is judged as a whole', () => {
  const whole: Command = { type: 'activity.open', activityId: 'endorse', judge: 'themes' };
  given(...planning, ...facilitates(whole))
    .when('facilitator', edit('Factory first'))
    .thenRefused('still_open');
});

/** The theme with its one goal of "law" judged as a whole, and another. */
const themesJudged = (...between: Command[]): Session => {
  const { session } = given(
    ...voted,
    ...facilitates({ type: 'goals.choose', activityId: 'vote', priorityIds: ['i1', 'i2', 'i3'] }),
    ...facilitates({ type: 'activity.open', activityId: 'endorse', judge: 'themes' }),
    ...judge(1, undefined, 'theme:law'),
    ...facilitates(...between),
    ...facilitates(close('endorse'), reveal('endorse')),
  );
  return session;
};

test.each([
  ['hidden', { type: 'idea.hide', ideaId: 'i1' }],
  ['struck', { type: 'option.strike', activityId: 'vote', option: 'i1' }],
] as const)(
  '[DRAFT17] of a goal that was %s only that it was there stands beside its theme’s figures',
  (_what, moderation) => {
    const session = themesJudged();
    session.wish('facilitator', moderation);
    expect(composeDraft(session.state).themes.law).toMatchObject({
      given: 3,
      support: 3,
      changed: { judged: { goals: [{ text: 'Own budget' }], goalsOut: 1 } },
    });
    const [line] = (project({ ...session.state, current: 'endorse' }, 'participant').activity as EndorseView).lines;
    expect(line).toMatchObject({ id: 'theme:law', goals: [{ text: 'Own budget' }], goalsOut: 1 });
    expect(markdownOf(session)).toContain('goals: 2, of which 1 taken out since');
    const report = reportOf(session);
    const files = [markdownOf(session), renderJson(report), renderCsv(report, 'endorsements', 'en')];
    for (const text of [...files, JSON.stringify(project(session.state, 'screen'))])
      expect(text).not.toContain('Clear powers');
    // Judged anew, and the goal struck after that: the earlier words are without it too.
    session.wish('facilitator', { type: 'moderation.undo', seq: session.state.acts.at(-1)?.seq ?? 0 });
    expect(composeDraft(session.state).themes.law).not.toHaveProperty('changed');
  },
);

test('[DRAFT17] earlier wordings of a theme lose a goal that was struck as well', () => {
  const session = themesJudged();
  session.wish('facilitator', edit('Factory first'));
  for (const command of [open('endorse')]) session.wish('facilitator', command);
  for (const [who, command] of judge(5, 2, 'theme:law')) session.wish(who, command);
  for (const command of [close('endorse'), reveal('endorse')]) session.wish('facilitator', command);
  session.wish('facilitator', { type: 'option.strike', activityId: 'vote', option: 'i1' });
  expect(composeDraft(session.state).themes.law).toMatchObject({
    before: [{ judged: { goals: [{ text: 'Own budget' }], goalsOut: 1 } }],
    changed: { judged: { goals: [{ text: 'Factory first' }], goalsOut: 1 } },
  });
  expect(JSON.stringify([project(session.state, 'screen'), reportOf(session)])).not.toContain('Clear powers');
});

test('[DRAFT15] moderation reaches into a judgement: a goal of a theme can be hidden while people judge it', () => {
  const session = themesJudged({ type: 'idea.hide', ideaId: 'i1' });
  expect(composeDraft(session.state).themes.law?.changed?.judged).toMatchObject({ goalsOut: 1 });
});

test('[DRAFT17] figures given to words that were hidden leave with them, and the line can be judged anew', () => {
  const heading = { text: 'Bad words', lang: 'ky' } as const;
  const { session } = given(
    ...collecting,
    ['p1', idea('i1', 'Bad words')],
    ['p2', idea('i2', 'Good words')],
    ...facilitates({ type: 'ideas.merge', priorityId: 'm1', ideaIds: ['i1', 'i2'], heading }, open('vote')),
    ['p1', ballot(['m1', 1])],
    ...facilitates(close('vote'), reveal('vote'), { type: 'goals.choose', activityId: 'vote', priorityIds: ['m1'] }),
    ...facilitates(open('endorse')),
    ...judge(1, undefined, 'goal:m1'),
    // Also while people judge: it is taken from them at once.
    ...facilitates({ type: 'idea.hide', ideaId: 'i1' }),
  );
  const endorse = () => project(session.state, 'participant').activity as EndorseView;
  expect(endorse().lines).toEqual([]);
  for (const command of [close('endorse'), reveal('endorse')]) session.wish('facilitator', command);
  expect(composeDraft(session.state).lines['goal:m1']).toMatchObject({ text: { text: 'Good words' } });
  expect(composeDraft(session.state).lines['goal:m1']).not.toHaveProperty('endorsement');
  expect(JSON.stringify([project(session.state, 'screen'), reportOf(session)])).not.toContain('Bad words');
  session.wish('facilitator', open('endorse'));
  expect(endorse().lines).toMatchObject([{ text: { text: 'Good words' }, round: 2 }]);
});

test('[DRAFT12] a log whose facts carry no words folds to the same, and so does a snapshot', () => {
  const { session } = given(...judged, ...facilitates(edit('Factory first')));
  const older = session.log.map((fact): RecordedEvent => {
    if (fact.type !== 'ActivityOpened') return fact;
    const { wordings: _, judge: __, ...data } = fact.data;
    return { ...fact, data };
  });
  const folded = older.reduce(evolve, initialState);
  expect(encodeState(folded)).toBe(encodeState(session.state));
  expect(decodeState(encodeState(session.state))?.wordingChanges).toEqual(session.state.wordingChanges);
});

test('[DRAFT12] [DRAFT13] whatever is done at the desk, a figure is of the line’s words or says of which', () => {
  const words = fc.constantFrom('One', 'Two', 'Own budget');
  const deed: fc.Arbitrary<(session: Session) => Command> = fc.oneof(
    words.map((text) => (session: Session) => edit(text, versionOf(session))),
    words.map(
      (text) =>
        (session: Session): Command => ({
          type: 'line.translate',
          lineId: GOAL,
          base: versionOf(session),
          lang: 'ru',
          text,
        }),
    ),
    fc.constant(({ state }: Session): Command => ({ type: 'moderation.undo', seq: state.acts.at(-1)?.seq ?? 0 })),
    fc
      .constantFrom(open('endorse'), close('endorse'), reveal('endorse'), open('plan'), {
        type: 'session.end',
      } as Command)
      .map((command) => () => command),
    fc.constant((): Command => ({ type: 'line.drop', lineId: GOAL, dropped: true })),
    fc.constant((): Command => ({ type: 'line.drop', lineId: GOAL, dropped: false })),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 14 }), (deeds) => {
      const { session } = given(...judged);
      for (const wish of deeds) {
        session.wish('facilitator', wish(session));
        const { endorse } = session.state.activities.endorse ?? {};
        const line = composeDraft(session.state).lines[GOAL];
        const result = line?.endorsement;
        if (line === undefined || result === undefined || result.given === 0) continue;
        const frozen = endorse?.wordings[GOAL];
        const now = wordingsNow(session.state, [GOAL])[GOAL];
        const isOfOtherWords = frozen?.text.text !== now?.text.text || frozen?.text.lang !== now?.text.lang;
        expect(result.changed?.judged.text ?? line.text).toEqual(frozen?.text);
        if (isOfOtherWords) expect(result.changed).toMatchObject({ at: expect.any(Number) });
      }
    }),
    { numRuns: 60 },
  );
});
