// The tests' own client says what it waited for in vain, instead of holding up a whole run.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as SocketServer } from 'socket.io';
import { connect, refusalOf } from '../../support/client';

const tokens = { code: 'ABC234', facilitatorToken: 'f', screenToken: 's' };
let http: Server;

/** A server that lets a connection in and then says nothing. */
async function startMute(answer: (io: SocketServer) => void): Promise<{ readonly url: string } & typeof tokens> {
  http = createServer();
  const io = new SocketServer(http, { transports: ['websocket'] });
  answer(io);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, ...tokens };
}
afterEach(() => new Promise((done) => http.close(done)));

test('a handshake that nobody answers fails with what was waited for', async () => {
  const server = await startMute((io) => io.use(() => {}));
  await expect(connect(server, { withinMs: 300 })).rejects.toThrow(
    'the server gave no first snapshot to a participant within 300 ms',
  );
  await expect(refusalOf(server, { withinMs: 300 })).rejects.toThrow('no answer to a handshake within 300 ms');
});

test('so does a connection on which no snapshot comes', async () => {
  const server = await startMute(() => {});
  await expect(connect(server, { role: 'screen', withinMs: 300 })).rejects.toThrow('no first snapshot to a screen');
});
