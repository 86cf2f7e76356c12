// What the gate makes of faults in rows, on a real port.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createFindCaller } from '../../../server/auth/caller';
import { RenderBusy } from '../../../server/export/render-thread';
import { memoryBudgets } from '../../../server/live/token-bucket';
import type { Answer } from '../../../server/routes/answer';
import { createGate } from '../../../server/routes/gate';
import { route } from '../../../server/routes/row';
import type { Services } from '../../../server/routes/services';
import { anybody } from '../../../server/routes/who';

const logged: unknown[] = [];
const services = {
  access: { anybody: {} },
  budgets: memoryBudgets(() => 0),
  logger: { error: ({ err }: { err: Error }) => logged.push(err.message) },
} as unknown as Services;

const row = (path: string, answer: () => Answer) => route({ method: 'GET', path, who: anybody, says: '', answer });
const stream = (body: Readable): Answer => ({ status: 200, headers: {}, body });
async function* broken(first: boolean) {
  if (first) yield Buffer.alloc(100_000);
  throw new Error('the database went away');
}
const rows = [
  row('/fault', () => {
    throw new Error('a fault');
  }),
  row('/busy', () => {
    throw new RenderBusy();
  }),
  row('/late', () => stream(Readable.from(broken(true)))),
  row('/never', () => stream(Readable.from(broken(false)))),
];

let httpServer: Server;
let url: string;
beforeAll(async () => {
  httpServer = createServer((request, response) => listener(request, response));
  const listener = await createGate({ rows, services, findCaller: createFindCaller({}), httpServer });
  await new Promise<void>((done) => httpServer.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => httpServer.close(done)));
beforeEach(() => {
  logged.length = 0;
});

test('[WIRE2] a fault of ours is answered and in the log; what is only busy is no fault', async () => {
  const fault = await fetch(`${url}/fault`);
  expect([fault.status, await fault.json()]).toEqual([500, { ok: false, code: 'internal', retryAfterMs: 1_000 }]);
  expect(fault.headers.get('x-content-type-options')).toBe('nosniff');
  expect(logged).toEqual(['a fault']);
  expect((await fetch(`${url}/busy`)).status).toBe(503);
  expect(logged).toEqual(['a fault']);
});

test('[WIRE2] a download that cannot begin is a refusal; one that breaks off ends early, and both are in the log once', async () => {
  expect((await fetch(`${url}/never`)).status).toBe(500);
  expect(logged).toEqual(['the database went away']);
  await expect(fetch(`${url}/late`).then((answer) => answer.arrayBuffer())).rejects.toThrow();
  expect(logged).toEqual(['the database went away', 'the database went away']);
});
