// Columns of tables and sheets are told apart by their names, in every language and whatever people call groups and districts.
import { districtOf } from '../../../server/engine/roll-up/district';
import { rollUp } from '../../../server/engine/roll-up/roll-up';
import { LOCALES } from '../../../server/engine/vocabulary';
import { buildReport, type Report } from '../../../server/export/report';
import { buildRollUpWorkbook } from '../../../server/export/roll-up/roll-up-workbook';
import { buildTable } from '../../../server/export/tables';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { buildWorkbook } from '../../../server/export/workbook';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { playSeminar } from '../../support/seminar';
import { inAll } from '../../support/workshop';

const { state } = playSeminar();
const report = buildReport(state, { startedAt: 0, closingHash: '' });

function repeated(head: readonly (string | number)[]): readonly (string | number)[] {
  return head.filter((name, at) => head.indexOf(name) !== at);
}

test.each(LOCALES)('[EXP40] no two columns of a table or sheet have one name in %s', (locale) => {
  for (const name of TABLE_NAMES) {
    const { head } = buildTable(report, name, locale);
    // Names of ours differ by what they say, not by a number.
    expect([name, repeated(head), head.filter((one) => /\(\d\)$/.test(String(one)))]).toEqual([name, [], []]);
  }
  for (const { sheet, table } of buildWorkbook(report, locale).sheets)
    expect([sheet, repeated(table.head)]).toEqual([sheet, []]);
});

test.each(LOCALES)('[EXP40] not even where groups or districts are called alike, or like a column, in %s', (locale) => {
  const say = wordsIn(locale);
  const names = [say('goal'), say('goal'), `${say('goal')} (2)`];
  const groups = report.groups.map((group, at) => ({ ...group, name: inAll(names[at] ?? '') }));
  const called: Report = { ...report, groups };
  for (const name of TABLE_NAMES) expect([name, repeated(buildTable(called, name, locale).head)]).toEqual([name, []]);
  const codes = ['ELES21', 'ELES22', 'ELES23'];
  const districts = codes.map((code, at) => ({ code, place: names[at] ?? '' }));
  const sessions = new Map(codes.map((code) => [code, { ...districtOf(state, 'ab'), code }]));
  const matches = [
    {
      id: 'm',
      heading: { text: 'Common', lang: 'en' as const },
      members: codes.map((code) => ({ code, priorityId: 'p1' })),
    },
  ];
  const workbook = buildRollUpWorkbook(rollUp({ title: 'All', districts, matches, apart: [] }, sessions), 0, locale);
  for (const { sheet, table } of workbook.sheets) expect([sheet, repeated(table.head)]).toEqual([sheet, []]);
});

test.each(LOCALES)('[EXP40] a document names the theme of each option of a vote, as the tables do, in %s', (locale) => {
  const say = wordsIn(locale);
  const { blocks } = buildVisionDocument(report, locale);
  const chosen = blocks.find((block) => block.kind === 'table' && block.head.includes(say('chosen')));
  if (chosen?.kind !== 'table') throw new Error('no table');
  const at = chosen.head.indexOf(say('theme'));
  const inDocument = chosen.rows.map((row) => row[at]?.map((run) => ('note' in run ? '' : run.text)).join(''));
  expect(inDocument).toEqual(report.votes[0]?.options.map(({ theme }) => theme[locale]));
});
