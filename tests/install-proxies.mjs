// Gets the proxies that docs/operating.md is about, to be tried for real. Without them those tests are skipped, aloud.
import { spawnSync } from 'node:child_process';
import words from '../server/launch/words.cjs';
import { installFromDebian } from './install-from-debian.mjs';

/** Debian's package by the program. */
const PACKAGES = { nginx: 'nginx-light', caddy: 'caddy', openssl: 'openssl' };

export async function ensureProxies() {
  const isThere = (/** @type {string} */ program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  const missing = () =>
    Object.entries(PACKAGES)
      .filter(([program]) => !isThere(program))
      .map(([, name]) => name);
  if (missing().length === 0) return;
  try {
    await installFromDebian(missing(), 'proxiesInstalling', 'proxyMissing');
  } catch (error) {
    if (!(error instanceof words.StartProblem)) throw error;
  }
  if (missing().length > 0) console.log(words.say('proxyMissing', { packages: missing().join(' ') }));
}
