// A roll-up says which logs its figures are of, and what is known of each.
import { type DistrictSeal, districtOf } from '../../../server/engine/roll-up/district';
import { rollUp } from '../../../server/engine/roll-up/roll-up';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildRollUpDocument } from '../../../server/export/roll-up/roll-up-document';
import { renderRollUpJson } from '../../../server/export/roll-up/roll-up-json';
import { buildRollUpWorkbook } from '../../../server/export/roll-up/roll-up-workbook';
import { playSeminar } from '../../support/seminar';

const { state } = playSeminar();
const SEALS: readonly (readonly [DistrictSeal, string])[] = [
  [{ kind: 'own', key: '0123456789abcdef' }, 'signed by the key of this server'],
  [{ kind: 'signed', key: 'fedcba9876543210' }, 'brought in, signed by the key'],
  [{ kind: 'partly', key: 'fedcba9876543210', facts: 12 }, 'brought in, signed up to record 12 only'],
  [{ kind: 'unsigned' }, 'brought in unsigned: nothing in it contradicts itself'],
];
const codes = SEALS.map((_, at) => `ELES2${at}`);
const rolled = rollUp(
  { title: 'All', districts: codes.map((code, at) => ({ code, place: `Place${at}` })), matches: [], apart: [] },
  new Map(
    SEALS.map(([seal], at) => [codes[at] ?? '', { ...districtOf(state, `ab${at}2`, seal), code: codes[at] ?? '' }]),
  ),
);

test('[ROLL8] documents, workbook and open data name each log, its key and what is known of it', () => {
  const markdown = renderMarkdown(buildRollUpDocument(rolled, 0, 'en')).replace(/\\(?=\W)/g, '');
  const [districts] = buildRollUpWorkbook(rolled, 0, 'en').sheets;
  const { districts: open } = JSON.parse(renderRollUpJson(rolled, 0)) as { districts: object[] };
  for (const [at, [seal, words]] of SEALS.entries()) {
    const key = 'key' in seal ? (seal.key.match(/.{4}/g) ?? []).join(' ') : '–';
    expect(markdown).toContain(`| Place${at} | ELES2${at} | ab${at}2 | ${key} | ${words} |`);
    expect(districts?.table.rows[at]?.slice(-3)).toEqual([`ab${at}2`, key, words]);
    expect(open[at]).toMatchObject({ closingHash: `ab${at}2`, seal });
  }
});
