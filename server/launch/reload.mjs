// `npm run dev`: the server as a child that is started again when its files change. Pages are Next's own to reload.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import npmParent from './npm-parent.cjs';
import { buildPhone, root } from './prepare.mjs';
import words from './words.cjs';

const watched = ['server', 'prisma', 'messages', join('components', 'live')];
/** An editor saves a file in several steps, a branch switch touches many. */
const settleMs = 300;

export async function serveWithReload() {
  await buildPhone();
  let child = start();
  let stopping = false;
  /** @type {NodeJS.Timeout | undefined} */
  let settling;

  const reload = async () => {
    console.log(words.say('reloading'));
    const old = child;
    await new Promise((done) => (old.exitCode === null && old.kill('SIGTERM') ? old.once('exit', done) : done(null)));
    if (stopping) return;
    // A page that does not build is shown in the terminal; the next save tries again.
    await buildPhone().catch((/** @type {Error} */ error) => console.error(error.message));
    child = start();
  };
  for (const folder of watched.map((name) => join(root, name)).filter(existsSync)) {
    watch(folder, { recursive: true }, (_event, file) => {
      if (!file || /generated|\.draft$/.test(file)) return;
      clearTimeout(settling);
      settling = setTimeout(reload, settleMs);
    });
  }

  const stop = () => {
    stopping = true;
    if (child.exitCode !== null) process.exit(child.exitCode);
    child.once('exit', (code) => process.exit(code ?? 1));
    child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  npmParent.onNpmGone(stop);
}

function start() {
  const serve = fileURLToPath(new URL('./serve.mjs', import.meta.url));
  return spawn(process.execPath, [serve], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
    // Ctrl-C reaches this process, which passes it on once.
    detached: process.platform !== 'win32',
  });
}
