// The system's own Firefox, driven by WebDriver BiDi. Playwright drives only a Firefox patched by itself.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { findInPage, type OtherBrowser } from './other-browser';

type Answer = { readonly id?: number; readonly type: string; readonly result?: unknown; readonly message?: string };
type Found = {
  readonly result?: { readonly sharedId?: string };
  readonly exceptionDetails?: { readonly text: string };
};

export async function openFirefox(program: string): Promise<OtherBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'eles-firefox-'));
  const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
  const child = spawn(program, [...args, '--width=400', '--height=740', 'about:blank'], {
    env: { ...process.env, LC_ALL: 'C.UTF-8', MOZ_CRASHREPORTER_DISABLE: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        const [, found] = /listening on (ws:\S+)/.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
      void gone.then(() => reject(new Error('Firefox ended before it listened')));
    });
    const ask = await speak(`${address}/session`);
    await ask('session.new', { capabilities: {} });
    const { contexts } = await ask<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
    const context = contexts[0]?.context;
    await ask('browsingContext.setViewport', { context, viewport: { width: 360, height: 740 } });
    const press: OtherBrowser['press'] = async ({ ref }) => {
      const origin = { type: 'element', element: { sharedId: ref } };
      const parameters = { pointerType: 'touch' };
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await ask('input.performActions', { context, actions: [{ type: 'pointer', id: 'finger', parameters, actions }] });
    };
    return {
      async goto(url) {
        await ask('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      async find(selector, text) {
        const { result, exceptionDetails } = await ask<Found>('script.callFunction', {
          functionDeclaration: findInPage,
          arguments: [selector, text].map((value) => ({ type: 'string', value })),
          target: { context },
          awaitPromise: false,
        });
        if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
        return result?.sharedId === undefined ? null : { ref: result.sharedId };
      },
      press,
      async type(element, text) {
        await press(element);
        const actions = [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
        await ask('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
      },
      close: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Ask = <Result = unknown>(method: string, params: object) => Promise<Result>;

async function speak(address: string): Promise<Ask> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ type, result, message }) =>
        type === 'error' ? reject(new Error(`${method}: ${message}`)) : resolve(result as never),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
