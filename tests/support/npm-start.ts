// `npm start` as a person runs it: npm, its process group, the server and its Postgres, each of which can be killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { StartFile } from '../../server/launch/announce';
import { projectFolder } from './launched';

export type Victim = 'server' | 'npm' | 'group' | 'postgres' | 'server and postgres';

export type NpmStart = {
  readonly start: StartFile;
  output(): string;
  kill(victim: Victim, signal?: NodeJS.Signals): void;
  /** When npm and the server have both gone; npm's exit code. */
  readonly ended: Promise<number | null>;
};

export async function npmStart(dataFolder: string, port: number): Promise<NpmStart> {
  const child = spawn('npm', ['start'], {
    cwd: projectFolder,
    // Empty: also not the database or the data folder that a .env file names.
    env: {
      ...process.env,
      LANG: 'en',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: '',
      ELES_DATA_DIR: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const start = await waitForStart(dataFolder, child, () => output);
  return {
    start,
    output: () => output,
    kill: (victim, signal = 'SIGKILL') => {
      for (const pid of pidsOf(victim, { dataFolder, npm: child.pid as number, server: start.pid })) kill(pid, signal);
    },
    ended: ended.then(async (code) => {
      while (isAlive(start.pid)) await new Promise((resolve) => setTimeout(resolve, 20));
      return code;
    }),
  };
}

async function waitForStart(dataFolder: string, child: ChildProcess, output: () => string): Promise<StartFile> {
  const file = join(dataFolder, 'start.json');
  while (child.exitCode === null && child.signalCode === null) {
    if (existsSync(file)) {
      const start = JSON.parse(readFileSync(file, 'utf8')) as StartFile;
      const health = await fetch(`${start.url}/api/health`).catch(() => undefined);
      // The file of a killed server lies there until the next one removes it.
      if (health?.ok && output().includes(start.joinUrl)) return start;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`npm start ended before it was ready:\n${output()}`);
}

function pidsOf(
  victim: Victim,
  { dataFolder, npm, server }: { dataFolder: string; npm: number; server: number },
): number[] {
  if (victim === 'server') return [server];
  if (victim === 'npm') return [npm];
  if (victim === 'group') return [-npm];
  return victim === 'postgres' ? [postmasterPid(dataFolder)] : [server, postmasterPid(dataFolder)];
}

function postmasterPid(dataFolder: string): number {
  const pidFile = join(realpathSync(dataFolder), 'postgres', 'cluster', 'postmaster.pid');
  return Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
