// Starts a program of the launcher as a real process, in a data folder of its own, and tells what it said.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StartFile } from '../../server/launch/announce';

export const projectFolder = join(__dirname, '..', '..');

export type Launched = {
  child: ChildProcess;
  output(): string;
  /** Resolves when start.json is there; fails with the output when the process ends before. */
  ready: Promise<StartFile>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

export function createDataFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'eles-launch-'));
  // Under root Postgres runs as another user, who has to enter this folder.
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function launchStandIn(
  dataFolder: string,
  env: Record<string, string> = {},
  { underShell = false } = {},
): Launched {
  const tool = join(projectFolder, 'server', 'launch', 'tool.mjs');
  const program = join(projectFolder, 'tests', 'support', 'stand-in-server.ts');
  const direct = [process.execPath, tool, program];
  // The last word keeps the shell from handing its own process over to node.
  const [command = '', ...args] = underShell ? ['sh', '-c', '"$@"; true', 'sh', ...direct] : direct;
  const child = spawn(command, args, {
    cwd: projectFolder,
    env: { ...process.env, LANG: 'en', LC_ALL: '', HOST: '127.0.0.1', PORT: '0', ...env, ELES_DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const ready = waitForStartFile(join(dataFolder, 'start.json'), child, underShell, () => output);
  // A test about a refused start never awaits it.
  ready.catch(() => {});
  return { child, output: () => output, ready, ended };
}

async function waitForStartFile(
  file: string,
  child: ChildProcess,
  underShell: boolean,
  output: () => string,
): Promise<StartFile> {
  while (child.exitCode === null && child.signalCode === null) {
    if (existsSync(file)) {
      const start = JSON.parse(readFileSync(file, 'utf8')) as StartFile;
      if (start.pid === child.pid || underShell) return start;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`The process ended before it was ready:\n${output()}`);
}
