// Whole rehearsals by every method and from several seeds: their archives verify and come in elsewhere.
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadTemplate } from '../../../prisma/templates/load';
import { linesOf } from '../../../server/audit/lines-of';
import { sha256 } from '../../../server/audit/node-sha256';
import { RULES_OF_METHOD } from '../../../server/engine/vocabulary';
import { checkArchive } from '../../../server/verify/check-archive';
import { startTestServer, type TestServer } from '../../support/server';

const root = path.join(__dirname, '../../..');
const SEEDS = ['2', '3'];
let hall: TestServer;
let office: TestServer;
let folder: string;

beforeAll(async () => {
  [hall, office] = await Promise.all([startTestServer({ design: loadTemplate() }), startTestServer()]);
  folder = mkdtempSync(path.join(tmpdir(), 'eles-methods-'));
});
afterAll(async () => {
  await Promise.all([hall?.close(), office?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function rehearse(method: string, seed: string): Promise<string> {
  const out = path.join(folder, `${method}-${seed}`);
  const links = [
    ...['--facilitator', `${hall.url}/console/${hall.code}#${hall.facilitatorToken}`],
    ...['--organiser', `${hall.url}/organiser#${hall.organiserToken}`],
  ];
  const played = ['--participants', '6', '--speed', '100', '--method', method, '--seed', seed];
  const program = ['server/launch/tool.mjs', 'server/rehearsal/index.ts', ...played];
  const child = spawn(process.execPath, [...program, ...links, '--out', out], { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0) throw new Error(said);
  return path.join(out, 'archive.eles');
}

test.each(Object.keys(RULES_OF_METHOD))('[VER5] rehearsals by %s verify and come in', async (method) => {
  for (const seed of SEEDS) {
    const file = await rehearse(method, seed);
    expect(await checkArchive(() => linesOf(createReadStream(file)), sha256)).toMatchObject({
      ok: true,
      draft: 'agrees',
    });
    const headers = { authorization: `Bearer ${office.organiserToken}` };
    const sent = { method: 'POST', headers, body: readFileSync(file) };
    const answer = await fetch(`${office.url}/api/organiser/archives`, sent);
    expect(await answer.json()).toMatchObject({ ok: true, known: false });
  }
});
