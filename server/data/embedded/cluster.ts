// One cluster's files: making it with initdb, and the settings it is started with.
import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { EmbeddedPostgresError } from './embedded-error';
import { runProgram } from './pg-process';
import type { Place } from './place';

export const superuser = 'eles';

/**
 * The builtin C.UTF-8 collation is the same on every system, but pg_trgm still asks the C library what a letter is:
 * under LC_CTYPE=C it drops every Cyrillic word. The first name this system knows is taken.
 */
const letterLocales = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'en-US', 'C'];

/** Safe to call on every start; a cluster whose making was cut short is made again. */
export async function ensureCluster(place: Place, binaries: Binaries, onCreate: () => void): Promise<void> {
  const versionFile = join(place.cluster, 'PG_VERSION');
  if (existsSync(passwordFile(place))) {
    if (!existsSync(versionFile))
      throw new EmbeddedPostgresError('place_lost', { folder: place.cluster, pointer: passwordFile(place) });
    const made = readFileSync(versionFile, 'utf8').trim();
    if (made !== binaries.major)
      throw new EmbeddedPostgresError('made_by_another_major', { made, have: binaries.major });
    return;
  }
  onCreate();
  // The password's final name is given after initdb has ended, so its presence means: this cluster is whole.
  const draft = `${passwordFile(place)}.draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.account) chownSync(draft, place.account.uid, place.account.gid);
  await initialise(place, binaries, draft);
  appendFileSync(join(place.cluster, 'postgresql.conf'), "\ninclude_if_exists = 'eles.conf'\n");
  renameSync(draft, passwordFile(place));
}

export function readPassword(place: Place): string {
  return readFileSync(passwordFile(place), 'utf8');
}

/** Written before each start, through a file and not the command line: no path or value has to survive a shell. */
export function writeSettings(place: Place, port: number): void {
  const settings = [
    '# Written by Eles at every start; changes here are lost.',
    "listen_addresses = '127.0.0.1'",
    `port = ${port}`,
    "unix_socket_directories = ''",
    // "Saved" is said after commit only: these three make a commit survive a power cut.
    'fsync = on',
    'synchronous_commit = on',
    'full_page_writes = on',
    // The log must not hold what people wrote: no statements, no row details.
    'log_min_messages = warning',
    'log_min_error_statement = panic',
    'log_error_verbosity = terse',
    "log_timezone = 'UTC'",
    "timezone = 'UTC'",
    'jit = off',
  ];
  const file = join(place.cluster, 'eles.conf');
  writeFileSync(file, `${settings.join('\n')}\n`, { mode: 0o600 });
  if (place.account) chownSync(file, place.account.uid, place.account.gid);
}

async function initialise(place: Place, binaries: Binaries, passwordPath: string): Promise<void> {
  let output = '';
  for (const letters of letterLocales) {
    rmSync(place.cluster, { recursive: true, force: true });
    place.giveCluster();
    const outcome = await runProgram(
      binaries.initdb,
      [
        `--pgdata=${place.cluster}`,
        `--username=${superuser}`,
        `--pwfile=${passwordPath}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        `--lc-ctype=${letters}`,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { account: place.account, cwd: place.folder },
    );
    if (outcome.code === 0) return;
    output = outcome.output;
    if (!/locale/i.test(output)) break;
  }
  throw new EmbeddedPostgresError('failed', { output: lastLines(output) });
}

export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}

function passwordFile(place: Place): string {
  return join(place.folder, 'password');
}
