// `npm test`: prepares everything a fresh clone lacks, starts one throw-away Postgres, runs Jest, and ends with one line.
// Arguments go to Jest: npm test -- tests/unit
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { buildPages, buildPhone, generateClient, installPackages, root } from '../server/launch/prepare.mjs';
import words from '../server/launch/words.cjs';

const load = createRequire(import.meta.url);
const results = join(root, '.test', 'results.json');

try {
  await installPackages();
  await generateClient();
  await buildPhone();
  await buildPages();
  const { ensureChromium } = await import('./install-chromium.mjs');
  const chromiumPath = await ensureChromium();
  const { ensureOtherBrowsers } = await import('./install-other-browsers.mjs');
  await ensureOtherBrowsers();
  const { ensureProxies } = await import('./install-proxies.mjs');
  await ensureProxies();
  process.exitCode = await withPostgres((url) => runJest({ TEST_DATABASE_URL: url, CHROMIUM_PATH: chromiumPath }));
} catch (error) {
  console.error(error instanceof words.StartProblem ? error.message : error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
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
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
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
  console.log(`${counts.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
  return code === 0 && failed === 0 ? 0 : 1;
}
