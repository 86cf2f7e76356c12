// Loud clients lose their connection, and nobody else notices them.
import { WebSocket } from 'ws';
import { connect, newId, openSocket, type TestClient } from '../../support/client';
import { startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let person: TestClient;

beforeAll(async () => {
  server = await startTestServer();
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'ask' });
  facilitator.close();
  person = await connect(server);
  await person.must({ type: 'participant.join', groupId: 'heads' });
});
afterAll(async () => {
  person.close();
  await server.close();
});

type Closed = { readonly code: number; readonly reason: string };

/** A participant's bare WebSocket that is let in. */
async function dial(token = newId()): Promise<{ readonly socket: WebSocket; readonly closed: Promise<Closed> }> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const closed = new Promise<Closed>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('open', resolve));
  const welcome = new Promise<void>((resolve) =>
    socket.on('message', (data) => data.toString().startsWith('42["snapshot"') && resolve()),
  );
  socket.send(`40${JSON.stringify({ protocol: 1, code: server.code, role: 'participant', token })}`);
  await welcome;
  return { socket, closed };
}

test.each([
  ['is refused again and again', '42["sync",{}]', 200],
  ['sends more packets than anybody taps', '3', 2_000],
])('[WIRE13] a connection that %s is closed with a code, and its device waits', async (_what, packet, times) => {
  const token = newId();
  const { socket, closed } = await dial(token);
  for (let i = 0; i < times; i += 1) socket.send(packet);
  expect(await closed).toEqual({ code: 1008, reason: 'rate_limited' });
  const again = openSocket(server, { token });
  const refusal = await new Promise((resolve) => {
    again.on('connect', () => resolve('let in'));
    again.on('connect_error', (error) => resolve((error as Error & { data?: { code?: string } }).data?.code));
  });
  again.disconnect();
  expect(refusal).toBe('rate_limited');
});

test('[WIRE13] a client that waits as it is told is never closed', async () => {
  const client = await connect(server);
  await client.must({ type: 'participant.join', groupId: 'heads' });
  let refused = 0;
  for (let i = 0; i < 80; i += 1) {
    const ack = await client.send({
      type: 'idea.submit',
      activityId: 'ask',
      ideaId: 'one',
      text: `Жооп ${i}`,
      lang: 'ky',
    });
    if (ack.ok) continue;
    refused += 1;
    await new Promise((resolve) => setTimeout(resolve, ack.retryAfterMs ?? 0));
  }
  expect(refused).toBeGreaterThan(0);
  expect(client.socket.connected).toBe(true);
  client.close();
});

test('[WIRE13] [WIRE8] among flooders that read nothing everybody else is answered; people in the room may always come back', async () => {
  const flooders = await Promise.all(Array.from({ length: 30 }, () => dial()));
  for (const { socket } of flooders) {
    (socket as unknown as { _socket: { pause(): void } })._socket.pause();
    for (let i = 0; i < 3_000; i += 1) socket.send(`42${i}["sync",{}]`);
  }
  for (let i = 0; i < 10; i += 1)
    await person.must({ type: 'idea.submit', activityId: 'ask', ideaId: 'mine', text: `Жооп ${i}`, lang: 'ky' });
  // They hear of it once they read again.
  for (const { socket } of flooders) (socket as unknown as { _socket: { resume(): void } })._socket.resume();
  await Promise.all(flooders.map(({ closed }) => closed));
  const back = await connect(server, { token: person.token as string });
  expect(back.mine?.ideas).toHaveProperty('mine');
  back.close();
});
