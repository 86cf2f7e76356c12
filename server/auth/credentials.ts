// What a request or a handshake shows of itself: a token it names, and cookies. Names of cookies differ per session, so that
// one laptop can serve two of them.
import type { IncomingHttpHeaders } from 'node:http';
import type { LinkRole } from './tokens';

export type Credentials = { readonly token?: string | undefined; readonly cookies: ReadonlyMap<string, string> };

export const DEVICE_COOKIE = 'eles_device';
export const ORGANISER_COOKIE = 'eles_organiser';

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

export function credentialsOf({ authorization, cookie }: IncomingHttpHeaders): Credentials {
  const token = /^Bearer ([A-Za-z0-9_-]{1,128})$/.exec(authorization ?? '')?.[1];
  return { token, cookies: readCookies(cookie) };
}
