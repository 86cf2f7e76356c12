// What a route answers: a value, which the gate sends. Refusals have one form and one list of statuses.
import type { OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { DEVICE_COOKIE, linkCookie, ORGANISER_COOKIE } from '../auth/credentials';
import type { DeviceScope } from '../auth/session-scopes';
import type { LinkRole } from '../auth/tokens';
import { type RefusalCode, type Refused, TEMPORARY_REFUSALS } from '../protocol/wire';

/** The gate says how far it goes: only to our own pages, and over TLS only when the page came so. */
export type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly maxAgeS: number;
  /** Readable by the pages' own scripts: a preference, not a credential. */
  readonly isPlain?: true;
};

export type Answer = {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | Buffer | Readable;
  readonly cookies?: readonly Cookie[];
};

/** A page to read or a file to keep; never something to run or a copy for a shared cache. */
export const DATA_HEADERS: OutgoingHttpHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

export function jsonAnswer(status: number, body: unknown, headers: OutgoingHttpHeaders = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...DATA_HEADERS, ...headers },
    body: JSON.stringify(body),
  };
}

/** What the gate itself may say no with. */
export type GateRefusal = RefusalCode | 'organiser_only';

const STATUS: Partial<Record<GateRefusal, number>> = {
  malformed: 400,
  unauthorised: 401,
  organiser_only: 403,
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
export function statusOf(code: GateRefusal): number {
  return STATUS[code] ?? 409;
}

export function refusalOf(refused: Omit<Refused, 'code'> & { readonly code: GateRefusal }): Answer {
  const { code, retryAfterMs } = refused;
  if (retryAfterMs === undefined) return jsonAnswer(statusOf(code), refused);
  return jsonAnswer(statusOf(code), refused, { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) });
}

/** Where nothing better is known, a temporary refusal asks for a second of patience. */
const PATIENCE_MS = 1_000;

export function refuse(code: GateRefusal): Answer {
  const isTemporary = (TEMPORARY_REFUSALS as readonly string[]).includes(code);
  return refusalOf({ ok: false, code, ...(isTemporary ? { retryAfterMs: PATIENCE_MS } : {}) });
}

/** The path exists, the method does not. */
export function notAllowed(allowed: readonly string[]): Answer {
  return jsonAnswer(405, { ok: false, code: 'malformed' }, { allow: allowed.join(', ') });
}

export function notFound(code = 'malformed'): Answer {
  return jsonAnswer(404, { ok: false, code });
}

export function redirect(to: string): Answer {
  return { status: 303, headers: { location: to, 'cache-control': 'no-store' } };
}

const DEVICE_MAX_AGE_S = 90 * 24 * 3600;
const LINK_MAX_AGE_S = 7 * 24 * 3600;

export const withCookie = (answer: Answer, ...cookies: readonly Cookie[]): Answer =>
  cookies.length === 0 ? answer : { ...answer, cookies: [...(answer.cookies ?? []), ...cookies] };

/** A device that is new is known by its cookie from this answer on. */
export const remember = (answer: Answer, { token, isNew }: DeviceScope): Answer =>
  isNew ? withCookie(answer, { name: DEVICE_COOKIE, value: token, maxAgeS: DEVICE_MAX_AGE_S }) : answer;

export const linkKept = (role: LinkRole, code: string, token: string): Cookie => ({
  name: linkCookie(role, code),
  value: token,
  maxAgeS: LINK_MAX_AGE_S,
});

export const organiserKept = (token: string): Cookie => ({
  name: ORGANISER_COOKIE,
  value: token,
  maxAgeS: LINK_MAX_AGE_S,
});
