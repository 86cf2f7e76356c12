// What is worked out once: how often it is worked out, and when anew.
import { once, oncePer } from '../../../server/engine/once';

test('a constant is made when it is first asked for; what could not be made is asked for again', () => {
  const made: (string | undefined)[] = [undefined, 'built', 'built again'];
  const build = once(() => made.shift());
  expect([build(), build(), build()]).toEqual([undefined, 'built', 'built']);
});

test('an answer is made once for each object, also when it is alike', () => {
  let made = 0;
  const sizeOf = oncePer((list: readonly string[]) => {
    made += 1;
    return list.length;
  });
  const list = ['a'];
  expect([sizeOf(list), sizeOf(list), sizeOf(['a'])]).toEqual([1, 1, 1]);
  expect(made).toBe(2);
});

test('it is made anew when what settles it beside the object is another, and only then', () => {
  const made: string[] = [];
  const wordOf = oncePer(
    (key: { readonly word: string }, ending: string, _help: object) => {
      made.push(ending);
      return key.word + ending;
    },
    (ending) => [ending],
  );
  const key = { word: 'go' };
  expect(['ing', 'ing', 'ne', 'ing'].map((ending) => wordOf(key, ending, {}))).toEqual([
    'going',
    'going',
    'gone',
    'going',
  ]);
  expect(made).toEqual(['ing', 'ne', 'ing']);
});
