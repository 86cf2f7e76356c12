// How a row is gone through: another site's page, who, the body, the function. A refusal has the row's own form.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type GateRefusal, refuse } from './answer';
import type { Body, Exchange, Row } from './row';
import { send } from './send';

declare module 'fastify' {
  interface FastifyRequest {
    exchange: Exchange;
    /** As whom the row's guard has let it in. */
    scope: object | undefined;
  }
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
}

export function addRow(app: FastifyInstance, row: Row): void {
  const { method, who, body } = row;

  async function refused(request: FastifyRequest, reply: FastifyReply, code: GateRefusal): Promise<FastifyReply> {
    return send(
      reply,
      row.refusal === undefined ? refuse(code) : await row.refusal(code, paramsOf(request), request.exchange),
    );
  }

  async function admit(request: FastifyRequest, reply: FastifyReply, content: unknown): Promise<void> {
    const scope = await who.admit({ params: paramsOf(request), body: content }, request.exchange);
    if (typeof scope === 'string') await refused(request, reply, scope);
    else request.scope = scope;
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, content: unknown): Promise<FastifyReply> {
    if (who.after === 'body') await admit(request, reply, content);
    if (reply.sent || request.scope === undefined) return reply;
    const query = request.query as Record<string, string>;
    const input = { params: paramsOf(request), query, body: content };
    const found = await row.answer(request.scope, input, request.exchange);
    if (found.body instanceof Readable) tellOfBreak(found.body, request, reply);
    return send(reply, found);
  }

  for (const url of urlsOf(row))
    app.route({
      method: method === 'GET' && row.sends !== 'file' ? ['GET', 'HEAD'] : method,
      url,
      ...(body === undefined ? {} : { bodyLimit: body.limit }),
      async onRequest(request, reply) {
        // What a body says of its own type is not looked at; Fastify would.
        delete request.raw.headers['content-type'];
        if (method === 'POST' && request.exchange.caller.isForeignPage) await refused(request, reply, 'forbidden');
        else if (who.after === undefined) await admit(request, reply, undefined);
      },
      async handler(request, reply) {
        const read = contentOf(body, request);
        return read === undefined ? refused(request, reply, 'malformed') : answer(request, reply, read.content);
      },
      errorHandler(error, request, reply) {
        if (!isTooLarge(error)) throw error;
        // Read to its end by nobody, so that the sender lives to see the answer.
        request.raw.resume();
        reply.removeHeader('connection');
        return body?.kind === 'form' ? answer(request, reply, 'too_large') : refused(request, reply, 'too_large');
      },
    });
}

/** Once an answer has begun it can only be broken off, which Fastify does and tells nobody. */
function tellOfBreak(body: Readable, { method, exchange }: FastifyRequest, reply: FastifyReply): void {
  body.once('error', (error) => {
    if (reply.raw.headersSent) exchange.services.logger.error({ err: error, method }, 'a request failed');
  });
}

const paramsOf = ({ params }: FastifyRequest) => params as Record<string, string>;

/** What people have typed or kept may end in a slash. */
const urlsOf = ({ path, refusal }: Row) => (refusal === undefined || path === '/' ? [path] : [path, `${path}/`]);

/** Undefined: it does not fit. An empty body is an empty object. */
function contentOf(
  body: Body<unknown> | undefined,
  request: FastifyRequest,
): { readonly content: unknown } | undefined {
  if (body === undefined) return { content: undefined };
  if (body.kind === 'file') return { content: request.raw };
  const text = (request.body as string | undefined) ?? '';
  if (body.kind === 'form') return { content: [...new URLSearchParams(text)] };
  const parsed = body.schema.safeParse(text === '' ? {} : parseJson(text));
  return parsed.success ? { content: parsed.data } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
