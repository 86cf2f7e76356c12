// Every decision says since when it holds and whether it still does; what changed another says so on both pages.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../support/markdown';

const FOLDER = path.join(ROOT, 'docs', 'decisions');
const names = readdirSync(FOLDER).filter((name) => name !== '0000-template.md');
/** What stands on the other page. */
const OTHER_SIDE: Readonly<Record<string, string>> = {
  'goes on from': 'goes on in',
  'goes on in': 'goes on from',
  'replaces part of': 'replaced in part by',
  'replaced in part by': 'replaces part of',
  supersedes: 'superseded by',
  'superseded by': 'supersedes',
};

const headOf = (name: string) => {
  const [title = '', blank, status = '', after] = readFileSync(path.join(FOLDER, name), 'utf8').split('\n');
  const [, date, words = ''] = /^(\d{4}-\d{2}-\d{2}) · Status: (.+)$/.exec(status) ?? [];
  return { title, blank, date, after, parts: words.split('; ') };
};
/** `goes on from 0013`, of each page it names. */
const relationsOf = (name: string) =>
  headOf(name).parts.flatMap((part) => {
    const [, relation = ''] = /^([a-z ]+?) \[/.exec(part) ?? [];
    return [...part.matchAll(/\[(\d{4})\]\((\d{4}-[\w-]+\.md)\)/g)].map(([, number, file]) => ({
      relation,
      number,
      file,
    }));
  });

test.each(names)('%s has its header', (name) => {
  const { title, blank, date, after, parts } = headOf(name);
  expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
  expect(title).toMatch(new RegExp(`^# ${name.slice(0, 4)} \\S`));
  expect([blank, after]).toEqual(['', '']);
  expect(Date.parse(date ?? '')).not.toBeNaN();
  expect(parts[0]).toMatch(/^accepted$|^superseded by \[/);
  expect(
    relationsOf(name).filter(({ relation, number, file }) => !OTHER_SIDE[relation] || file?.slice(0, 4) !== number),
  ).toEqual([]);
  expect(relationsOf(name)).toHaveLength(parts.join('').split('[').length - 1);
  const text = readFileSync(path.join(FOLDER, name), 'utf8');
  for (const part of ['Context', 'Decision', 'Consequences']) expect(text).toContain(`**${part}.**`);
});

test('no number is given twice', () => {
  const numbers = names.map((name) => name.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
});

test('what stands between two decisions stands on both pages', () => {
  const missing = names.flatMap((name) =>
    relationsOf(name)
      .filter(({ relation, file = '' }) => {
        const back = names.includes(file) ? relationsOf(file) : [];
        return !back.some((one) => one.file === name && one.relation === OTHER_SIDE[relation]);
      })
      .map(({ relation, number }) => `${name} ${relation} ${number}`),
  );
  expect(missing).toEqual([]);
});
