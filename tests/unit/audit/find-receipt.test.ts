import { findReceipt, RECEIPT_LENGTH } from '../../../server/audit/find-receipt';
import * as limits from '../../../server/engine/limits';
import { fencesOf } from '../../support/protocol-page';

const archive = (fencesOf('archive', 'jsonl')[0]?.text ?? '').split('\n');
const ME = '9kVR_NbweCPLh5cc-5FEZC';
type Fact = { readonly actor: { readonly id?: string }; readonly type: string };
const mine = archive
  .slice(1, -1)
  .map((line) => JSON.parse(line) as Fact)
  .filter(({ actor }) => actor.id === ME);

test('[VER4] a receipt finds every fact of its person, and of nobody else', async () => {
  const found = await findReceipt(archive, ME.slice(0, RECEIPT_LENGTH));
  expect(found.map(({ type }) => type)).toEqual(mine.map(({ type }) => type));
  for (const { record, type } of found) expect(archive[record - 1]).toContain(`"type":"${type}"`);
});

test('[VER4] with the person’s own words and choices, in words', async () => {
  const found = await findReceipt(archive, ' 9kVR _Nbw ');
  const details = (type: string) => found.filter((line) => line.type === type).map((line) => line.details);
  expect(details('IdeaSubmitted')).toContainEqual(['Жаштар айылда калсын']);
  expect(details('BallotCast').flat().join(' ')).toContain('Ар бир үйдө таза суу: ');
  expect(details('EndorsementGiven').flat()).toEqual([expect.stringMatching(/^\D+: 1$/)]);
});

test.each(['', '9kVR', '9KVR_NBW', 'toString'])('[VER4] %j finds nothing', async (typed) => {
  expect(await findReceipt(archive, typed)).toEqual([]);
});

test('the phone shows as many characters as are looked for', () => {
  expect(RECEIPT_LENGTH).toBe(limits.RECEIPT_LENGTH);
});
