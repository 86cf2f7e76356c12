// How the live server answers: JSON, redirects and pages, always with the same protective headers.
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type RefusalCode, type Refused, TEMPORARY_REFUSALS } from '../../protocol/wire';

/** Set on every answer, Next's included; a page may make its own content policy stricter. */
export function protect(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}

/** For answers that are data: nothing in them may run, whatever a browser takes them for. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): true {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'content-security-policy': DATA_POLICY,
    ...headers,
  });
  response.end(text);
  return true;
}

const STATUS: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  unauthorised: 401,
  no_cookies: 403,
  forbidden: 403,
  unknown_session: 404,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  retry: 503,
  stopping: 503,
  storage_full: 507,
};

/** Refusals of the rules are conflicts with the state of the room. */
export function statusOf(code: RefusalCode): number {
  return STATUS[code] ?? 409;
}

export function sendRefusal(response: ServerResponse, refused: Refused): true {
  const { code, retryAfterMs } = refused;
  if (retryAfterMs === undefined) return sendJson(response, statusOf(code), refused);
  return sendJson(response, statusOf(code), refused, { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) });
}

/** Where nothing better is known, a temporary refusal asks for a second of patience. */
const PATIENCE_MS = 1_000;

export function refuse(response: ServerResponse, code: RefusalCode): true {
  const patience = TEMPORARY_REFUSALS.includes(code) ? { retryAfterMs: PATIENCE_MS } : {};
  return sendRefusal(response, { ok: false, code, ...patience });
}

/** The path exists, the method does not. */
export function sendNotAllowed(response: ServerResponse, allowed: string): true {
  return sendJson(response, 405, { ok: false, code: 'malformed' }, { allow: allowed });
}
