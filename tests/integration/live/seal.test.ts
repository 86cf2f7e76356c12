// What an archive can be compared with later: the server's key and the closing hash, on wall, console and papers.
import { readExpectation } from '../../../server/audit/expectation';
import { sha256 } from '../../../server/audit/node-sha256';
import { openServerKey } from '../../../server/auth/server-key';
import { postgresStorage } from '../../../server/container';
import { inFours } from '../../../server/protocol/in-fours';
import { checkArchive } from '../../../server/verify/check-archive';
import { connect } from '../../support/client';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';
import { silent, startTestServer, TEST_SECRET, type TestServer } from '../../support/server';

let database: TestDatabase;
let server: TestServer;
const get = async (path: string, token: string) =>
  fetch(`${server.url}/api/sessions/${server.code}/${path}`, { headers: { authorization: `Bearer ${token}` } });
const seal = async (token = server.screenToken) =>
  (await (await get('seal', token)).json()) as { ok: boolean; key?: string; closingHash?: string };

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startTestServer({ storage: postgresStorage(database.url, silent) });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('[VER8] the key is there from the start, the hash once the session has ended; the archive is signed with it', async () => {
  const before = await seal();
  expect(before).toEqual({ ok: true, key: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect((await get('seal', 'x'.repeat(43))).status).toBe(401);
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'session.end' });
  facilitator.close();
  const { key = '', closingHash = '' } = await seal(server.facilitatorToken);
  expect(key).toBe(before.key);
  const lines = (await (await get('archive', server.organiserToken)).text()).trimEnd().split('\n');
  for (const given of [key, closingHash]) {
    const verdict = await checkArchive(() => lines, sha256, { expect: readExpectation(given) });
    expect(verdict).toMatchObject({ ok: true, verdict: 'signed', confirmed: true, closingHash });
  }
});

test('[VER8] every paper names the key beside the closing hash', async () => {
  const { key = '', closingHash = '' } = await seal();
  const paper = async (name: string) => (await get(`exports/${name}?lang=en`, server.facilitatorToken)).text();
  const markdown = await paper('draft.md');
  expect(markdown).toContain(closingHash);
  expect(markdown).toContain(inFours(key));
  expect(JSON.parse(await paper('draft.json')).log).toMatchObject({ closingHash, key });
});

test('[VER8] the key survives a restart; another secret has another key, and the server still knows its old one', async () => {
  const { key } = await seal();
  const storage = postgresStorage(database.url, silent);
  expect((await openServerKey(storage.serverKeys, TEST_SECRET)).fingerprint).toBe(key);
  const other = await openServerKey(storage.serverKeys, 'another secret that is long enough to be one');
  expect(other.fingerprint).not.toBe(key);
  expect(other.own).toEqual([key, other.fingerprint]);
  await storage.close();
});
