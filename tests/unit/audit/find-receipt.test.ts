import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { findReceipt, receiptOfId } from '../../../server/audit/find-receipt';
import { receiptOf } from '../../../server/engine/receipt';
import { fencesOf } from '../../support/protocol-page';

const archive = (fencesOf('archive', 'jsonl')[0]?.text ?? '').split('\n');
const ME = '9kVR_NbweCPLh5cc-5FEZC';
type Fact = { readonly actor: { readonly id?: string }; readonly type: string };
const mine = archive
  .slice(1, -1)
  .map((line) => JSON.parse(line) as Fact)
  .filter(({ actor }) => actor.id === ME);

test('[VER4] a receipt finds every fact of its person, and of nobody else', async () => {
  const found = await findReceipt(archive, receiptOf(ME));
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

test('[VER4] the phone and the search make the same receipt of an id, each in its own way', () => {
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{22}$/), (id) => receiptOfId(id) === receiptOf(id)));
});

test('[VER4] a receipt is found in small letters, with a dash, and typed on a Russian keyboard; an earlier one by its beginning', async () => {
  const twins: Readonly<Record<string, string>> = {
    A: 'А',
    C: 'С',
    E: 'Е',
    H: 'Н',
    K: 'К',
    M: 'М',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
  };
  const receipt = receiptOf(ME);
  const russian = [...receipt].map((sign) => twins[sign] ?? sign).join('');
  for (const typed of [
    receipt.toLowerCase(),
    receipt.replace(/(....)/, '$1-'),
    russian.toLowerCase(),
    ME.slice(0, 8),
  ]) {
    expect((await findReceipt(archive, typed)).length).toBe(mine.length);
  }
});

test('[VER4] a thousand people have a thousand receipts', () => {
  const ids = Array.from({ length: 1_000 }, (_, at) =>
    createHash('sha256').update(String(at)).digest('base64url').slice(0, 22),
  );
  expect(new Set(ids.map(receiptOf)).size).toBe(ids.length);
  for (const id of ids) expect(receiptOf(id)).toMatch(/^[ACEHKMPTXY2456789]{8}$/);
});
