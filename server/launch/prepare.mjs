// What has to exist before the server can run: packages, the Prisma client, the phone's bundle, the pages. Each is made
// only when what it is made from has changed. No package is imported here: there may be none yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import words from './words.cjs';

const { say, StartProblem } = words;

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Tools that would report to their makers, or look for a newer version of themselves. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  NO_UPDATE_NOTIFIER: '1',
};

/** Parts of server/ that no page imports: a change there needs no new build. */
const notInPages = [
  'launch',
  'live',
  'rehearsal',
  'index.ts',
  'container.ts',
  join('data', 'generated'),
  join('data', 'embedded'),
];

export async function installPackages() {
  if (packagesMatchLock()) return;
  const cli = process.env.npm_execpath;
  // Started by npm: the same npm again, without a shell between.
  const [program, first] = cli && basename(cli).startsWith('npm') ? [process.execPath, [cli]] : ['npm', []];
  // With NODE_ENV=production npm would leave out what the build needs.
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await runStep(
    'installing',
    program,
    args,
    { shell: program === 'npm' && process.platform === 'win32' },
    'installFailed',
  );
}

/** npm leaves its own list of what it installed; no second stamp could be as true. */
function packagesMatchLock() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || (have[path] ? have[path].version === version : optional),
  );
}

export async function generateClient() {
  const stamp = join('server', 'data', 'generated', 'made-from');
  const hash = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  if (isStamped(stamp, hash)) return;
  const prisma = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  // Prisma looks for an engine to download even though generating never runs it; any existing file satisfies it.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  await runStep('generating', process.execPath, [prisma, 'generate'], { env });
  writeStamp(stamp, hash);
}

export async function buildPhone() {
  if (!existsSync(join(root, 'components', 'live', 'phone', 'build.ts'))) return;
  const stamp = join('.build', 'phone-made-from');
  const hash = hashOf([
    'components',
    'messages',
    'app/tokens.css',
    'server/protocol',
    'server/engine',
    'package.json',
    'package-lock.json',
  ]);
  if (isStamped(stamp, hash) && existsSync(join(root, '.build', 'phone'))) return;
  const tool = join(root, 'server', 'launch', 'tool.mjs');
  await runStep('buildingPhone', process.execPath, [tool, join('components', 'live', 'phone', 'build.ts')]);
  writeStamp(stamp, hash);
}

export async function buildPages() {
  if (!existsSync(join(root, 'app'))) return;
  const stamp = join('.build', 'pages-made-from');
  const config = readdirSync(root).filter((name) => name.startsWith('next.config.'));
  const hash = hashOf([
    'app',
    'components',
    'public',
    'server',
    ...config,
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ]);
  if (isStamped(stamp, hash) && existsSync(join(root, '.next', 'BUILD_ID'))) return;
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  await runStep('building', process.execPath, [next, 'build'], { env: { NODE_ENV: 'production' } });
  writeStamp(stamp, hash);
}

/** @param {string[]} paths of files and folders in the project; those that are missing count as empty */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap((path) => listFiles(join(root, path)))) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function listFiles(path) {
  if (!existsSync(path) || notInPages.some((name) => path.endsWith(`${sep}server${sep}${name}`))) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

/** @param {string} stamp @param {string} hash */
function isStamped(stamp, hash) {
  const file = join(root, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** @param {string} stamp @param {string} hash */
function writeStamp(stamp, hash) {
  mkdirSync(join(root, stamp, '..'), { recursive: true });
  writeFileSync(join(root, stamp), hash);
}

/**
 * One long step with its progress on one line of stderr, since stdout may be a tool's result; what the program said is
 * shown only when it fails.
 * @param {string} key @param {string} program @param {string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options]
 * @param {string} [failureKey]
 */
export async function runStep(key, program, args, { env = {}, shell = false } = {}, failureKey = 'stepFailed') {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const line = process.stderr.isTTY;
  const label = `  ${say(key)} … `;
  process.stderr.write(label);
  const ticking = setInterval(() => line && process.stderr.write(`\r${label}${seconds()} s `), 1000);
  try {
    const { code, output } = await runQuietly(program, args, { env, shell });
    process.stderr.write(`${line ? `\r${label}` : ''}${code === 0 ? say('stepDone', { seconds: seconds() }) : ''}\n`);
    if (code !== 0) {
      process.stderr.write(output);
      throw new StartProblem(failureKey, { step: say(key) });
    }
  } finally {
    clearInterval(ticking);
  }
}

/**
 * @param {string} program @param {string[]} args
 * @param {{ env: Record<string, string>, shell: boolean }} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runQuietly(program, args, { env, shell }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...quiet, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    const passOn = () => {
      child.kill('SIGTERM');
      process.exit(1);
    };
    process.once('SIGTERM', passOn);
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      process.removeListener('SIGTERM', passOn);
      resolve({ code, output });
    });
  });
}
