// A real browser for e2e tests. The caller closes it.
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.cjs';

/** As root there is no sandbox to be had, and nothing here may talk to the browser's maker. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: run `npm test`, which installs one, or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: flags });
}
