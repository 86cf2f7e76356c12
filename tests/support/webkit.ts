// The system's own WebKitGTK, driven by WebDriver: the nearest to Safari that runs on Debian.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { findInPage, type OtherBrowser } from './other-browser';
import { until } from './patience';

/** The name under which WebDriver hands out an element: the same in every browser. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export async function openWebKit(programs: {
  readonly driver: string;
  readonly display: string;
}): Promise<OtherBrowser> {
  const display = spawn(programs.display, ['-displayfd', '3', '-screen', '0', '800x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await Promise.race([
    once(display.stdio[3] as Readable, 'data'),
    once(display, 'close').then(() => Promise.reject(new Error('the display ended before it was ready'))),
  ]);
  const port = await freePort();
  const env = { ...process.env, LC_ALL: 'C.UTF-8', GDK_BACKEND: 'x11', DISPLAY: `:${String(number).trim()}` };
  const driver = spawn(programs.driver, ['--host=127.0.0.1', `--port=${port}`], { env, stdio: 'ignore' });
  const ask = async <Result>(method: string, path: string, body?: object): Promise<Result> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: Result & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
  const stop = async () => {
    await end(driver);
    await end(display);
  };
  try {
    await answering(ask);
    const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: {} } });
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/window/rect`, { width: 400, height: 740 });
    return {
      async goto(url) {
        await ask('POST', `${session}/url`, { url });
      },
      async find(selector, text) {
        const script = `return (${findInPage})(...arguments)`;
        const found = await ask<Record<string, string> | null>('POST', `${session}/execute/sync`, {
          script,
          args: [selector, text],
        });
        const ref = found?.[elementKey];
        return ref === undefined ? null : { ref };
      },
      async press({ ref }) {
        await ask('POST', `${session}/element/${ref}/click`, {});
      },
      async type({ ref }, text) {
        await ask('POST', `${session}/element/${ref}/value`, { text });
      },
      async close() {
        await ask('DELETE', session);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function answering(ask: (method: string, path: string) => Promise<unknown>): Promise<void> {
  const answers = () =>
    ask('GET', '/status').then(
      () => true,
      () => false,
    );
  return until(answers, 'the driver of WebKit');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
