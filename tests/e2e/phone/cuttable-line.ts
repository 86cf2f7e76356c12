// The Wi-Fi of the hall: everything a phone sends passes here, and it can be cut, which a browser's own offline
// switch does not do to connections that are already open.

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export type CuttableLine = {
  readonly url: string;
  /** Open connections break, new ones find nobody. */
  cut(): Promise<void>;
  heal(): Promise<void>;
  /** What the server answers from now on is lost on the way, what phones send still arrives. */
  loseAnswers(): void;
  close(): Promise<void>;
};

export async function openLine(serverPort: number): Promise<CuttableLine> {
  const sockets = new Set<Socket>();
  let losing = false;

  const proxy = createServer((phone) => {
    const server = connect(serverPort, '127.0.0.1');
    for (const socket of [phone, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        phone.destroy();
        server.destroy();
      });
    }
    phone.pipe(server);
    server.on('data', (bytes) => {
      if (!losing) phone.write(bytes);
    });
  });
  const listen = (port: number) => new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = proxy.address() as AddressInfo;

  async function cut(): Promise<void> {
    if (!proxy.listening) return;
    const closed = new Promise((resolve) => proxy.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    async heal() {
      losing = false;
      await listen(port);
    },
    loseAnswers() {
      losing = true;
    },
    close: cut,
  };
}
