// A server that is told to stop does, whoever holds on to it.

import { connect as dial, type Socket } from 'node:net';
import { PATIENCE_MS, until } from '../../support/patience';
import { startTestServer } from '../../support/server';

const HEAD = 'Host: 127.0.0.1\r\n';
const UPGRADE = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';

test.each([
  ['half a request', `GET / HTTP/1.1\r\n${HEAD}`],
  [
    'a WebSocket that says nothing',
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${HEAD}${UPGRADE}${KEY}\r\n`,
  ],
  [
    'a foreign upgrade that stays when it is shown out',
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${HEAD}Origin: http://elsewhere.example\r\n${UPGRADE}${KEY}\r\n`,
  ],
])('[START6] nobody keeps a server from stopping: %s', async (_what, words) => {
  const server = await startTestServer();
  const taken: Socket[] = [];
  server.container.httpServer.on('connection', (socket: Socket) => taken.push(socket));
  const sockets: Socket[] = [];
  for (let i = 0; i < 20; i += 1) {
    // Half-open: it does not close because the other side has.
    const socket = dial({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => {});
    socket.resume();
    sockets.push(socket);
    await new Promise<void>((done) => socket.write(words, () => done()));
  }
  const hasRead = ({ bytesRead }: Socket) => bytesRead === words.length;
  await until(() => taken.filter(hasRead).length === sockets.length, 'the server to have read it all');
  const stopped = await Promise.race([
    server.close().then(() => true),
    new Promise<boolean>((done) => setTimeout(() => done(false), PATIENCE_MS).unref()),
  ]);
  for (const socket of sockets) socket.destroy();
  await server.close();
  expect(stopped).toBe(true);
});
