import { get } from 'node:http';
import type { JsonObject } from '../../../server/engine/patch';
import { viewHash } from '../../../server/protocol/view-hash';
import { type ConnectOptions, connect, newId, refusalOf, type TestClient } from '../../support/client';
import { until } from '../../support/patience';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';
import { startTestServer, type TestServer } from '../../support/server';

let database: TestDatabase;
let server: TestServer;
const clients: TestClient[] = [];
const join = async (options: ConnectOptions = {}) => {
  const client = await connect(server, options);
  clients.push(client);
  return client;
};
const joined = async (groupId: string, token = newId()) => {
  const client = await join({ token });
  await client.must({ type: 'participant.join', groupId });
  return client;
};

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  server = await startTestServer({ databaseUrl: database.url });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});
afterAll(() => database.drop());

const open = async (activityId: string) => {
  const facilitator = await join({ role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'agenda.goto', activityId });
  await facilitator.must({ type: 'activity.open', activityId });
  return facilitator;
};
const idea = (ideaId: string, text = 'Таза суу') =>
  ({ type: 'idea.submit', activityId: 'ask', ideaId, text, lang: 'ky' }) as const;

test('an idea is acknowledged with its place, and reaches its author and the facilitator', async () => {
  const facilitator = await open('ask');
  const phone = await joined('heads');
  const seq = await phone.must(idea('idea-1'));
  await phone.until(({ mine }) => mine?.ideas['idea-1']?.text === 'Таза суу', 'my own idea');
  await facilitator.until(({ view }) => view?.audience === 'facilitator' && view.ideas['idea-1'] !== undefined);
  expect(facilitator.rev).toBe(seq);
});

test('[JOIN3] two tabs of one device are one person: both show what either sent', async () => {
  await open('ask');
  const token = newId();
  const first = await joined('heads', token);
  const second = await join({ token });
  await first.must(idea('mine'));
  await second.until(({ mine }) => mine?.ideas.mine !== undefined, 'the idea of the other tab');
});

test('[VIEW1] what is mine reaches nobody else', async () => {
  await open('ask');
  const [author, neighbour] = [await joined('heads'), await joined('civil')];
  await author.must(idea('private'));
  await neighbour.must(idea('other'));
  await neighbour.until(({ mine }) => mine?.ideas.other !== undefined);
  expect(neighbour.mine?.ideas.private).toBeUndefined();
});

test('[CMD1] a command sent twice at once, and again by HTTP, counts once', async () => {
  const facilitator = await open('ask');
  const phone = await joined('heads');
  const id = newId();
  const [first, second] = await Promise.all([phone.send(idea('once'), id), phone.send(idea('once'), id)]);
  const third = await fetch(`${server.url}/api/sessions/${server.code}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${phone.token}` },
    body: JSON.stringify({ id, ...idea('once') }),
  });
  expect(first).toEqual({ ok: true, seq: expect.any(Number) });
  expect(second).toEqual({ ...first, repeated: true });
  expect(await third.json()).toEqual({ ...first, repeated: true });
  await facilitator.until(({ view }) => view?.activity?.kind === 'ask' && view.activity.ideaCount === 1);
});

test('[CMD2] [JOIN3] a restarted server remembers commands and people', async () => {
  await open('ask');
  const phone = await joined('heads');
  const id = newId();
  const ack = await phone.send(idea('kept'), id);
  phone.close();
  await server.close();
  server = await startTestServer({ databaseUrl: database.url, session: server });
  const again = await join({ token: phone.token as string });
  expect(again.mine?.ideas.kept?.text).toBe('Таза суу');
  expect(await again.send(idea('kept'), id)).toEqual({ ...ack, repeated: true });
});

test('[VIEW3] [VIEW5] patches carry every client to the same view as a fresh snapshot', async () => {
  const facilitator = await open('collect');
  const [screen, ...phones] = [
    await join({ role: 'screen' }),
    ...(await Promise.all(['heads', 'civil', 'communities'].map((groupId) => joined(groupId)))),
  ];
  const placed = { activityId: 'collect', ideaId: 'goal', themeId: 'law', horizonId: '2030' } as const;
  await (phones[0] as TestClient).must({ type: 'idea.submit', ...placed, text: 'Таза суу', lang: 'ky' });
  await facilitator.must({ type: 'activity.close', activityId: 'collect' });
  await facilitator.must({ type: 'agenda.goto', activityId: 'vote' });
  await facilitator.must({ type: 'activity.open', activityId: 'vote' });
  await facilitator.must({ type: 'agenda.goto', activityId: 'ask' });
  await facilitator.must({ type: 'activity.open', activityId: 'ask' });
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(phones.map((phone, i) => phone.send(idea(`idea-${i}-${round % 2}`, `сөз ${round}`))));
    await facilitator.send({ type: 'idea.hide', ideaId: `idea-0-${round % 2}` });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await facilitator.must({ type: 'activity.close', activityId: 'ask' });
  await facilitator.must({ type: 'results.reveal', activityId: 'ask' });
  for (const client of [facilitator, screen, ...phones]) {
    const fresh = await client.socket.emitWithAck('sync', {});
    if (!('view' in fresh)) throw new Error('sync refused');
    await client.until(({ rev }) => rev >= fresh.rev);
    expect(client.hash).toBe(viewHash(fresh.view as unknown as JsonObject));
    expect(client.patches).toBeGreaterThan(0);
    expect(client.gaps).toBe(0);
  }
});

