// The lint is a program of its own (see there why); a phone that it would have saved must not depend on who remembers it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

test('[PHONE7] no page calls what the oldest browsers of the README lack', () => {
  const { stderr, status } = spawnSync(process.execPath, ['server/launch/tool.mjs', 'tests/lint/browsers.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
