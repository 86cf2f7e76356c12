// From a fresh clone to a running server: settings, lock, packages, Prisma client, pages, and then server/index.ts.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import lock from './lock.cjs';
// Early, so that it remembers who started this process even if the packages take minutes.
import './npm-parent.cjs';
import { buildPages, buildPhone, generateClient, installPackages, root } from './prepare.mjs';
import words from './words.cjs';

const { StartProblem } = words;

/** @param {{ dev: boolean }} options */
export async function launch({ dev }) {
  try {
    if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
    const dataFolder = resolve(process.env.ELES_DATA_DIR || '.data');
    checkWritable(dataFolder);
    const held = await lock.acquireLock(dataFolder);
    if (!held) throw new StartProblem('alreadyRunning', { folder: dataFolder });
    rmSync(join(dataFolder, 'start.json'), { force: true });

    await installPackages();
    await generateClient();
    if (dev) {
      // The child takes the lock itself; it has to be free for it.
      await held.release();
      const { serveWithReload } = await import('./reload.mjs');
      await serveWithReload();
    } else {
      await buildPhone();
      await buildPages();
      Object.assign(process.env, { NODE_ENV: 'production' });
      await import('./serve.mjs');
    }
  } catch (error) {
    const expected = error instanceof StartProblem;
    console.error(expected ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}

/** Everything here is written into the project's folder or the data folder; better one sentence now than a stack later. */
function checkWritable(/** @type {string} */ dataFolder) {
  for (const folder of [root, dataFolder]) {
    const probe = join(folder, `.write-test-${process.pid}`);
    try {
      makeFolder(folder);
      writeFileSync(probe, '');
      rmSync(probe);
    } catch (cause) {
      throw new StartProblem('folderUnwritable', { folder }, { cause });
    }
  }
}

/** Node's own recursive way never comes back where the system denies that a folder exists, as in /proc. */
function makeFolder(/** @type {string} */ folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
