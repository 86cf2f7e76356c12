import { overflows, packPages } from '../../../components/scene/pack-pages';

const box = { height: 100, columns: 2, gap: 10 };
const block = (height: number, heading = false) => ({ height, heading });
const shape = (pages: ReturnType<typeof packPages>) =>
  pages.map((page) => page.map((column) => column.map(({ index, repeated }) => (repeated ? `${index}*` : `${index}`))));

test('blocks fill a column, then the next column, then the next page', () => {
  expect(
    shape(
      packPages(
        Array.from({ length: 7 }, () => block(40)),
        box,
      ),
    ),
  ).toEqual([
    [
      ['0', '1'],
      ['2', '3'],
    ],
    [['4', '5'], ['6']],
  ]);
});

test('a heading is never the last of a column', () => {
  expect(shape(packPages([block(70), block(20, true), block(30)], box))).toEqual([[['0'], ['1', '2']]]);
});

test('a column that continues a section repeats its heading', () => {
  expect(shape(packPages([block(20, true), block(60), block(60)], box))).toEqual([
    [
      ['0', '1'],
      ['0*', '2'],
    ],
  ]);
});

test('a block taller than the column still gets one, and nothing makes no page', () => {
  expect(shape(packPages([block(300), block(10)], box))).toEqual([[['0'], ['1']]]);
  expect(packPages([], box)).toEqual([]);
});

test('every block is placed exactly once, in order, whatever the heights', () => {
  const heights = Array.from({ length: 200 }, (_, index) => 5 + ((index * 37) % 90));
  const blocks = heights.map((height, index) => block(height, index % 9 === 0));
  const placed = packPages(blocks, { ...box, columns: 3 })
    .flat(2)
    .filter(({ repeated }) => !repeated);
  expect(placed.map(({ index }) => index)).toEqual(heights.map((_, index) => index));
});

test('a repeated heading takes the room of a reminder', () => {
  const long = { height: 60, heading: true, repeatedHeight: 20 };
  expect(shape(packPages([long, block(30), block(60)], box))).toEqual([
    [
      ['0', '1'],
      ['0*', '2'],
    ],
  ]);
});

test('what no page can show whole is said', () => {
  const over = (blocks: Parameters<typeof packPages>[0]) => overflows(blocks, packPages(blocks, box), box);
  expect(over([block(100), block(40)])).toBe(false);
  expect(over([block(130)])).toBe(true);
  // A heading is never parted from the first block under it, so together they may be too high.
  expect(over([block(60, true), block(60)])).toBe(true);
});
