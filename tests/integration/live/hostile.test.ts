// Whatever is sent, the process stays, a well-behaved neighbour notices nothing, and nothing is written.
import { connect, newId, openSocket, type TestClient } from '../../support/client';
import { HOSTILE_FRAMES, HOSTILE_JSON } from '../../support/hostile-input';
import { referenceCases } from '../../support/reference-cases';
import { startTestServer, type TestServer } from '../../support/server';

type Payload = {
  readonly value_json: string | null;
  readonly repeat?: { readonly open: string; readonly close: string; readonly inner?: string; readonly times: number };
  readonly keys?: number;
};
function bodyOf({ value_json, repeat, keys = 0 }: Payload): string {
  if (value_json !== null) return value_json;
  if (repeat !== undefined)
    return repeat.open.repeat(repeat.times) + (repeat.inner ?? '') + repeat.close.repeat(repeat.times);
  return JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, 1])));
}
/** Our own, and those of others where they are at hand; theirs call our event `vote`. */
const frames = [
  ...HOSTILE_FRAMES,
  ...referenceCases<{ where: string; value: string }>('naughty/socket-frames.json')
    .filter(({ where }) => /polling body|websocket/i.test(where))
    .map(({ value }) => String(value)),
];
const bodies = [...HOSTILE_JSON, ...referenceCases<Payload>('naughty/json-events.json').map(bodyOf)];

let server: TestServer;
let neighbour: TestClient;
let facilitator: TestClient;
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);

beforeAll(async () => {
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  server = await startTestServer();
  facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'ask' });
  neighbour = await connect(server);
  await neighbour.must({ type: 'participant.join', groupId: 'heads' });
});
afterAll(async () => {
  neighbour.close();
  facilitator.close();
  await server.close();
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
});
afterEach(async () => {
  const before = process.cpuUsage();
  const seq = await neighbour.must({
    type: 'idea.submit',
    activityId: 'ask',
    ideaId: 'same',
    text: newId(),
    lang: 'en',
  });
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(1_000_000);
  expect(seq).toBeGreaterThan(0);
  expect(uncaught).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 250));
});

const logLength = async () => (await server.container.rooms.openRoom(server.code))?.room.state.seq;

test.each<[string, unknown[]]>([
  ['null', [null]],
  ['nothing at all', []],
  ['a number', [1]],
  ['an array', [[]]],
  ['a string', ['x']],
  ['three arguments', [{}, {}, {}]],
  ['an id only', [{ id: newId() }]],
  ['an unknown command', [{ id: newId(), type: 'vote.stuff' }]],
  ['an inherited name as its type', [{ id: newId(), type: '__proto__' }]],
  ['a field too many', [{ id: newId(), type: 'participant.join', groupId: 'heads', role: 'facilitator' }]],
  ['a field too few', [{ id: newId(), type: 'participant.join' }]],
  ['an operator for a word', [{ id: newId(), type: 'participant.join', groupId: { $ne: null } }]],
  ['a short id', [{ id: 'x', type: 'participant.join', groupId: 'heads' }]],
  ['an id with other letters', [{ id: `${'x'.repeat(16)}\u0000`, type: 'participant.join', groupId: 'heads' }]],
  ['an inherited name as a key', [{ id: newId(), type: 'idea.withdraw', ideaId: '__proto__' }]],
  [
    'a fraction of a dot',
    [{ id: newId(), type: 'ballot.cast', activityId: 'vote', choices: [{ option: 'a', dots: 0.5 }] }],
  ],
  ['bytes', [Buffer.from('{}')]],
])('[WIRE2] a command that is %s is refused as malformed', async (_what, args) => {
  const client = await connect(server);
  const before = await logLength();
  const answer = await (
    client.socket as unknown as { emitWithAck(event: string, ...args: unknown[]): Promise<unknown> }
  ).emitWithAck('command', ...args);
  expect(answer).toEqual({ ok: false, code: 'malformed' });
  expect(await logLength()).toBe(before);
  client.close();
});

test('[WIRE2] events without an acknowledgement, with an unknown or an inherited name stop nothing', async () => {
  const client = await connect(server);
  const raw = client.socket as unknown as {
    emit(event: string, ...args: unknown[]): void;
    emitWithAck(event: string, ...args: unknown[]): Promise<unknown>;
  };
  for (const event of ['command', 'sync', '__proto__', 'constructor', 'toString', 'vote', '']) {
    raw.emit(event);
    raw.emit(event, null);
  }
  expect(await raw.emitWithAck('nonsense', {})).toEqual({ ok: false, code: 'malformed' });
  expect(await raw.emitWithAck('sync', null)).toEqual({ ok: false, code: 'malformed' });
  expect(await raw.emitWithAck('sync', { since: 1 })).toEqual({ ok: false, code: 'malformed' });
  client.close();
});