test('[VIEW3] a client that missed a patch finds the gap and fetches a fresh snapshot', async () => {
  const facilitator = await open('ask');
  const phone = await joined('heads');
  phone.rev -= 1;
  await facilitator.must({ type: 'activity.close', activityId: 'ask' });
  await phone.until(({ view }) => view?.activity?.status === 'closed');
  expect(phone.gaps).toBe(1);
});

test('[VIEW5] the heartbeat names rev and hash of the view that the client holds', async () => {
  await open('ask');
  const [screen, phone] = [await join({ role: 'screen' }), await joined('heads')];
  await phone.must(idea('counted'));
  await until(() => screen.heartbeats.length > 0 && phone.heartbeats.length > 0, 'a heartbeat for each');
  for (const client of [screen, phone]) {
    expect(client.heartbeats.at(-1)).toEqual({ rev: client.rev, hash: client.hash, now: expect.any(Number) });
  }
});

test('presence counts devices by group, tabs once, and tells facilitator and screen', async () => {
  const [facilitator, screen] = [await join({ role: 'facilitator' }), await join({ role: 'screen' })];
  const token = newId();
  const phone = await joined('heads', token);
  await join({ token });
  await joined('civil');
  const expected = { connected: 2, connectedByGroup: { heads: 1, civil: 1 } };
  for (const watcher of [facilitator, screen]) {
    await watcher.until(({ presences }) => JSON.stringify(presences.at(-1)) === JSON.stringify(expected));
  }
  expect(phone.presences).toEqual([]);
  for (const client of clients.slice(2)) client.close();
  await facilitator.until(({ presences }) => presences.at(-1)?.connected === 0);
});

describe('the way in', () => {
  test('[WIRE3] an unknown protocol version is refused, whatever else the handshake holds', async () => {
    expect(await refusalOf(server, { protocol: 2, token: newId() })).toBe('protocol_unknown');
    const auth = { protocol: 99, something: 'new' };
    expect(await refusalOf(server, { auth })).toBe('protocol_unknown');
  });

  test.each([
    [{}],
    [{ protocol: 1 }],
    [{ protocol: 1, code: 'X', role: 'system' }],
    [{ protocol: 1, code: { $ne: null }, role: 'screen' }],
    [{ protocol: 1, code: 'ABCDEF', role: 'screen', token: { $gt: '' } }],
    [{ protocol: 1, code: 'ABCDEF', role: 'screen', token: 'x', extra: 1 }],
  ])('[WIRE2] a handshake of %j is malformed', async (auth) => {
    expect(await refusalOf(server, { auth })).toBe('malformed');
  });

  test('an unknown code is told apart from a wrong token', async () => {
    expect(await refusalOf(server, { code: 'ABCDEF', token: newId() })).toBe('unknown_session');
    expect(await refusalOf(server, { role: 'facilitator', token: server.screenToken })).toBe('unauthorised');
  });

  test('[WIRE5] every role needs its own token', async () => {
    expect(await refusalOf(server, {})).toBe('unauthorised');
    expect(await refusalOf(server, { token: 'guessed' })).toBe('unauthorised');
    expect(await refusalOf(server, { role: 'screen', token: newId() })).toBe('unauthorised');
    expect(await refusalOf(server, { role: 'facilitator', token: `${server.facilitatorToken}A` })).toBe('unauthorised');
    const other = await startTestServer();
    expect(await refusalOf(server, { role: 'facilitator', token: other.facilitatorToken })).toBe('unauthorised');
    await other.close();
    expect(await refusalOf(server, { role: 'facilitator', token: server.facilitatorToken })).toBeUndefined();
  });

  test('a code typed with spaces, small letters and Cyrillic look-alikes opens the same session', async () => {
    const typed = server.code.toLowerCase().replace(/(...)/, '$1 - ').replaceAll('a', 'а').replaceAll('k', 'К');
    expect(await refusalOf(server, { code: typed, token: newId() })).toBeUndefined();
  });

  const foreign = ['https://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', 'not a url'];
  test.each([...foreign, 'suffix'])('[WIRE4] Origin %s is refused, cookies and tokens or not', async (origin) => {
    const header = origin === 'suffix' ? `${server.url}.evil.example` : origin;
    const headers = { origin: header, cookie: `eles_device=${newId()}` };
    for (const transport of ['websocket', 'polling']) {
      const refused = await refusalOf(server, { token: newId(), headers, transports: [transport] });
      expect(refused).toMatch(/websocket error|xhr poll error/);
    }
    const polling = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin: header } });
    expect(polling.status).toBe(403);
    expect(await upgradeStatus(server, header)).toBe(403);
  });

  test('[WIRE4] a cookie speaks for our own pages only; a program without Origin shows its token', async () => {
    const cookie = `eles_device=${newId()}`;
    expect(await refusalOf(server, { headers: { cookie, origin: server.url } })).toBeUndefined();
    expect(await refusalOf(server, { headers: { cookie } })).toBe('unauthorised');
    expect(await refusalOf(server, { headers: { cookie }, token: newId() })).toBeUndefined();
    expect(await refusalOf(server, { headers: { cookie }, transports: ['polling'] })).toBeUndefined();
    const link = `eles_facilitator_${server.code}=${server.facilitatorToken}`;
    const asFacilitator = { role: 'facilitator' as const, headers: { cookie: link, origin: server.url } };
    expect(await refusalOf(server, asFacilitator)).toBeUndefined();
  });

  test('a phone may connect before it has joined; until then only joining is taken', async () => {
    await open('ask');
    const phone = await join();
    expect(phone.mine).toBeUndefined();
    expect(await phone.send(idea('early'))).toEqual({ ok: false, code: 'not_joined' });
    await phone.must({ type: 'participant.join', groupId: 'heads' });
    await phone.must(idea('now'));
  });
});

