import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createSimilarityIndex, SUGGESTED } from '../../../server/engine/text/similarity-index';
import { suggestGroups, suggestSimilar } from '../../../server/engine/text/suggest';

const ideas = readFileSync('prisma/templates/priorities-ky-ru-en.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { ky: string; ru: string; en: string });

function indexOf(texts: Readonly<Record<string, string>>) {
  const index = createSimilarityIndex();
  for (const [id, text] of Object.entries(texts)) index.put(id, text);
  return index;
}

const empty = createSimilarityIndex();

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(...ideas.flatMap(({ ky, ru, en }) => [ky, ru, en])),
);

test('likeness is symmetric, lies between 0 and 1, and does not change the index', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const there = empty.compare(a, b);
      expect(empty.compare(b, a)).toEqual(there);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(1);
    }),
  );
});

test('every idea of the rehearsal is most like itself', () => {
  const index = indexOf(Object.fromEntries(ideas.map(({ ky }, at) => [`i${at}`, ky])));
  for (const [at, { ky }] of ideas.entries()) {
    expect(suggestSimilar(index, ky, { limit: 1 })).toEqual([
      { id: `i${at}`, score: expect.closeTo(1, 9), kind: 'same' },
    ]);
  }
});

test.each([
  ['Эскирген суу түтүктөрүн алмаштыруу', 'эскирген суу тутукторун алмаштыруу'],
  ['Эскирген суу түтүктөрүн алмаштыруу', 'Эскирген суу т\\т\\ктър\\н алмаштыруу'],
  ['Жайыттарды калыбына келтирүү', 'Жaйыттaрды кaлыбынa келтирүү'],
  ['Көпүрө', 'КОПУРО'],
])('typed in another way it is the same: %s / %s', (a, b) => {
  expect(empty.compare(a, b)).toEqual({ score: expect.closeTo(1, 9), kind: 'same' });
});

test('a removed idea is not suggested, a changed one by its new text', () => {
  const index = indexOf({ road: 'Repair the road to the pasture', school: 'Build a new school' });
  index.put('road', 'Buy an ambulance for the hospital');
  index.remove('school');
  index.remove('unknown');
  expect(suggestSimilar(index, 'Repair the pasture road', { limit: 3 })).toEqual([]);
  expect(suggestSimilar(index, 'Build a new school', { limit: 3 })).toEqual([]);
  expect(suggestSimilar(index, 'An ambulance for our hospital', { limit: 3 })).toHaveLength(1);
});

test('adding and removing leaves the index as it was', () => {
  const index = indexOf({ road: 'Repair the road to the pasture' });
  const before = index.compareAll('Repair roads');
  index.put('x', 'Roads, roads, roads');
  index.remove('x');
  expect(index.compareAll('Repair roads')).toEqual(before);
});

test('an idea in another language is a weaker suggestion than the same words', () => {
  const index = indexOf({ ru: 'Отремонтировать крышу школы', ky: 'Мектептин чатырын оңдоо', other: 'Спорт аянтчасы' });
  const [first, second, ...rest] = suggestSimilar(index, 'Мектептин чатырын ондоо', { limit: 5 });
  expect(first).toMatchObject({ id: 'ky', kind: 'same' });
  expect(second).toMatchObject({ id: 'ru', kind: 'translation' });
  expect(rest).toEqual([]);
});

test('an opposite is named as one and comes after what agrees', () => {
  const index = indexOf({ no: 'Айылдагы эски мектепти жаппагыла', yes: 'Эски мектепти жабуу керек' });
  const found = suggestSimilar(index, 'Айылдагы эски мектепти жапкыла', { limit: 2 });
  expect(found.map(({ id, kind }) => [id, kind])).toEqual([
    ['yes', 'same'],
    ['no', 'opposite'],
  ]);
});

test('nothing is suggested for a few letters, nor what the caller leaves out', () => {
  const index = indexOf({ a: 'Суу' });
  expect(suggestSimilar(index, 'Суу', { limit: 2 })).toEqual([]);
  index.remove('a');
  index.put('b', 'Таза суу керек');
  expect(suggestSimilar(index, 'Таза суу керек', { limit: 2, except: ['b'] })).toEqual([]);
});

test('groups join what is alike and never opposites, even through a third idea', () => {
  const index = indexOf({
    a: 'Marijuana should be legalized and taxed',
    b: 'Marijuana should be legalized',
    c: 'Marijuana should not be legalized',
    d: 'Repair the bridge to the pasture',
    e: 'The bridge to the pasture must be repaired',
    f: 'Open a youth centre',
  });
  const groups = suggestGroups(index).map(({ ids }) => [...ids].sort());
  expect(groups.sort()).toEqual([
    ['a', 'b'],
    ['d', 'e'],
  ]);
});

test('an index counts nothing twice: the same texts in another order give the same groups', () => {
  const texts = Object.fromEntries(
    ideas.flatMap(({ ky, ru }, at) => [
      [`k${at}`, ky],
      [`r${at}`, ru],
    ]),
  );
  const shape = (of: Record<string, string>) =>
    suggestGroups(indexOf(of))
      .map(({ ids }) => [...ids].sort().join())
      .sort();
  expect(shape(Object.fromEntries(Object.entries(texts).reverse()))).toEqual(shape(texts));
});

test('500 ideas stay interactive', () => {
  const texts = Array.from({ length: 500 }, (_, at) => {
    const { ky, ru, en } = ideas[at % ideas.length] ?? { ky: '', ru: '', en: '' };
    const { en: more } = ideas[(at * 7 + 3) % ideas.length] ?? { en: '' };
    return `${[ky, ru, en][at % 3]} ${at} ${more}`;
  });
  const index = indexOf(Object.fromEntries(texts.map((text, at) => [`i${at}`, text])));
  const took = (run: () => void) => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user / 1000;
  };
  const each = Array.from({ length: 40 }, (_, at) =>
    took(() => {
      index.put('new', `${texts[at]} again`);
      suggestSimilar(index, texts[at + 1] ?? '', { limit: 3 });
    }),
  ).sort((a, b) => a - b);
  // 5 ms and 1 s on a laptop; the room left is for a busy machine.
  expect(each[20]).toBeLessThan(15);
  expect(took(() => suggestGroups(index))).toBeLessThan(3000);
  expect(index.compareAll(texts[0] ?? '').filter(({ score }) => score >= SUGGESTED).length).toBeGreaterThan(0);
});
