// The closing of a large hall: what is large is fetched compressed, and no phone gets what it has.
import { createConnection } from '../../../components/live/connection';
import type { JsonObject } from '../../../server/engine/patch';
import { viewHash } from '../../../server/protocol/view-hash';
import { connect, newId, openSocket, type TestClient } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';

jest.setTimeout(90_000);

let server: TestServer;
let facilitator: TestClient;
const LINES = 55;

beforeAll(async () => {
  server = await startTestServer();
  facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  for (let i = 0; i < LINES; i += 1)
    await facilitator.must({
      type: 'line.add',
      lineId: `own:${i}`,
      kind: 'goal',
      themeId: 'law',
      text: `Ар бир айылда таза суу болсун, ${i}`,
      lang: 'ky',
    });
});
afterAll(async () => {
  facilitator.close();
  await server.close();
});

const dial = (rev: number) =>
  openSocket(server, { auth: { protocol: 1, code: server.code, role: 'participant', token: newId(), rev } });
const until = async (holds: () => boolean) => {
  for (let i = 0; i < 1_000 && !holds(); i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
};

test('[WIRE15] the end reaches phones as a few bytes over the socket; the draft is fetched, compressed, and fits', async () => {
  const phone = createConnection({ url: server.url, code: server.code, role: 'participant', token: newId() });
  await until(() => phone.state().status === 'online');
  const older = await connect(server);
  const watcher = dial(0);
  const heard: { readonly event: string; readonly size: number }[] = [];
  watcher.onAny((event, message) => heard.push({ event, size: JSON.stringify(message).length }));
  await until(() => heard.length > 0);
  await facilitator.must({ type: 'session.end' });
  await until(() => phone.state().view?.session.phase === 'ended');
  await older.until(({ view }) => view?.session.phase === 'ended');
  // A client of before gets it as ever; both then hold the same.
  const hashOf = (view: unknown) => viewHash(view as JsonObject);
  expect(hashOf(phone.state().view)).toBe(older.hash);
  expect(Object.keys(phone.state().view?.draft ?? {}).length).toBeGreaterThan(0);
  expect(Math.max(...heard.map(({ size }) => size))).toBeLessThan(8 * 1024);
  expect(heard.map(({ event }) => event)).toContain('current');
  const { rev } = phone.state();
  const wire = await fetch(`${server.url}/api/sessions/${server.code}/view?role=participant&since=1`);
  expect(wire.headers.get('content-encoding')).toBe('gzip');
  const again = await fetch(`${server.url}/api/sessions/${server.code}/view?role=participant&since=1`, {
    headers: { 'if-none-match': wire.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  expect(rev).toBe(older.rev);
  for (const one of [phone, older, watcher]) one.close();
});

test('[WIRE15] a phone that says its rev gets no view it has, and one that is behind fetches', async () => {
  const { rev } = (await (await fetch(`${server.url}/api/sessions/${server.code}/view?role=participant`)).json()) as {
    rev: number;
  };
  for (const has of [rev, 1]) {
    const socket = dial(has);
    const [event, message] = await new Promise<[string, object]>((resolve) =>
      socket.onAny((name, said) => resolve([name, said])),
    );
    expect(event).toBe('current');
    expect(message).toMatchObject({ rev, spreadMs: has === rev ? 0 : expect.any(Number) });
    socket.disconnect();
  }
});
