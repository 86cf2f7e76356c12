// What the chosen test files need beside the packages, by what they import: who asks for unit tests waits for no build.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** @typedef {'phone' | 'pages' | 'postgres' | 'chromium' | 'other browsers' | 'proxies'} Need */

/** Files that stand for a need: whoever imports one, by whatever way, has it. @type {Record<string, Need[]>} */
const NEEDS = {
  'tests/support/server.ts': ['phone'],
  'tests/support/pages.ts': ['phone', 'pages'],
  'tests/support/npm-start.ts': ['phone', 'pages'],
  'tests/support/postgres.ts': ['postgres'],
  'tests/support/find-chromium.cjs': ['chromium'],
  'tests/support/find-other-browsers.cjs': ['other browsers'],
  'tests/integration/operating/proxies.test.ts': ['proxies'],
};

/** Tests of rules, which have the same server about them but never open its door. */
const WITHOUT_NEEDS = /^tests\/(unit\/|architecture\.test\.ts$)/;

/**
 * @param {string} root of the project
 * @param {readonly string[]} files with their whole paths
 * @returns {Set<Need>}
 */
export function needsOf(root, files) {
  /** @type {Set<Need>} */
  const needs = new Set();
  const seen = new Set();
  const open = files.filter((file) => !WITHOUT_NEEDS.test(nameOf(root, file)));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const need of NEEDS[nameOf(root, file)] ?? []) needs.add(need);
    open.push(...importsOf(file).filter((path) => nameOf(root, path).startsWith('tests/')));
  }
  return needs;
}

/** @param {string} root @param {string} file */
function nameOf(root, file) {
  return relative(root, file).split(sep).join('/');
}

/** @param {string} file @returns {string[]} files of the project that it imports, types not counted */
function importsOf(file) {
  const source = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '');
  const named = [...source.matchAll(/(?:from |import\(|require\()'(\.[^']+)'/g)].map(([, path]) =>
    join(dirname(file), path ?? ''),
  );
  return named.flatMap((path) => {
    const found = ['', '.ts', '.tsx'].map((end) => path + end).find((one) => /\.\w+$/.test(one) && existsSync(one));
    return found === undefined ? [] : [found];
  });
}
