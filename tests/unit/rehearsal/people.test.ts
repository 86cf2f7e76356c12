import { loadTemplate } from '../../../prisma/templates/load';
import { makePeople } from '../../../server/rehearsal/people';
import { Random } from '../../../server/rehearsal/random';
import { habitsOf, typeAs } from '../../../server/rehearsal/typing';

const groupIds = loadTemplate().groups.map(({ id }) => id);
const plain = (seed: string, count = 40) =>
  makePeople(count, seed, groupIds).map(({ random, traits, ...rest }) => ({
    ...rest,
    traits: [...traits],
    first: random.next(),
  }));

test('the same seed makes the same people, another seed others', () => {
  expect(plain('1')).toEqual(plain('1'));
  expect(plain('1')).not.toEqual(plain('2'));
});

test.each([1, 5, 40, 300])(
  '%i people are as many, communities most, a district administration of four at most',
  (count) => {
    const people = makePeople(count, '1', groupIds);
    expect(people).toHaveLength(count);
    const sizeOf = (id: string) => people.filter(({ groupId }) => groupId === id).length;
    for (const id of groupIds) expect(sizeOf('communities')).toBeGreaterThanOrEqual(sizeOf(id));
    expect(sizeOf('district-administration')).toBeLessThanOrEqual(4);
  },
);

test('each trouble happens to somebody, even in a small hall', () => {
  const traits = new Set(makePeople(6, '3', groupIds).flatMap((person) => [...person.traits]));
  expect([...traits].sort()).toEqual(['changes mind', 'double sender', 'late', 'offline', 'overspends', 'quiet']);
});

test('other groups than the template’s share the hall', () => {
  const people = makePeople(9, '1', ['a', 'b', 'c']);
  for (const id of ['a', 'b', 'c']) expect(people.filter(({ groupId }) => groupId === id)).toHaveLength(3);
});

const random = () => new Random('typing');

test.each([
  ['russian keyboard', 'Көчөдө ҮҢ', 'Кочодо УН'],
  ['tailed en', 'Кеңеш', 'Кеӊеш'],
  ['legacy font', 'жөнүндө ң', 'жън\\ндъ ё'],
  ['plain letters', 'её йод', 'ее иод'],
  ['short vowels', 'таанышуу', 'танышу'],
  ['capitals', 'суу', 'СУУ'],
  ['no capitals', 'Суу', 'суу'],
] as const)('typing with %s turns %s into %s', (habit, text, typed) => {
  expect(typeAs(text, [habit], random())).toBe(typed);
});

test('look-alikes change what is typed, not what is read', () => {
  const typed = typeAs('сорос', ['look-alikes'], random());
  expect(typed).not.toBe('сорос');
  expect(typed).toMatch(/^[a-z]+$/);
});

test('nobody has two keyboards at once, and Kyrgyz habits stay with Kyrgyz', () => {
  const generator = new Random('habits');
  for (let i = 0; i < 500; i++) {
    const letters = habitsOf('ky', generator).filter((habit) =>
      ['russian keyboard', 'tailed en', 'legacy font'].includes(habit),
    );
    expect(letters.length).toBeLessThanOrEqual(1);
    expect(habitsOf('en', generator)).not.toContain('russian keyboard');
  }
});

test('a weighted choice follows its weights', () => {
  const generator = new Random('weights');
  const picks = Array.from({ length: 4_000 }, () => generator.weighted({ a: 3, b: 1, c: 0 }));
  expect(picks.filter((pick) => pick === 'a').length).toBeGreaterThan(2_800);
  expect(picks).not.toContain('c');
});
