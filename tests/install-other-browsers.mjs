// Gets Firefox and WebKitGTK, in which the phone's way is walked too. Without them those tests are skipped, aloud.
import words from '../server/launch/words.cjs';
import { installFromDebian } from './install-from-debian.mjs';
import others from './support/find-other-browsers.cjs';

export async function ensureOtherBrowsers() {
  for (const { find, packages } of [others.firefox, others.webKit]) {
    if (find()) continue;
    try {
      await installFromDebian(packages, 'otherBrowsersInstalling', 'otherBrowserMissing');
    } catch (error) {
      if (!(error instanceof words.StartProblem)) throw error;
    }
    if (!find()) console.log(words.say('otherBrowserMissing', { packages: packages.join(' ') }));
  }
}
