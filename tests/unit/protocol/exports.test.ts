// docs/protocol/exports.md against the code: every table of the example session, and the words in it.
import { LOCALES } from '../../../server/engine/vocabulary';
import { renderCsv } from '../../../server/export/csv';
import { buildReport } from '../../../server/export/report';
import { wordsIn } from '../../../server/export/words';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { facts, stateAt } from '../../support/example-session';
import { fencesOf, sectionOf } from '../../support/protocol-page';

describe('exports', () => {
  const seq = facts.length;
  const report = buildReport(stateAt(seq), { startedAt: facts[0]?.at ?? 0, closingHash: '' });

  test.each(TABLE_NAMES)('%s.csv is that of the example session', (table) => {
    const text = fencesOf(table, 'csv')[0]?.text.replaceAll('\n', '\r\n');
    expect(`\ufeff${text}\r\n`).toBe(renderCsv(report, table, 'en'));
  });

  test('words that stand for values are those of the exports', () => {
    const rows =
      sectionOf('Exports')
        .tables.find(([head]) => head?.includes('ky'))
        ?.slice(1) ?? [];
    for (const [word, ...said] of rows)
      expect(said).toEqual(LOCALES.map((locale) => wordsIn(locale)(word as Parameters<ReturnType<typeof wordsIn>>[0])));
    expect(rows.length).toBeGreaterThan(8);
  });
});
