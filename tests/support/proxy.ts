// A proxy in front of a server that passes HTTP on and does with WebSockets what bad proxies do.
import { createServer, request as onward } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/**
 * `pass` lets sockets through, `refuse` answers their upgrade with 403, `swallow` never answers it, `mute` lets the upgrade
 * through and nothing after it, `cut` ends each socket half a second after it opened.
 */
export type SocketHabit = 'pass' | 'refuse' | 'swallow' | 'mute' | 'cut';

export type BadProxy = {
  readonly url: string;
  habit: SocketHabit;
  /** WebSockets open through it now. */
  readonly sockets: number;
  close(): Promise<void>;
};

const CUT_AFTER_MS = 500;

export async function startProxy(serverPort: number, habit: SocketHabit): Promise<BadProxy> {
  const open = new Set<Socket>();
  let passed = 0;
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const asked = onward({ host: '127.0.0.1', port: serverPort, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    response.on('close', () => asked.destroy());
    request.pipe(asked);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (request, phone: Socket, head) => {
    phone.on('error', () => {});
    if (proxy.habit === 'swallow') return;
    if (proxy.habit === 'refuse') {
      phone.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const mute = proxy.habit === 'mute';
    const target = connect(serverPort, '127.0.0.1', () => {
      const { rawHeaders } = request;
      const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
      target.write(`GET ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      target.write(head);
      if (mute) {
        target.once('data', (welcome) => phone.write(welcome.subarray(0, welcome.indexOf('\r\n\r\n') + 4)));
        return;
      }
      passed += 1;
      phone.once('close', () => {
        passed -= 1;
      });
      phone.pipe(target);
      target.pipe(phone);
      if (proxy.habit === 'cut') setTimeout(() => phone.destroy(), CUT_AFTER_MS);
    });
    target.on('error', () => phone.destroy());
    phone.on('close', () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const proxy: BadProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    habit,
    get sockets() {
      return passed;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
