// Sends an answer: what every one of them has, and how far its cookies go.
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Answer, Cookie } from './answer';

/** Set on every answer, Next's included; a page may make its own policy stricter. */
export function protect(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}

export function send(reply: FastifyReply, { status, headers, body, cookies = [] }: Answer): FastifyReply {
  reply.code(status).headers(headers);
  for (const cookie of cookies) reply.header('set-cookie', cookieText(cookie, reply.request.exchange.caller.isSecure));
  return reply.send(body);
}

/** Not `Secure` over plain http: a hall without internet has no certificate. */
function cookieText({ name, value, maxAgeS, isPlain }: Cookie, isSecure: boolean): string {
  const text = `${name}=${value}; Path=/; Max-Age=${maxAgeS}`;
  return isPlain ? `${text}; SameSite=Lax` : `${text}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
