// `npm run check`: everything that can be told without a database or a browser. Runs on past a failure, to show them all.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { generateClient, installPackages, root } from '../server/launch/prepare.mjs';

await installPackages();
await generateClient();

/** Namespaces read by other means than next-intl; for the arguments of every message see tests/unit/messages.test.ts. */
const readElsewhere = ['Phone.*', 'Start.*', 'Refusal.*', 'Draft.*', 'Marks.*', 'Verify.*', 'Import.*', 'RollUp.*'];
const messages = ['--locales', 'messages', '--source', 'ky', '--format', 'next-intl'];

/** @type {[name: string, program: string, args: string[]][]} */
const checks = [
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['style', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']],
  [
    'messages',
    '@lingual/i18n-check/dist/bin/index.js',
    [
      ...messages,
      '--only',
      'missingKeys',
      'unused',
      'undefined',
      '--unused',
      'app',
      'components',
      '--ignore',
      ...readElsewhere,
    ],
  ],
  ['dead code', 'knip/bin/knip.js', ['--no-progress']],
  ['rules and units', 'jest/bin/jest.js', ['--selectProjects', 'unit', '--silent']],
];

const failed = checks.filter(([name, program, args]) => {
  const begun = Date.now();
  const path = join(root, 'node_modules', ...program.split('/'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  if (status !== 0) console.log(stdout + stderr);
  return status !== 0;
});

console.log(failed.length ? `Failed: ${failed.map(([name]) => name).join(', ')}` : 'Everything holds.');
process.exitCode = failed.length ? 1 : 0;
