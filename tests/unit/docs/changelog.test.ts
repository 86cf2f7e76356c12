// The version of the package is the newest of the changelog, and versions stand there newest first.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../../package.json';
import { ROOT } from '../../support/markdown';

const text = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8');
const entries = [...text.matchAll(/^## (\S+) – (\d{4}-\d{2}-\d{2})$/gm)];

test('the newest version of the changelog is that of the package', () => {
  expect(entries[0]?.[1]).toBe(version);
  expect(entries).toHaveLength(text.split('\n## ').length - 1);
});

test('versions and dates fall', () => {
  const orders = entries.map(([, number = '', date]) => [number.split('.').map((part) => part.padStart(4, '0')), date]);
  const written = orders.map((order) => order.join());
  expect(written).toEqual([...written].sort().reverse());
});
