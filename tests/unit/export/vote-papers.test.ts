// What stands beside a vote in papers, so that its figures can be read without this program.

import { LOCALES } from '../../../server/engine/vocabulary';
import { judgedFigures } from '../../../server/engine/voting/publishing/endorsement';
import { renderCsv } from '../../../server/export/csv';
import { groupTexts } from '../../../server/export/judgement-words';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildReport } from '../../../server/export/report';
import type { Cell } from '../../../server/export/table';
import { buildTable } from '../../../server/export/tables';
import { keysOf } from '../../../server/export/vision/group-keys';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { METHODS, playJudgedHall } from '../../support/judged-hall';
import { inAll } from '../../support/workshop';

/** One hall a method: playing one takes a while. */
const reports = new Map(
  METHODS.map((method) => {
    const { state } = playJudgedHall({ seed: 'a', method, judge: 'lines' });
    return [method.name as string, buildReport(state, { startedAt: 0, closingHash: '' })] as const;
  }),
);
// Exact figures of fair share are fractions.
const dots = reports.get('dots');
if (dots !== undefined)
  reports.set('dots by fair share', {
    ...dots,
    votes: dots.votes.map((vote) => ({ ...vote, settings: { ...vote.settings, rule: 'fair_share' } })),
  });
const reportOf = (name: string) => {
  const report = reports.get(name);
  if (report === undefined) throw new Error('no method');
  return report;
};
/** The first table with such a heading, cell by cell, heading first. */
const tableOf = (paper: string, heading: RegExp): readonly (readonly string[])[] => {
  const lines = paper.split('\n');
  const from = lines.findIndex((line) => heading.test(line));
  const upTo = lines.findIndex((line, at) => at > from && !line.startsWith('|'));
  const rows = lines.slice(from, upTo).map((line) => line.split('|').slice(1, -1));
  return rows.filter((_, at) => at !== 1).map((row) => row.map((cell) => cell.trim()));
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

test('[EXP15] figures are options by groups, in the order of what decided, and no column is empty', () => {
  const options = reportOf('dots').votes[0]?.options ?? [];
  const [head = [], ...rows] = tableOf(paperOf('dots'), /^\| Rank \| Priority \|/);
  expect(head.slice(0, 2)).toEqual(['Rank', 'Priority']);
  expect(head.slice(-3)).toEqual(['heads', 'communities', 'civil']);
  const last = options.length;
  const decided = [...options].sort((a, b) => (a.place ?? last) - (b.place ?? last) || (a.rank ?? 0) - (b.rank ?? 0));
  expect(decided.filter(({ place }) => place !== undefined).length).toBeGreaterThan(1);
  expect(rows.map(([, priority]) => priority)).toEqual(decided.map(({ heading }) => heading.text));
  for (const at of head.keys()) expect(rows.some((row) => row[at] !== '')).toBe(true);
});

test('[EXP15] from four groups on a letter stands for each', () => {
  const groups = ['heads', 'communities', 'civil', 'youth'].map((id) => ({ id, name: inAll(id) }));
  expect(keysOf(groups.slice(0, 3), wordsIn('en'))).toEqual(['heads', 'communities', 'civil']);
  expect(keysOf(groups, wordsIn('en'))).toEqual(['A', 'B', 'C', 'D']);
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

test('[EXP43] the order of the rows is told where places are per theme, and only there', () => {
  const told =
    'The rows: the first place of every theme, then the second places, and so on; last what is not chosen. The rank is among all themes, the place within its own.';
  const report = reportOf('dots');
  const asked = (per: 'theme' | 'all') => {
    const votes = report.votes.map((vote) => ({ ...vote, settings: { ...vote.settings, per } }));
    return renderMarkdown(buildVisionDocument({ ...report, votes }, 'en')).replaceAll('\\', '');
  };
  expect(asked('theme')).toContain(told);
  expect(asked('all')).not.toContain(told);
});

const looksLikeDate = (cell: Cell) => typeof cell === 'string' && /^\d+ ?[/.-] ?\d+( ?[/.-] ?\d+)?$/.test(cell);

test.each([...reports.keys()])('[EXP44] no figure of ours looks like a date: %s', (method) => {
  for (const locale of LOCALES)
    for (const table of TABLE_NAMES)
      expect(buildTable(reportOf(method), table, locale).rows.flat().filter(looksLikeDate)).toEqual([]);
});

test('[EXP45] a contested line names each group that alone makes it so', () => {
  const say = wordsIn('en');
  const groups = [{ id: 'heads', name: { ky: 'Heads', ru: 'Heads', en: 'Heads' } }];
  const counts = [30, 0, 0, 1, 3, 0, 0, 0];
  const figures = judgedFigures(
    { counts, split: { byGroup: { heads: [2, 0, 0, 1, 3, 0, 0, 0] } }, seq: 1, held: false },
    5,
  );
  expect(figures.mark).toBe('contested');
  expect(groupTexts(figures, groups, say)[0]).toBe('Heads: 2 of 5 who did not abstain support it, fewer than half');
  expect(groupTexts({ ...figures, mark: 'agreed' }, groups, say)).not.toContain(groupTexts(figures, groups, say)[0]);
});
