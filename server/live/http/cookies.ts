// The cookies that carry credentials. Names differ per session, so that one laptop can serve two of them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDeviceToken, type LinkRole, newDeviceToken } from '../../auth/tokens';
import type { Caller } from './caller';

export const DEVICE_COOKIE = 'eles_device';
const DEVICE_MAX_AGE_S = 90 * 24 * 3600;
const LINK_MAX_AGE_S = 7 * 24 * 3600;

export function linkCookie(role: LinkRole, code: string): string {
  return `eles_${role}_${code}`;
}

export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return cookies;
}

/** Not `Secure` over plain http: a hall without internet has no certificate. */
function addCookie(
  response: ServerResponse,
  { isSecure }: Pick<Caller, 'isSecure'>,
  name: string,
  value: string,
  maxAge: number,
): void {
  response.appendHeader(
    'set-cookie',
    `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
  );
}

export function setLinkCookie(
  response: ServerResponse,
  caller: Caller,
  link: { readonly role: LinkRole; readonly code: string; readonly token: string },
): void {
  addCookie(response, caller, linkCookie(link.role, link.code), link.token, LINK_MAX_AGE_S);
}

export const ORGANISER_COOKIE = 'eles_organiser';

export function setOrganiserCookie(response: ServerResponse, caller: Caller, token: string): void {
  addCookie(response, caller, ORGANISER_COOKIE, token, LINK_MAX_AGE_S);
}

export function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{1,128})$/.exec(request.headers.authorization ?? '')?.[1];
}

/** The device a request comes from, if it has said so. */
export function deviceOf(request: IncomingMessage): string | undefined {
  const token = bearerOf(request) ?? readCookies(request.headers.cookie).get(DEVICE_COOKIE);
  return isDeviceToken(token) ? token : undefined;
}

/** The device, known by its cookie from now on. */
export function ensureDevice(request: IncomingMessage, response: ServerResponse, caller: Caller): string {
  const known = deviceOf(request);
  if (known !== undefined) return known;
  const token = newDeviceToken();
  addCookie(response, caller, DEVICE_COOKIE, token, DEVICE_MAX_AGE_S);
  return token;
}
