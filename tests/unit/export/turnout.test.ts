// Who took part in each step, in tables and papers: a figure, withheld, or a dash where there was nothing to answer.
import { LOCALES } from '../../../server/engine/vocabulary';
import { buildReport } from '../../../server/export/report';
import { buildTable } from '../../../server/export/tables';
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
