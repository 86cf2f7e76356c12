// The running server of a cluster: who it is, starting it and stopping it. A number in postmaster.pid is not proof:
// after a crash of the machine the same number may belong to somebody's browser.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { lastLines, writeSettings } from './cluster';
import { EmbeddedPostgresError } from './embedded-error';
import { runProgram } from './pg-process';
import type { Place } from './place';

const startSeconds = 120;
/** "fast" writes everything out; "immediate" is a crash the next start recovers from: nothing committed is lost. */
const stops = [
  { mode: 'fast', seconds: 25 },
  { mode: 'immediate', seconds: 10 },
] as const;
const maxLogBytes = 5_000_000;
const killedMs = 5_000;
/** Above the highest number that any system gives out. */
const nobody = 2_147_483_647;

export type Postmaster = 'none' | 'running' | 'stranger' | 'unknown';

/** The process in postmaster.pid: this cluster's server, nobody, another program with the same number, or not to be told. */
export function findPostmaster(place: Place): Postmaster {
  const pid = readPid(place);
  if (pid === null || !isAlive(pid)) return 'none';
  const folder = workingFolderOf(pid);
  // A server's working folder is its cluster.
  if (folder !== null) return folder === realpathSync(place.cluster) ? 'running' : 'stranger';
  const command = commandOf(pid);
  if (command === null) return 'unknown';
  if (command.includes(place.cluster)) return 'running';
  return /postgres/i.test(command) ? 'unknown' : 'stranger';
}

/** Cheap enough to ask every second. */
export function isPostmasterAlive(place: Place): boolean {
  const pid = readPid(place);
  return pid !== null && isAlive(pid);
}

/** Ends what a killed run left behind: a server that still runs, or a pid file that would stop a new one. */
export async function clearOrphan(place: Place, binaries: Binaries): Promise<void> {
  const found = findPostmaster(place);
  if (found === 'running') await stopPostmaster(place, binaries);
  if (found === 'stranger') rmSync(pidFile(place), { force: true });
  // 'unknown' is left to Postgres, which refuses to start while the file's process may be a server.
}

/** Starts the server on the port, or on a free one when none is given, and tells which. */
export async function startPostmaster(place: Place, binaries: Binaries, fixedPort?: number): Promise<number> {
  releaseDefunct(place);
  const log = join(place.folder, 'cluster', 'eles.log');
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) rmSync(log);
  let output = '';
  // A free port can be taken between asking and using it.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = fixedPort ?? (await findFreePort());
    writeSettings(place, port);
    const args = ['start', '-D', place.cluster, '-l', log, '-w', '-t', String(startSeconds)];
    const outcome = await runProgram(binaries.pgCtl, args, { account: place.account, cwd: place.folder });
    if (outcome.code === 0) return port;
    output = existsSync(log) ? readFileSync(log, 'utf8') : outcome.output;
    if (!/could not bind|could not create any TCP\/IP sockets/.test(lastLines(output))) break;
  }
  throw new EmbeddedPostgresError('failed', { output: lastLines(output) });
}

export async function stopPostmaster(place: Place, binaries: Binaries): Promise<void> {
  for (const { mode, seconds } of stops) {
    if (findPostmaster(place) === 'none') return;
    const args = ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', String(seconds)];
    const outcome = await runProgram(binaries.pgCtl, args, { account: place.account, cwd: place.folder });
    if (outcome.code === 0 || findPostmaster(place) === 'none') return;
  }
  // It hears nothing. Only what is surely this cluster's server is killed; its helpers go when they find it gone.
  const pid = readPid(place);
  if (pid !== null && findPostmaster(place) === 'running') process.kill(pid, 'SIGKILL');
  for (let waited = 0; waited < killedMs; waited += 50) {
    if (findPostmaster(place) === 'none') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new EmbeddedPostgresError('stuck', { folder: place.cluster });
}

function pidFile(place: Place): string {
  return join(place.cluster, 'postmaster.pid');
}

function readPid(place: Place): number | null {
  if (!existsSync(pidFile(place))) return null;
  const pid = Number.parseInt(readFileSync(pidFile(place), 'utf8'), 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Postgres takes a defunct process for a living server; the rest of the file tells it whether backends are still about. */
function releaseDefunct(place: Place): void {
  const pid = readPid(place);
  if (pid === null || !isDefunct(pid)) return;
  const [, ...rest] = readFileSync(pidFile(place), 'utf8').split('\n');
  writeFileSync(pidFile(place), [nobody, ...rest].join('\n'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isDefunct(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && !isDefunct(pid);
  }
}

/** Ended, but its parent never asked how: for ever so in a container whose first process is no init. */
function isDefunct(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it, in brackets, may hold anything.
    return /^ [ZX]/.test(stat.slice(stat.lastIndexOf(')') + 1));
  } catch {
    return false;
  }
}

function workingFolderOf(pid: number): string | null {
  try {
    return process.platform === 'linux' ? readlinkSync(`/proc/${pid}/cwd`) : null;
  } catch {
    // Root in a container may be denied this of another user's process.
    return null;
  }
}

function commandOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const [program, ...args] =
      process.platform === 'win32'
        ? [
            'powershell',
            '-NoProfile',
            '-Command',
            `(Get-CimInstance Win32_Process -Filter ProcessId=${pid}).CommandLine`,
          ]
        : ['ps', '-o', 'command=', '-p', String(pid)];
    const command = execFileSync(program as string, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return command.trim() || null;
  } catch {
    return null;
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
