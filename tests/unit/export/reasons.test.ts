// Why an option was chosen, in the words of every paper.
import type { ReportReason } from '../../../server/export/report-votes';
import { reasonText } from '../../../server/export/vote-tables';
import { wordsIn } from '../../../server/export/words';

const say = wordsIn('en', 'Asia/Bishkek');
const reason: ReportReason = { place: 1, people: 2, groups: 0, phase: 'most-supported' };

test('[CELL7] groups that are all withheld are not counted as none', () => {
  expect(reasonText(reason, say)).toBe('1 · people: 2');
  expect(reasonText({ ...reason, groups: 3 }, say)).toBe('1 · people: 2, groups shown: 3');
});
