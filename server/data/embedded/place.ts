// Where a cluster lives: in the data folder itself, or, when Postgres' own user may not enter that folder
// (root working in a closed home), under /var/lib/eles with a pointer file left in the data folder.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, accountFor, canReach, isRoot } from './account';
import { EmbeddedPostgresError } from './embedded-error';

export type Place = {
  /** Holds the cluster, its log, its password and, when needed, a copy of the binaries. */
  folder: string;
  cluster: string;
  account: Account;
  /** True when the data had to leave the data folder. */
  elsewhere: boolean;
  /** Makes the cluster's empty folder and hands it to the account. */
  giveCluster(): void;
};

const outside = '/var/lib/eles';

export function findPlace(dataFolder: string): Place {
  const pointer = join(dataFolder, 'postgres-place.json');
  if (existsSync(pointer)) return followPointer(dataFolder, pointer);

  const folder = join(dataFolder, 'postgres');
  makeFolder(folder);
  const cluster = join(folder, 'cluster');
  const account = accountFor(cluster);
  if (canReach(account, [{ folder, mode: 'x' }])) {
    return placeIn(folder, account, false);
  }
  // A whole database is behind the closed door: a new, empty one elsewhere would look like lost votes.
  if (existsSync(join(folder, 'password'))) throw new EmbeddedPostgresError('folder_closed', { folder });
  rmdirSync(folder);
  return leave(dataFolder, pointer, account);
}

function leave(dataFolder: string, pointer: string, account: Account): Place {
  const folder = join(outside, randomBytes(6).toString('hex'));
  makeFolder(folder);
  const place = placeIn(folder, account, true);
  writeOwner(folder, dataFolder);
  // Last, so that a kill before this line leaves an unused folder and never a pointer to nothing.
  writeFileSync(pointer, `${JSON.stringify({ folder })}\n`, { mode: 0o600 });
  return place;
}

function followPointer(dataFolder: string, pointer: string): Place {
  const { folder } = JSON.parse(readFileSync(pointer, 'utf8')) as { folder: string };
  const cluster = join(folder, 'cluster');
  // An empty database in its stead would look like lost votes; say what is missing instead.
  if (!existsSync(cluster)) throw new EmbeddedPostgresError('place_lost', { folder, pointer });
  if (!isRoot()) throw new EmbeddedPostgresError('folder_of_another_user', { folder });
  const owner = readFileSync(join(folder, 'owner'), 'utf8').trim();
  if (owner !== realpathSync(dataFolder)) {
    // A copied project still has its original: two servers on one cluster would ruin it. A moved one has not.
    if (existsSync(join(owner, 'postgres-place.json')))
      throw new EmbeddedPostgresError('place_shared', { owner, pointer });
    writeOwner(folder, dataFolder);
  }
  return placeIn(folder, accountFor(cluster), true);
}

function writeOwner(folder: string, dataFolder: string): void {
  writeFileSync(join(folder, 'owner'), `${realpathSync(dataFolder)}\n`);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Whatever the umask: the folder holds one closed folder and one 0600 file, and must itself be enterable.
    if (isRoot()) chmodSync(folder, 0o755);
    if (isRoot() && folder.startsWith(outside)) chmodSync(outside, 0o755);
  } catch (cause) {
    throw new EmbeddedPostgresError('folder_unwritable', { folder }, { cause });
  }
}

/** The cluster's folder is made for its account: that user may not write in the folder above it. */
function placeIn(folder: string, account: Account, elsewhere: boolean): Place {
  const cluster = join(folder, 'cluster');
  const giveCluster = () => {
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    if (account) chownSync(cluster, account.uid, account.gid);
  };
  giveCluster();
  return { folder, cluster, account, elsewhere, giveCluster };
}
