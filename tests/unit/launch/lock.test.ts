import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const lockFile = require.resolve('../../../server/launch/lock.cjs');

/** Tries for the lock in a process of its own, and holds it until killed. */
function contend(folder: string) {
  const script = `require(${JSON.stringify(lockFile)}).acquireLock(process.argv[1])
    .then((lock) => { console.log(lock ? 'held' : 'refused'); if (lock) setInterval(() => {}, 1000); })`;
  const child = spawn(process.execPath, ['-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const answer = new Promise<string>((done) => child.stdout.once('data', (chunk) => done(String(chunk).trim())));
  const ended = new Promise((done) => child.once('close', done));
  const kill = () => child.kill('SIGKILL') && ended;
  return { answer, kill };
}

describe('the lock of a data folder', () => {
  const base = mkdtempSync(join(tmpdir(), 'eles-lock-'));
  const folders = [join(base, 'short'), join(base, 'a-name-too-long-for-a-socket-'.repeat(5))];
  afterAll(() => rmSync(base, { recursive: true }));

  it.each(folders)('is held by one of many, and free again once that one is killed (%#)', async (folder) => {
    for (let round = 0; round < 2; round += 1) {
      const all = Array.from({ length: 4 }, () => contend(folder));
      const answers = await Promise.all(all.map(({ answer }) => answer));
      expect(answers.sort()).toEqual(['held', 'refused', 'refused', 'refused']);
      await Promise.all(all.map(({ kill }) => kill()));
    }
  });

  it('is the same lock for all who ask in one process', async () => {
    const { acquireLock } = require(lockFile) as typeof import('../../../server/launch/lock.cjs');
    const folder = join(base, 'twice');
    const lock = await acquireLock(folder);
    expect(await acquireLock(folder)).toBe(lock);
    await lock?.release();
    const next = contend(folder);
    expect(await next.answer).toBe('held');
    await next.kill();
  });
});
