// The one place that every request comes through. Fastify finds the row and reads the body; what no row names goes to the
// pages of Next, untouched.
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { FindCaller } from '../auth/caller';
import { credentialsOf } from '../auth/credentials';
import { RenderBusy } from '../export/render-thread';
import { RoomElsewhere } from '../live/room-owner';
import { isPath, readableUrl, readQuery } from './address';
import { type GateRefusal, notAllowed, notFound, refusalOf, refuse } from './answer';
import type { Row } from './row';
import { addRow, isTooLarge } from './run-row';
import { protect, send } from './send';
import type { Services } from './services';

/** Of one address: 600 phones that load the page with all its files at once, and then all of them without a socket. */
const REQUESTS = { perSecond: 1_000, burst: 10_000 };

/** More than a request's first line can hold: a code that is too long is an unknown one, and the rows say so. */
const LONGEST_PARAM = 64 * 1024;

export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type GateParts = {
  readonly rows: readonly Row[];
  readonly services: Services;
  readonly findCaller: FindCaller;
  /** Without it everything that is no row is not found. */
  readonly pages?: Pages | undefined;
  /** socket.io and Next hang on it too; its time limits are its own. */
  readonly httpServer: Server;
};

export async function createGate({
  rows,
  services,
  findCaller,
  pages,
  httpServer,
}: GateParts): Promise<RequestListener> {
  const requests = services.budgets('requests', REQUESTS);
  let listener: RequestListener = (_request, response) => void response.destroy();
  const app = Fastify({
    serverFactory(handler) {
      listener = handler;
      return httpServer;
    },
    exposeHeadRoutes: false,
    rewriteUrl: ({ url }) => readableUrl(url),
    routerOptions: { maxParamLength: LONGEST_PARAM, querystringParser: readQuery },
  });

  /** Asked of every request, before anything is looked up for it. */
  app.addHook('onRequest', (request, reply, done) => {
    const { headers, raw } = request;
    protect(reply.raw);
    if (!isPath(raw.url)) return void send(reply, refuse('malformed'));
    const caller = findCaller(headers, raw.socket);
    const retryAfterMs = requests.take(caller.address);
    if (retryAfterMs > 0) {
      reply.header('connection', 'close');
      return void send(reply, refusalOf({ ok: false, code: 'rate_limited', retryAfterMs }));
    }
    if (request.is404) return elsewhere(request, reply);
    request.exchange = { services, caller, address: caller.address, headers, credentials: credentialsOf(headers) };
    done();
  });

  /** What is no row: another method of one, nothing at all under /api/, or a page of Next. */
  function elsewhere({ raw, originalUrl }: FastifyRequest, reply: FastifyReply): void {
    const { method = '', url = '' } = raw;
    const path = url.split('?')[0] ?? '';
    const allowed = ['GET', 'POST'].filter((one) => app.findRoute({ method: one, url: path }) !== null);
    if (allowed.length > 0) return void send(reply, notAllowed(allowed));
    if (pages === undefined || path.startsWith('/api/')) return void send(reply, notFound());
    // Next answers methods it does not know with 500 and a stack in our log.
    if (!['GET', 'HEAD', 'POST'].includes(method)) return void send(reply, notAllowed(['GET']));
    raw.url = originalUrl;
    // Before a byte of the body is read: it is the page's.
    reply.hijack();
    pages(raw, reply.raw).catch((error) => {
      const code = codeOf(error, raw, reply.raw);
      if (code === undefined) return;
      const { status, headers, body } = refuse(code);
      reply.raw.writeHead(status, headers).end(body);
    });
  }

  app.setErrorHandler((error, request, reply) => {
    const code = codeOf(error, request.raw, reply.raw);
    if (code !== undefined) send(reply, refuse(code));
  });

  /** What to answer when something was thrown; undefined: there is nobody, or no way, to answer. */
  function codeOf(error: unknown, request: IncomingMessage, response: ServerResponse): GateRefusal | undefined {
    // The reader went away in the middle. (A request is destroyed as soon as its body has been read.)
    if (response.destroyed) return undefined;
    if (!response.headersSent) {
      if (error instanceof RenderBusy || error instanceof RoomElsewhere) return 'retry';
      if (isTooLarge(error)) return 'too_large';
    }
    services.logger.error({ err: error, method: request.method }, 'a request failed');
    if (!response.headersSent) return 'internal';
    response.destroy();
    return undefined;
  }

  const isFile = ({ body }: Row) => body?.kind === 'file';
  app.register(async (texts) => {
    texts.removeAllContentTypeParsers();
    texts.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
    for (const row of rows) if (!isFile(row)) addRow(texts, row);
  });
  app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, _unread, done) => done(null));
    for (const row of rows) if (isFile(row)) addRow(files, row);
  });
  await app.ready();
  return listener;
}
