// Gets a package of Debian's own onto the machine of the tests, where there is apt and we are root; else does nothing.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { runStep } from '../server/launch/prepare.mjs';

/**
 * @param {readonly string[]} packages
 * @param {string} doing the sentence said meanwhile, a key of the messages' namespace Start
 * @param {string} failure the sentence of the StartProblem thrown when apt fails
 */
export async function installFromDebian(packages, doing, failure) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  const script = `apt-get update && apt-get install --yes --no-install-recommends ${packages.join(' ')}`;
  // In runlevel 1 no package starts the service it brings: a proxy on port 80 is not what a tester asked for.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await runStep(doing, 'sh', ['-c', script], { env }, failure);
}
