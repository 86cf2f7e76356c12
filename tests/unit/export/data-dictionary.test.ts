// docs/data-dictionary.md names every column of every table, in order, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { playSeminar } from '../../support/seminar';

const page = readFileSync(join(__dirname, '../../../docs/data-dictionary.md'), 'utf8');
const report = buildReport(playSeminar().state, { startedAt: 0, closingHash: '' });
const groups = report.groups.map(({ name }) => name.en);

const sections = page.split(/^## /m).slice(1);

test('every table has its section, in order', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual([...TABLE_NAMES]);
});

test.each(TABLE_NAMES)('the columns of %s', (table) => {
  const section = sections.find((text) => text.startsWith(`${table}\n`)) ?? '';
  const listed = [...section.matchAll(/^\| (?:\d+|…) \| (.+?) \| .+ \|$/gm)].map(([, column]) => column);
  const head = buildTable(report, table, 'en').head.map(String);
  const expected = head.filter((column) => !groups.slice(1).includes(column));
  expect(listed).toEqual(expected.map((column) => (column === groups[0] ? '*each stakeholder group*' : column)));
});
