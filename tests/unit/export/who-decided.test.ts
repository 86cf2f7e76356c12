// What the desk decided stands in the papers with its time, and with the name under which it was recorded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { evolve } from '../../../server/engine/evolve';
import { initialState, type SessionState } from '../../../server/engine/state';
import { LOCALES } from '../../../server/engine/vocabulary';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { playSeminar } from '../../support/seminar';
import type { Session } from '../../support/specification';

function decided(): Session {
  const session = playSeminar('while judging');
  const settings = {
    method: { name: 'dots', budget: 5, cap: 3 },
    rule: 'most_supported',
    places: 1,
    weights: 'person',
  } as const;
  for (const command of [
    { type: 'vote.configure', activityId: 'vote', settings },
    { type: 'goals.choose', activityId: 'vote', priorityIds: ['i3'], reason: { text: 'Себеп', lang: 'ky' } },
  ] as const) {
    const outcome = session.wish('facilitator', command);
    if (typeof outcome === 'string') throw new Error(`${command.type}: ${outcome}`);
  }
  return session;
}

/** The same log, but that whoever sat at the desk had given a name. */
function stateOf({ log }: Session, name?: string): SessionState {
  return log.reduce(
    (state, fact) =>
      evolve(state, fact.actor.role === 'facilitator' && name ? { ...fact, actor: { ...fact.actor, name } } : fact),
    initialState,
  );
}

const session = decided();
const reportBy = (name?: string) => buildReport(stateOf(session, name), { startedAt: 0, closingHash: 'ab' });

test.each(LOCALES)(
  '[EXP41] other goals and later settings say when they were recorded and by whom, in %s',
  (locale) => {
    const say = wordsIn(locale);
    const at = say.moment(session.log.at(-1)?.at ?? 0);
    const named = renderMarkdown(buildVisionDocument(reportBy('Айгүл'), locale));
    const told = say('recorded', { at, desk: `${say('changedAtDesk')} (Айгүл)` });
    // [EXP10] In people's words, with their language where it is another one.
    const mark = locale === 'ky' ? '' : ' (ky)';
    expect(named).toContain(`**${say('departure', { reason: 'Себеп' })}**${mark}\n\n**${told}**`);
    expect(named).toContain(`${say('settingsChanged')} ${told}`);
    const nameless = renderMarkdown(buildVisionDocument(reportBy(), locale));
    expect(nameless).toContain(`${say('settingsChanged')} ${say('recorded', { at, desk: say('changedAtDesk') })}`);
    expect(nameless).not.toContain('Айгүл');
  },
);

test('[EXP10] in tables a reason has a column for its language', () => {
  const { head, rows } = buildTable(reportBy(), 'outcomes', 'en');
  const at = head.indexOf(wordsIn('en')('departureReason'));
  const lang = head.indexOf(wordsIn('en')('reasonLanguage'));
  expect(rows.map((row) => [row[at], row[lang]])).toContainEqual(['Себеп', 'ky']);
});

test('[EXP10] words in another language than their row names bear its mark in tables, and beside a translation in papers', () => {
  const report = buildReport(playSeminar().state, { startedAt: 0, closingHash: '' });
  const [own] = report.lines.filter(({ line }) => line.kind === 'action');
  if (own?.line.action === undefined) throw new Error('no action');
  const { text } = own.line;
  const line = {
    ...own.line,
    original: { text: 'Как составлено', lang: 'ru' as const },
    translations: { en: { text: 'Pipes', lang: 'en' as const } },
  };
  const { head, rows } = buildTable({ ...report, lines: [{ ...own, line }] }, 'lines', 'en');
  expect(text.lang).toBe('ky');
  expect(rows[0]?.[head.indexOf(wordsIn('en')('composed'))]).toBe('Как составлено (ru)');
  const themes = report.themes.map((chapter) => ({
    ...chapter,
    goals: chapter.goals.map((goal) => ({
      ...goal,
      actions: goal.actions.map((action) => (action.id === line.id ? line : action)),
    })),
  }));
  const paper = renderMarkdown(buildVisionDocument({ ...report, themes }, 'en'));
  expect(paper).toContain('| Pipes');
  expect(paper).toContain(`| ${own.line.action.who} (ky) |`);
});

test('[EXP41] [DRAFT13] so do lines that read otherwise', () => {
  const report = buildReport(stateOf(playSeminar(), 'Айгүл'), { startedAt: 0, closingHash: '' });
  expect(renderMarkdown(buildVisionDocument(report, 'en'))).toMatch(/Changed after the vote: [^\n]*, by Айгүл\./);
});

test('[EXP41] [EXP7] the open data have them, as the schema says', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../../docs/schema/vision-report.schema.json'), 'utf8'));
  const data = JSON.parse(renderJson(reportBy('Айгүл')));
  const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(schema);
  expect([validate(data), validate.errors]).toEqual([true, null]);
  expect(data.votes[0]).toMatchObject({
    settingsChanged: true,
    settingsRecorded: { by: 'Айгүл' },
    departure: { recorded: { by: 'Айгүл' } },
  });
});
