// One server per data folder. The lock is a listening socket, which the system closes when its process ends however it
// ends: a file with a process number would survive a power cut and then point at a stranger.
// Plain JavaScript: the launcher asks before anything is installed.
const { createHash } = require('node:crypto');
const { mkdirSync, realpathSync, rmSync, statSync } = require('node:fs');
const { connect, createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** @typedef {{ release(): Promise<void> }} Lock */

/** Locks of this very process, so that the launcher can take one early and hand it on. @type {Map<string, Lock>} */
const held = new Map();

/** What a connecting program may be told: Linux allows 107 bytes in a socket's path, macOS 103. */
const longestPath = 100;
const staleTakeoverMs = 5_000;

/**
 * @param {string} dataFolder
 * @returns {Promise<Lock | null>} null when another living process holds it
 */
async function acquireLock(dataFolder) {
  mkdirSync(dataFolder, { recursive: true });
  const folder = realpathSync(dataFolder);
  const mine = held.get(folder);
  if (mine) return mine;
  const server = await listenAnywhere(pathsFor(folder));
  if (!server) return null;
  /** @type {Lock} */
  const lock = {
    release: () => {
      held.delete(folder);
      return new Promise((done) => server.close(() => done()));
    },
  };
  held.set(folder, lock);
  return lock;
}

/** @param {string} folder */
function pathsFor(folder) {
  const name = `eles-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return [`\\\\.\\pipe\\${name}`];
  const inside = join(folder, 'lock');
  const outside = join(tmpdir(), `${name}.lock`);
  return Buffer.byteLength(inside) <= longestPath ? [inside, outside] : [outside];
}

/** The second path is for folders that cannot hold a socket (a shared or exFAT drive). @param {string[]} paths */
async function listenAnywhere(paths) {
  for (const path of paths) {
    try {
      return await listenOrTakeOver(path);
    } catch (error) {
      if (path === paths.at(-1)) throw error;
    }
  }
  return null;
}

/** @param {string} path @returns {Promise<import('node:net').Server | null>} */
async function listenOrTakeOver(path) {
  const first = await listen(path);
  if (first) return first;
  if (await isAnswered(path)) return null;
  // A dead socket's file. Only one process at a time may remove it, or the second would remove the first one's new lock.
  const turn = `${path}.turn`;
  const age = Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > staleTakeoverMs) rmSync(turn, { recursive: true, force: true });
  try {
    mkdirSync(turn);
  } catch {
    return null;
  }
  try {
    if (await isAnswered(path)) return null;
    rmSync(path, { force: true });
    return await listen(path);
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

/** @param {string} path @returns {Promise<import('node:net').Server | null>} */
function listen(path) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    // Anyone may knock: a user who could not would take a dead lock of another user for a living one.
    server.listen({ path, readableAll: true, writableAll: true }, () => resolve(server));
  });
}

/** @param {string} path @returns {Promise<boolean>} */
function isAnswered(path) {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    // A socket of another user answers "not allowed", and is a living one all the same.
    socket.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    );
  });
}

module.exports = { acquireLock };
