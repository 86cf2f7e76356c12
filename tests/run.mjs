// `npm test`: prepares everything a fresh clone lacks, starts one throw-away Postgres, runs Jest, and ends with one line.
// Arguments go to Jest, and a part prepares only what it needs: npm test -- tests/unit
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { buildPages, buildPhone, generateClient, installPackages, root } from '../server/launch/prepare.mjs';
import words from '../server/launch/words.cjs';
import { needsOf } from './needs.mjs';
import reference from './support/reference-data.cjs';

const load = createRequire(import.meta.url);
const results = join(root, '.test', 'results.json');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

try {
  await installPackages();
  await generateClient();
  const needs = needsOf(root, chosenFiles());
  if (needs.has('phone')) await buildPhone();
  if (needs.has('pages')) await buildPages();
  const chromium = needs.has('chromium') ? await (await import('./install-chromium.mjs')).ensureChromium() : undefined;
  if (needs.has('other browsers')) await (await import('./install-other-browsers.mjs')).ensureOtherBrowsers();
  if (needs.has('proxies')) await (await import('./install-proxies.mjs')).ensureProxies();
  /** @type {Record<string, string>} */
  const env = chromium === undefined ? {} : { CHROMIUM_PATH: chromium };
  process.exitCode = needs.has('postgres')
    ? await withPostgres((url) => runJest({ ...env, TEST_DATABASE_URL: url }))
    : await runJest(env);
} catch (error) {
  console.error(error instanceof words.StartProblem ? error.message : error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}

/** @returns {string[]} the test files that Jest takes these arguments to mean */
function chosenFiles() {
  const args = [jest, '--listTests', '--json', ...process.argv.slice(2)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** @param {(url: string) => Promise<number>} use */
async function withPostgres(use) {
  load('tsx/cjs');
  const postgres = await load('../server/data/embedded/throw-away-postgres.ts').startThrowAwayPostgres();
  // Ctrl-C reaches Jest too, which ends; the database has to end with it.
  const ignore = () => {};
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, ignore);
  try {
    return await use(postgres.url);
  } finally {
    await postgres.stop();
  }
}

/**
 * @param {Record<string, string>} env
 * @returns {Promise<number>} the exit code
 */
async function runJest(env) {
  mkdirSync(join(root, '.test'), { recursive: true });
  rmSync(results, { force: true });
  const args = [jest, '--json', `--outputFile=${results}`, '--silent=false', ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: 'test' },
    // Jest writes its report to the error stream, and the same results once more as JSON to the other.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  const code = await new Promise((done) => child.once('close', done));
  return report(Number(code ?? 1));
}

/** @param {number} code */
function report(code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number }} */
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  // A file that could not even be loaded has no tests to fail, and is a failure all the same.
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  const skipped = counts.numPendingTests + counts.numTodoTests;
  if (!reference.isThere)
    console.log('More cases run where the reference data lie: REFERENCE_DATA=FOLDER npm test (see README, "Test it").');
  console.log(`${counts.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
  return code === 0 && failed === 0 ? 0 : 1;
}