test('[WIRE2] a fault of our own in the middle of a command is answered, and stops nothing', async () => {
  const client = await connect(server);
  const opened = await server.container.rooms.openRoom(server.code);
  const fault = jest.spyOn(opened?.room as NonNullable<typeof opened>['room'], 'submit').mockImplementation(() => {
    throw new Error('a fault');
  });
  const answer = await client.send({ type: 'participant.join', groupId: 'heads' });
  client.socket.emit(
    'command',
    { id: newId(), type: 'participant.join', groupId: 'heads' } as never,
    undefined as never,
  );
  fault.mockRestore();
  expect(answer).toMatchObject({ ok: false, code: 'internal' });
  client.close();
});

test('[WIRE2] a packet over 64 kB closes that connection and no other', async () => {
  const client = await connect(server);
  const closed = new Promise((resolve) => client.socket.on('disconnect', resolve));
  client.socket.emit('command', { id: newId(), type: 'idea.withdraw', ideaId: 'x'.repeat(70_000) }, () => {});
  await closed;
});

test('[WIRE2] hostile frames over polling close at most their own connection', async () => {
  const open = async () => {
    const response = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
    const { sid } = JSON.parse((await response.text()).slice(1)) as { sid: string };
    return `${server.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`;
  };
  const connectPacket = `40${JSON.stringify({ protocol: 1, code: server.code, role: 'participant', token: newId() })}`;
  for (const body of frames) {
    for (const before of [[], [connectPacket]]) {
      const url = await open();
      for (const value of [...before, body.replaceAll('vote', 'command')]) {
        await fetch(url, { method: 'POST', body: value, signal: AbortSignal.timeout(2_000) }).catch(() => {});
      }
    }
  }
});

test('[WIRE2] the same frames over a WebSocket close at most their own connection', async () => {
  await Promise.all(
    frames.map(async (body) => {
      const socket = openSocket(server, { token: newId() });
      await new Promise((resolve) => socket.on('snapshot', resolve));
      // Below the client's own encoder: the bytes as they are.
      const { ws } = socket.io.engine.transport as unknown as { ws: { send(data: string | Buffer): void } };
      ws.send(body.replaceAll('vote', 'command'));
      ws.send(Buffer.from(body));
      await new Promise((resolve) => setTimeout(resolve, 200));
      socket.disconnect();
    }),
  );
});

test('[WIRE2] hostile JSON is refused at every address, and writes nothing', async () => {
  const before = await logLength();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${newId()}` };
  for (const text of bodies) {
    for (const path of ['join', 'commands', 'sign-in', '../sessions']) {
      const response = await fetch(`${server.url}/api/sessions/${server.code}/${path}`, {
        method: 'POST',
        headers,
        body: text,
      })
        // A body that is too large may be cut off while it is still being sent.
        .catch(() => undefined);
      const status = response?.status ?? 413;
      expect({ text, path, status, isRefused: [400, 404, 405, 413, 429].includes(status) }).toMatchObject({
        isRefused: true,
      });
    }
  }
  expect(await logLength()).toBe(before);
});

test('[WIRE2] hostile JSON in a command is refused, and writes nothing', async () => {
  const before = await logLength();
  for (const text of bodies.filter(({ length }) => length < 5_000)) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      continue;
    }
    const client = await connect(server);
    const ask = client.socket as unknown as { emitWithAck(event: string, value: unknown): Promise<unknown> };
    expect(await ask.emitWithAck('command', value)).toEqual({ ok: false, code: 'malformed' });
    const wrapped = { id: newId(), type: 'participant.join', groupId: 'heads', ...(value as object) };
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
      expect(await ask.emitWithAck('command', wrapped)).toEqual({ ok: false, code: 'malformed' });
    }
    client.close();
  }
  expect(await logLength()).toBe(before);
});

test('sockets that never say who they are are not counted as anybody', async () => {
  const opened = await server.container.rooms.openRoom(server.code);
  const before = opened?.presence.now.connected;
  const silent = Array.from({ length: 30 }, () => openSocket(server, { auth: {} }));
  await Promise.all(silent.map((socket) => new Promise((resolve) => socket.on('connect_error', resolve))));
  expect(opened?.presence.now.connected).toBe(before);
  for (const socket of silent) socket.disconnect();
});
