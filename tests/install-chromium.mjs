// Gets a Chromium onto a machine that has none: Debian's own package when root, Playwright's download elsewhere.
import { join } from 'node:path';
import process from 'node:process';
import { root, runStep } from '../server/launch/prepare.mjs';
import words from '../server/launch/words.cjs';
import { installFromDebian } from './install-from-debian.mjs';
import chromium from './support/find-chromium.cjs';

/** @returns {Promise<string>} the browser's path */
export async function ensureChromium() {
  const found = chromium.findChromium();
  if (found) return found;
  if (!process.env.CHROMIUM_PATH) await install();
  const installed = chromium.findChromium();
  if (!installed) throw new words.StartProblem('chromiumMissing');
  return installed;
}

async function install() {
  try {
    await installFromDebian(['chromium'], 'chromiumInstalling', 'chromiumMissing');
    if (chromium.findChromium()) return;
    const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
    await runStep('chromiumInstalling', process.execPath, [playwright, 'install', 'chromium'], {}, 'chromiumMissing');
  } catch (error) {
    if (!(error instanceof words.StartProblem)) throw error;
  }
}
