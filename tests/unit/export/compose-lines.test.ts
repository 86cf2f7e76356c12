import * as fc from 'fast-check';
import { unitsOf } from '../../../server/export/break-words';
import { fitColumns } from '../../../server/export/fit-columns';
import { measureText } from '../../../server/export/measure-text';
import { composeLines, type Piece } from '../../../server/export/pdf/compose-lines';

const measure = (text: string) => text.length;
const piece = (text: string, color = 'black'): Piece => ({ text, font: 'regular', color });
const linesOf = (pieces: readonly Piece[], width: number) =>
  composeLines(pieces, width, measure).map(({ pieces: placed }) => placed.map(({ text }) => text).join(''));

test('[EXP14] lines end at spaces and after hyphens inside words, nowhere else', () => {
  expect(unitsOf('Иш-аракет  3–5 2030-ж. а/б ')).toEqual(['Иш-', 'аракет  ', '3–5 ', '2030-ж. ', 'а/б ']);
  expect(linesOf([piece('жергиликтүү иш-аракет бар')], 12)).toEqual(['жергиликтүү', 'иш-аракет', 'бар']);
  expect(linesOf([piece('иш-аракеттер')], 11)).toEqual(['иш-', 'аракеттер']);
  // Of two colours, and a reference to a note that belongs to the word before it.
  expect(linesOf([piece('таза суу'), piece('\u00a0[12]', 'grey')], 9)).toEqual(['таза', 'суу\u00a0[12]']);
});

test('[EXP14] nothing is lost, no line is too long, and no word that fits is broken', () => {
  const word = fc.stringMatching(/^[а-яөүң-]{1,14}$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1 }),
      fc.integer({ min: 4, max: 30 }),
      (runs, width) => {
        const pieces = runs.map((words, at) => piece(`${words.join(' ')} `, String(at % 2)));
        const lines = linesOf(pieces, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(runs.flat().join(''));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        const units = new Set(runs.flat().flatMap((one) => unitsOf(one)));
        for (const unit of [...units].filter(({ length }) => length <= width))
          expect(lines.some((line) => line.includes(unit))).toBe(true);
      },
    ),
  );
});

test('[EXP13] words that run from right to left stand in their own order, read in the order they were written', () => {
  const [line] = composeLines([piece('суу مرحبا بالعالم 2030!')], 100, measure);
  const at = new Map(line?.pieces.map(({ text, x }) => [text.trim(), x]));
  expect(line?.rightToLeft).toBe(false);
  expect(at.get('суу')).toBe(0);
  // The second word is left of the first.
  expect(at.get('بالعالم') ?? 0).toBeLessThan(at.get('مرحبا') ?? 0);
  expect(line?.pieces.map(({ text }) => text).join('')).toBe('суу مرحبا بالعالم 2030!');
  const [turned] = composeLines([piece('שלום (עולם)')], 100, measure);
  expect(turned?.rightToLeft).toBe(true);
  expect(turned?.pieces.at(-1)).toMatchObject({ text: ')עולם(', x: 0 });
});

test('[EXP14] a column is as wide as its longest word, and letters become smaller before a word is broken', () => {
  const head = ['№', 'Артыкчылыктардын', 'Жергиликтүү өз алдынча башкаруу', 'Администрациялардын'];
  const rows = [[[{ text: '1' }], [{ text: 'Кыска' }], [{ text: 'көрсөтүлбөйт' }], [{ text: '12' }]]];
  const frame = { padding: 3, sizes: [9, 8, 7, 6, 5] };
  const wide = fitColumns({ head, rows, widths: [1, 1, 1, 1] }, { ...frame, width: 480 });
  expect(wide.size).toBe(9);
  const tight = fitColumns({ head, rows, widths: [1, 9, 1, 1] }, { ...frame, width: 240 });
  expect(tight.size).toBeLessThan(9);
  for (const { columns, size } of [wide, tight])
    for (const [at, name] of head.entries())
      for (const unit of unitsOf(name))
        expect(measureText(unit.trimEnd(), true) * size).toBeLessThanOrEqual((columns[at] ?? 0) - 6);
  // A row of letters without a space does not take the room of all others.
  const spam = fitColumns(
    { head: ['а', 'б'], rows: [[[{ text: 'x'.repeat(300) }], [{ text: 'суу' }]]], widths: [1, 1] },
    { ...frame, width: 240 },
  );
  expect(spam).toEqual({ columns: [120, 120], size: 9 });
});
