// What stands beside a vote in papers, so that its figures can be read without this program.
import { LOCALES } from '../../../server/engine/vocabulary';
import { renderCsv } from '../../../server/export/csv';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import { buildTable, type Cell } from '../../../server/export/tables';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { METHODS, playJudgedHall } from '../../support/judged-hall';

const reportOf = (name: string, seed = 'a') => {
  const method = METHODS.find((one) => one.name === name);
  if (method === undefined) throw new Error('no method');
  return buildReport(playJudgedHall({ seed, method, judge: 'lines' }).state, { startedAt: 0, closingHash: '' });
};
const paperOf = (name: string) => renderMarkdown(buildVisionDocument(reportOf(name), 'en')).replaceAll('\\', '');

test.each([
  ['dots', /Ballot: dots, \d+ each, at most \d+ on one\./],
  ['approval', /Ballot: approval, at most \d+\./],
  ['score', /Ballot: scores, 1 to \d\./],
  ['ranking', /Ballot: ranking/],
] as const)('[EXP43] the line of the ballot says what a ballot could hold: %s', (method, line) => {
  expect(paperOf(method)).toMatch(line);
});

test('[EXP43] how ties are broken stands beside each vote, and of what a share is among the marks', () => {
  expect(paperOf('dots')).toContain('Equal votes: more supporters first, then the one written earlier.');
  expect(paperOf('score')).toContain('Ties: more supporters first, then the one written earlier.');
  expect(paperOf('dots')).toContain('A share of agreement is of those who did not abstain.');
});

test('[EXP43] of scores papers say which criterion decides, and give the figures it decides by', () => {
  const paper = paperOf('score');
  expect(paper).toMatch(/“[^”]+” alone decides: first its middle score/);
  expect(paper).toMatch(/middle score: \d; 4 or 5 given by \d+ of \d+/);
  expect(renderCsv(reportOf('score'), 'results', 'en')).toContain('Lower median');
});

test('[EXP43] groups behind a place are counted as groups shown', () => {
  expect(buildTable(reportOf('dots'), 'outcomes', 'en').head).toContain('Groups shown');
});

const looksLikeDate = (cell: Cell) => typeof cell === 'string' && /^\d+ ?[/.-] ?\d+( ?[/.-] ?\d+)?$/.test(cell);

test.each(METHODS.map(({ name }) => name))('[EXP44] no figure of ours looks like a date: %s', (method) => {
  for (const seed of ['a', 'm2', 'm16'])
    for (const locale of LOCALES)
      for (const table of TABLE_NAMES)
        expect(buildTable(reportOf(method, seed), table, locale).rows.flat().filter(looksLikeDate)).toEqual([]);
});
