// What was written at the desk, in every document: translations, relations, joined lines, an action under two goals.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { Command } from '../../../server/engine/commands';
import { renderDocx } from '../../../server/export/docx/render-docx';
import { renderJson } from '../../../server/export/json';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { paragraphsOf, unpack } from '../../support/office-files';
import { facilitates, planning, reveal } from '../../support/scenes';
import { given } from '../../support/specification';

const relations = (lineId: string, wish: object): Command => ({
  type: 'line.relate',
  lineId,
  base: 0,
  goalLineIds: [],
  seeAlso: [],
  dependsOn: [],
  ...wish,
});
const own = (id: string, kind: 'goal' | 'step', text: string): Command => ({
  type: 'line.add',
  lineId: `own:${id}`,
  kind,
  themeId: 'law',
  text,
  lang: 'en',
});
/** Goals i2 (law, with action a1), i3 (services); need i4 and step i5 (law); those written here after them. */
const { session } = given(
  ...planning,
  ...facilitates(
    reveal('plan'),
    { type: 'line.translate', lineId: 'goal:i2', base: 0, text: 'Свой бюджет', lang: 'ru' },
    relations('action:a1', {
      goalLineIds: ['goal:i3'],
      dependsOn: [{ text: 'Программа <2030>', lang: 'ru' }],
      seeAlso: ['need:i4'],
    }),
    own('x', 'step', 'Written here'),
    own('y', 'step', 'Joined into the other'),
    { type: 'line.join', lineId: 'own:y', into: 'own:x' },
  ),
);
const report = buildReport(session.state, { startedAt: 1_790_000_000_000, closingHash: 'abc123' });
const linesOf = (json: string) => (JSON.parse(json) as { lines: Record<string, unknown>[] }).lines;

test('[EXP10] a translated line is in the reader’s language, and its note has the original', () => {
  const goal = session.state.activities.vote?.vote?.options.find(({ id }) => id === 'i2')?.heading.text ?? '';
  const russian = renderMarkdown(buildVisionDocument(report, 'ru'));
  expect(russian).toMatch(/#### 1\.1\. Свой бюджет \\\[\d+\\\]/);
  expect(russian).toContain(`На языке оригинала: ${goal}`);
  expect(renderMarkdown(buildVisionDocument(report, 'en'))).not.toContain('Свой бюджет');
});

test('[EXP10] an action stands under each goal it serves, with one note and what it depends on', () => {
  const text = renderMarkdown(buildVisionDocument(report, 'en'));
  expect(text).not.toContain('No action has been proposed');
  expect(text.match(/^\| .*Depends on: Программа \\<2030\\> \(ru\) · Also serves: /gm)).toHaveLength(2);
});

test('[EXP10] lines written in the room say so, and carry those joined into them', async () => {
  const parts = unpack(await renderDocx(buildVisionDocument(report, 'en')));
  const notes = paragraphsOf(parts['word/footnotes.xml'] ?? '').map((one) => one.trim());
  expect(notes).toContain('Joined with it: Joined into the other');
  expect(notes.filter((one) => one === 'Written in the room during the discussion.')).toHaveLength(2);
  expect(paragraphsOf(parts['word/document.xml'] ?? '').join('\n')).not.toContain('Joined into the other');
});

test('[EXP10] [EXP7] open data name related lines by number, as the schema says', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../../docs/schema/vision-report.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(schema);
  expect(validate(JSON.parse(renderJson(report)))).toBe(true);
  const lines = linesOf(renderJson(report));
  const [need, goal, action, , step] = lines;
  expect(lines.map(({ kind }) => kind)).toEqual(['need', 'goal', 'action', 'step', 'step', 'goal']);
  expect(goal).toMatchObject({ translations: { ru: 'Свой бюджет' } });
  expect(action).toMatchObject({ goal: goal?.number, alsoServes: [lines.length], seeAlso: [need?.number] });
  expect(step).toMatchObject({ writtenInRoom: true, joined: [{ text: { text: 'Joined into the other' } }] });
});

test('[EXP10] the table of lines has a column for each', () => {
  const { head, rows } = buildTable(report, 'lines', 'en');
  const cell = (row: number, name: string) => rows[row]?.[head.indexOf(name)];
  expect(cell(1, 'Translation: ru')).toBe('Свой бюджет');
  expect(cell(2, 'Depends on')).toBe('Программа <2030> (ru)');
  expect(cell(2, 'Also serves')).toBe(String(rows.length));
  expect(cell(2, 'See also')).toBe('1');
});
