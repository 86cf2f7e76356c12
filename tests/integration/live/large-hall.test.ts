// A large hall: what is large is fetched compressed, no phone gets what it has, and the draft is a page of its own.

import { createConnection } from '../../../components/live/connection';
import { slimView } from '../../../components/live/phone/parts/page';
import type { JsonObject } from '../../../server/engine/patch';
import type { ParticipantView } from '../../../server/engine/views';
import { viewHash } from '../../../server/protocol/view-hash';
import { connect, newId, openSocket, type TestClient } from '../../support/client';
import { until } from '../../support/patience';
import { startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let facilitator: TestClient;
const LINES = 80;

beforeAll(async () => {
  server = await startTestServer();
  facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  for (let i = 0; i < LINES; i += 1) {
    await facilitator.must({
      type: 'line.add',
      lineId: `own:${i}`,
      kind: 'goal',
      themeId: 'law',
      text: `Ар бир айылда таза суу болсун, ${i}`,
      lang: 'ky',
    });
    // A desk may send 30 a second.
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
});
afterAll(async () => {
  facilitator.close();
  await server.close();
});

const dial = (rev: number) =>
  openSocket(server, { auth: { protocol: 1, code: server.code, role: 'participant', token: newId(), rev } });

test('[WIRE15] many lines to judge reach phones as a few bytes over the socket; they are fetched, compressed, and fit', async () => {
  const phone = createConnection({ url: server.url, code: server.code, role: 'participant', token: newId() });
  await until(() => phone.state().status === 'online', 'the line');
  const older = await connect(server);
  const watcher = dial(0);
  const heard: { readonly event: string; readonly size: number }[] = [];
  watcher.onAny((event, message) => heard.push({ event, size: JSON.stringify(message).length }));
  await until(() => heard.length > 0, 'a first message');
  await facilitator.must({ type: 'activity.open', activityId: 'endorse', judge: 'lines' });
  await until(() => phone.state().view?.activity?.kind === 'endorse', 'the lines to judge');
  await older.until(({ view }) => view?.activity?.kind === 'endorse');
  // A client of before gets it as ever; both then hold the same.
  const hashOf = (view: unknown) => viewHash(view as JsonObject);
  expect(hashOf(phone.state().view)).toBe(older.hash);
  expect(phone.state().view?.activity).toMatchObject({ lines: expect.any(Array) });
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

test('[WIRE15] the view a page was served with is one the phone has: no heartbeat has it fetched again', async () => {
  const served = (await (await fetch(`${server.url}/api/sessions/${server.code}/view?role=participant`)).json()) as {
    rev: number;
    view: ParticipantView;
    now: number;
  };
  const initial = { ...served, view: slimView(served.view, 'ky') };
  const phone = createConnection({ url: server.url, code: server.code, role: 'participant', token: newId(), initial });
  let changes = 0;
  phone.subscribe(() => {
    if (phone.state().view !== initial.view) changes += 1;
  });
  await until(() => phone.state().status === 'online', 'the line');
  // Longer than two heartbeats are apart.
  await new Promise((resolve) => setTimeout(resolve, 9_000));
  expect(changes).toBe(0);
  phone.close();
});

test('[WIRE16] after the end the draft is a page of its own, in one language, compressed and with an ETag', async () => {
  const open = (headers: Record<string, string> = {}) =>
    fetch(`${server.url}/j/${server.code}/draft`, { headers, redirect: 'manual' });
  expect((await open()).status).toBe(303);
  const phone = createConnection({ url: server.url, code: server.code, role: 'participant', token: newId() });
  await until(() => phone.state().status === 'online', 'the line');
  await facilitator.must({ type: 'session.end' });
  await until(() => phone.state().view?.draftLines === LINES, 'the draft');
  expect(JSON.stringify(phone.state().view).length).toBeLessThan(8 * 1024);
  const page = await open();
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(page.headers.get('content-language')).toBe('ky');
  expect((await page.text()).match(/таза суу/g)).toHaveLength(LINES);
  const etag = page.headers.get('etag') ?? '';
  expect((await open({ 'if-none-match': etag })).status).toBe(304);
  expect((await open({ 'if-none-match': etag, 'accept-language': 'en' })).status).toBe(200);
  phone.close();
});
