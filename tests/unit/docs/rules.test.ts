// Every rule of docs/spec.md is quoted by a test, and whatever quotes a rule quotes one that is there.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFiles, ROOT } from '../../support/markdown';

const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const rules = [...read('docs/spec.md').matchAll(/\*\*([A-Z]+\d+)\*\*/g)].map(([, id]) => id as string);
const areas = new Set(rules.map((id) => id.replace(/\d+/, '')));
/** Of the areas that the page has; other capitals with a figure (SHA256) are no rules. */
const quoted = new RegExp(`(?<![\\w-])(?:${[...areas].join('|')})\\d+\\b`, 'g');
const files = projectFiles().filter((name) => /\.(tsx?|mjs|cjs|css|py|md|ya?ml)$/.test(name));

/** In the name of a test: `[VOTE8]`, `[CMD7, SES8]`. */
function quotedByTests(): readonly string[] {
  const names = files
    .filter((name) => name.startsWith('tests/'))
    .flatMap((name) => [...read(name).matchAll(IN_A_NAME)]);
  return names.flatMap(([, ids = '']) => ids.split(/,? /));
}
const IN_A_NAME = /\[([A-Z]+\d{1,2}(?:,? [A-Z]+\d{1,2})*)\]/g;

test('no rule stands twice', () => {
  expect(rules.length).toBeGreaterThan(300);
  expect(rules.filter((id, at) => rules.indexOf(id) !== at)).toEqual([]);
});

test('every rule is quoted by a test', () => {
  const tested = new Set(quotedByTests());
  expect(rules.filter((id) => !tested.has(id))).toEqual([]);
});

test('every rule that a test, the code or a page quotes is there', () => {
  expect(quotedByTests().filter((id) => !rules.includes(id))).toEqual([]);
  const unknown = files.flatMap((name) =>
    [...read(name).matchAll(quoted)].filter(([id]) => !rules.includes(id)).map(([id]) => `${name}: ${id}`),
  );
  expect(unknown).toEqual([]);
});
