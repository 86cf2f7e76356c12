// What `npm test -- PATTERN` prepares: a part of the tests waits only for what that part needs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { needsOf } from '../needs.mjs';

const root = join(__dirname, '../..');
const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => `tests/${name}`);
const needs = (...names: readonly string[]) =>
  [
    ...needsOf(
      root,
      names.map((name) => join(root, name)),
    ),
  ].sort();

test('unit tests need no build, no database and no browser', () => {
  expect(needs(...files.filter((name) => name.startsWith('tests/unit/')), 'tests/architecture.test.ts')).toEqual([]);
});

test.each([
  ['tests/integration/tally/tally.test.ts', []],
  ['tests/integration/live/http.test.ts', ['phone']],
  ['tests/integration/live/durability.test.ts', ['phone', 'postgres']],
  ['tests/integration/operating/proxies.test.ts', ['phone', 'proxies']],
  ['tests/integration/durability/kills.test.ts', ['pages', 'phone']],
  ['tests/e2e/phone/with-script.test.ts', ['chromium', 'phone']],
  ['tests/e2e/phone/other-browsers.test.ts', ['chromium', 'other browsers', 'phone']],
  ['tests/e2e/console/console.test.ts', ['chromium', 'pages', 'phone']],
])('%s needs %j', (name, expected) => {
  expect(needs(name)).toEqual(expected);
});

test('all together need all there is', () => {
  expect(needs(...files)).toEqual(['chromium', 'other browsers', 'pages', 'phone', 'postgres', 'proxies']);
});
