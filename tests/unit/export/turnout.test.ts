// Who took part in each step, in tables and papers: a figure, withheld, or a dash where there was nothing to answer.
import { LOCALES } from '../../../server/engine/vocabulary';
import type { Runs } from '../../../server/export/document';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
import { buildVisionDocument } from '../../../server/export/vision/vision-document';
import { wordsIn } from '../../../server/export/words';
import { playSeminar } from '../../support/seminar';

const reportAt = (...stop: Parameters<typeof playSeminar>) =>
  buildReport(playSeminar(...stop).state, { startedAt: 0, closingHash: '' });

test.each(LOCALES)('[CELL3] in %s a step with nothing to answer is a dash, neither zero nor withheld', (locale) => {
  for (const report of [reportAt(), reportAt('before the vote is revealed')]) {
    const { rows } = buildTable(report, 'turnout', locale);
    const dashed = report.turnout.map(({ kind, status }) => kind === 'group' || status === 'waiting');
    expect(new Set(dashed)).toEqual(new Set([true, false]));
    for (const [at, row] of rows.entries()) expect(row.slice(3).every((cell) => cell === '–')).toBe(dashed[at]);
  }
});

test.each(LOCALES)('[CELL3] in %s what is withheld is told to be any number, zero too', (locale) => {
  const told = wordsIn(locale)('markWithheld', { withheld: '…' });
  expect(told).toMatch({ ky: /нөл да/, ru: /и ноль тоже/, en: /zero too/ }[locale]);
  expect(told).not.toMatch(/never|никогда|билдирбейт/);
});

const textOf = (runs: Runs) => runs.map((run) => ('note' in run ? '' : run.text)).join('');

test.each(LOCALES)('[EXP42] in %s a document says who took part in each step, and how many judged', (locale) => {
  const say = wordsIn(locale);
  const report = reportAt();
  const { blocks } = buildVisionDocument(report, locale);
  const at = blocks.findIndex((block) => block.kind === 'heading' && textOf(block.runs) === say('turnoutTitle'));
  const shown = blocks.slice(at).find((block) => block.kind === 'table');
  // The table has the status too, which a document of an ended session need not tell.
  const wanted = buildTable(report, 'turnout', locale).rows.map(([step, , joined, took, ...groups]) =>
    [step, took, joined, ...groups].map((cell) => say.cell(cell ?? '')),
  );
  expect(shown?.kind === 'table' && shown.rows.map((row) => row.map(textOf))).toEqual(wanted);
  const judged = report.turnout.find(({ kind }) => kind === 'endorse');
  const told = blocks.map((block) => ('runs' in block ? textOf(block.runs) : ''));
  expect(judged?.tookPart).toBeGreaterThan(0);
  expect(told).toContain(say('judgedByOf', { people: judged?.tookPart ?? 0, joined: judged?.joined ?? 0 }));
});

test.each(LOCALES)('[EXP42] in %s the paper names the page on which its archive is checked', (locale) => {
  expect(wordsIn(locale)('verify')).toContain(' /verify ');
});
