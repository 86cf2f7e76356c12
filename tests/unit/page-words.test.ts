// Each page hands out the words that its components read, and no others: a namespace that is missing shows keys instead of
// words, one too many travels in every copy of the page for nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const pages = readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .map((name) => path.posix.join('app', name))
  .filter((name) => path.basename(name) === 'page.tsx');

test('there are the five pages of Next', () => expect(pages).toHaveLength(5));

test.each(pages)('%s', (page) => {
  const listed = /areas=\{\[([^\]]*)\]\}/.exec(read(page))?.[1] ?? '';
  const areas = [...listed.matchAll(/'([^']+)'/g)].map(([, area]) => area as string);
  const reads = readsOf(reachedFrom(page));
  const covers = (area: string, key: string) => key === area || key.startsWith(`${area}.`);
  expect(reads.filter((key) => !areas.some((area) => covers(area, key)))).toEqual([]);
  expect(areas.filter((area) => !reads.some((key) => covers(area, key)))).toEqual([]);
});

/** The page and everything it imports, other than for types alone. */
function reachedFrom(page: string): readonly string[] {
  const reached = new Set([page]);
  for (const file of reached) for (const next of importsOf(file)) reached.add(next);
  return [...reached];
}

function importsOf(file: string): readonly string[] {
  const statements = read(file).matchAll(/^(?:import|export)\s(?!type\b)(?:[^;]*?\sfrom\s)?'(\.[^']+)'/gm);
  return [...statements].flatMap(([, to = '']) => {
    const stem = path.posix.join(path.posix.dirname(file), to);
    return [`${stem}.ts`, `${stem}.tsx`].filter((name) => existsSync(path.join(ROOT, name)));
  });
}

/** Which words are read, namespace first; `…` stands for a key that is put together only then. */
function readsOf(files: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of files.map(read)) {
    const begins = [...text.matchAll(/const (\w+) = useTranslations\('([\w.]+)'\)/g)];
    for (const { 0: whole, 1: name, 2: space, index } of begins) {
      const next = begins.find((other) => other.index > index && other[1] === name);
      const scope = text.slice(index + whole.length, next?.index);
      const uses = scope.matchAll(new RegExp(`(?<![\\w.'])${name}\\b(?:(?:\\.\\w+)?\\('([\\w.-]+)')?`, 'g'));
      for (const [, key = '…'] of uses) found.add(`${space}.${key}`);
    }
  }
  return [...found];
}