describe('rights and budgets', () => {
  test('[CMD5] each role sends its own commands only', async () => {
    const [facilitator, screen, phone] = [
      await join({ role: 'facilitator' }),
      await join({ role: 'screen' }),
      await join(),
    ];
    expect(await phone.send({ type: 'session.start' })).toEqual({ ok: false, code: 'forbidden' });
    expect(await screen.send({ type: 'session.start' })).toEqual({ ok: false, code: 'forbidden' });
    expect(await screen.send({ type: 'participant.join', groupId: 'heads' })).toEqual({ ok: false, code: 'forbidden' });
    expect(await facilitator.send({ type: 'participant.join', groupId: 'heads' })).toEqual({
      ok: false,
      code: 'forbidden',
    });
  });

  test('[WIRE8] a device that sends too much is told how long to wait, on every connection; others are not held up', async () => {
    // A clock that stands until it is moved: on a busy machine forty messages take long enough to earn new ones.
    await server.close();
    let now = Date.now();
    server = await startTestServer({ databaseUrl: database.url, clock: () => now });
    await open('ask');
    const token = newId();
    const [phone, tab, neighbour] = [await joined('heads', token), await join({ token }), await joined('civil')];
    const flood = (sender: TestClient) => Promise.all(Array.from({ length: 40 }, () => sender.send(idea('same'))));
    const [acks, tabAcks] = await Promise.all([flood(phone), flood(tab)]);
    const refused = [...acks, ...tabAcks].filter((ack) => !ack.ok);
    // Two budgets would let through 20 of each and leave 40 refused, or fewer.
    expect(refused.length).toBeGreaterThan(40);
    for (const ack of refused) {
      expect(ack).toEqual({ ok: false, code: 'rate_limited', retryAfterMs: expect.any(Number) });
    }
    expect(await neighbour.send(idea('theirs'))).toMatchObject({ ok: true });
    now += 250;
    expect(await phone.send(idea('same'))).toMatchObject({ ok: true });
  });

  test('commands of one device are decided in the order they were sent', async () => {
    await open('ask');
    const phone = await joined('heads');
    const texts = Array.from({ length: 15 }, (_, i) => `wording ${i}`);
    const seqs = (await Promise.all(texts.map((text) => phone.send(idea('edited', text))))).map(
      (ack) => ack.ok && ack.seq,
    );
    expect(seqs).toEqual([...seqs].sort((a, b) => Number(a) - Number(b)));
    await phone.until(({ mine }) => mine?.ideas.edited?.text === 'wording 14');
  });
});

/** What a WebSocket's first request is answered; 101 when it is let in. */
function upgradeStatus({ port }: TestServer, origin: string): Promise<number | undefined> {
  const headers = {
    origin,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/socket.io/?EIO=4&transport=websocket', headers });
    request.on('response', (response) => resolve(response.resume().statusCode));
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    request.on('error', reject);
  });
}
