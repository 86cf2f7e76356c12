// Runs one Postgres program to its end, as the cluster's account.
import { spawn } from 'node:child_process';
import type { Account } from './account';

export type Outcome = { code: number | null; output: string };

export function runProgram(
  program: string,
  args: string[],
  options: { account: Account; cwd: string },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options.account,
      cwd: options.cwd,
      // No PG* variable of the user's shell may steer this cluster, and its messages stay in English for the log.
      env: { ...withoutPostgresVariables(process.env), LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C in the terminal goes to every process of its group; this program must finish its work.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    // 'exit', not 'close': on Windows the server started by pg_ctl inherits the pipes and keeps them open.
    child.once('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output });
    });
  });
}

function withoutPostgresVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(PG|LC_|LANG)/i.test(name))) as NodeJS.ProcessEnv;
}
