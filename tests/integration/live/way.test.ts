// The line finds a way through proxies that do not let WebSockets live, and goes back to them when they do.

import { createConnection, type LiveConnection } from '../../../components/live/connection';
import { newId } from '../../support/client';
import { PATIENCE_MS, until } from '../../support/patience';
import { type BadProxy, type SocketHabit, startProxy } from '../../support/proxy';
import { startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let proxy: BadProxy;
let line: LiveConnection<'participant'>;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(async () => {
  line.close();
  await proxy.close();
});

async function dialThrough(habit: SocketHabit, lookAfterMs?: number): Promise<void> {
  proxy = await startProxy(server.port, habit);
  // A device token is made like any id.
  const token = newId();
  const look = lookAfterMs === undefined ? {} : { lookAfterMs };
  line = createConnection({ code: server.code, role: 'participant', token, url: proxy.url, ...look });
}

const isOnline = () => line.state().status === 'online';
const counts = async () =>
  (await line.send({ id: newId(), type: 'participant.join', groupId: 'heads' }, PATIENCE_MS))?.ok === true;

test.each(['swallow', 'mute', 'refuse', 'cut'] as const)(
  '[WIRE17] sockets that a proxy treats by “%s”: the line goes by polling and commands count',
  async (habit) => {
    await dialThrough(habit);
    const settled = () => isOnline() && proxy.sockets === 0;
    await until(settled, 'a line by polling');
    expect(await counts()).toBe(true);
  },
);

test('[WIRE17] a line by polling goes back to a socket once one works', async () => {
  await dialThrough('swallow', 300);
  await until(isOnline, 'the line');
  expect(proxy.sockets).toBe(0);
  proxy.habit = 'pass';
  // The trial's own socket is seen first, then for a moment none: sent again as the outbox does, the wish counts over the new one.
  const onSocket = () => proxy.sockets === 1 && isOnline();
  await until(async () => onSocket() && (await counts()) && proxy.sockets === 1, 'a wish that counts over a socket');
  await until(onSocket, 'the line to stay on its socket');
});

test('[WIRE17] where a socket works none is given up', async () => {
  await dialThrough('pass');
  await until(isOnline, 'the line');
  expect(proxy.sockets).toBe(1);
});
