// Who Postgres runs as. It refuses to run as root, so root lends it another user of the system.
import { execFileSync, spawnSync } from 'node:child_process';
import { type Stats, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-error';

/** `null` means: whoever runs this process. */
export type Account = { uid: number; gid: number } | null;

/** Debian and Red Hat call the user postgres, macOS _postgres; eles is the one made here when neither exists. */
const knownUsers = ['postgres', '_postgres', 'eles'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account for a cluster: its owner once it exists, so that data made as an ordinary user stays theirs under root. */
export function accountFor(clusterFolder: string): Account {
  const owner = statOrNull(clusterFolder);
  if (!isRoot()) {
    const uid = process.getuid?.();
    if (owner && uid !== undefined && owner.uid !== uid) {
      throw new EmbeddedPostgresError('folder_of_another_user', { folder: clusterFolder });
    }
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findServiceUser() ?? createServiceUser();
}

/** Whether the account can enter and use these paths; asked of the system itself, which knows about every mount and ACL. */
export function canReach(account: Account, paths: { folder: string; mode: 'r' | 'w' | 'x' }[]): boolean {
  if (!account) return true;
  return paths.every(({ folder, mode }) => {
    const test = spawnSync('/bin/sh', ['-c', `test -${mode} "$1"`, 'sh', folder], { ...account, cwd: '/' });
    if (test.error) throw new EmbeddedPostgresError('no_account_for_root', {}, { cause: test.error });
    return test.status === 0;
  });
}

function findServiceUser(): Account {
  for (const user of knownUsers) {
    const uid = idOf('-u', user);
    const gid = idOf('-g', user);
    if (uid && gid !== null) return { uid, gid };
  }
  return null;
}

function createServiceUser(): Account {
  const useradd = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'eles'];
  const made = spawnSync('useradd', useradd, { stdio: 'ignore' });
  const account = made.status === 0 ? findServiceUser() : null;
  if (!account) throw new EmbeddedPostgresError('no_account_for_root', {}, { cause: made.error });
  return account;
}

function idOf(flag: '-u' | '-g', user: string): number | null {
  try {
    return Number.parseInt(
      execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      10,
    );
  } catch {
    return null;
  }
}

function statOrNull(folder: string): Stats | null {
  return statSync(folder, { throwIfNoEntry: false }) ?? null;
}
