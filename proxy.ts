// Runs before every page of Next: a fresh script nonce for the content policy, and the wall's own language and theme.
import { type NextRequest, NextResponse } from 'next/server';
import { asLocale, LOCALE_HEADER, WALL_LOCALE_COOKIE } from './i18n/locale';

export const config = { matcher: ['/((?!_next/|api/|socket.io/).*)'] };

const WALL_THEME_COOKIE = 'eles_wall_theme';
const A_YEAR = 365 * 24 * 3600;

/** Older Safari does not take 'self' for sockets too. The header is the visitor's own, so it can widen nobody else's policy. */
function socketSource(host: string | null): string {
  return host !== null && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  // 'strict-dynamic' lets Next's own first script load its chunks; React sets styles through the DOM, which no policy forbids.
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${process.env.NODE_ENV === 'development' ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${socketSource(request.headers.get('host'))}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);

  const wall = request.nextUrl.pathname.startsWith('/screen/');
  const askedLocale = wall ? asLocale(request.nextUrl.searchParams.get('lang')) : undefined;
  const askedTheme = wall ? request.nextUrl.searchParams.get('theme') : null;
  const wallLocale = askedLocale ?? (wall ? asLocale(request.cookies.get(WALL_LOCALE_COOKIE)?.value) : undefined);
  if (wallLocale === undefined) headers.delete(LOCALE_HEADER);
  else headers.set(LOCALE_HEADER, wallLocale);
  if (askedTheme === 'dark' || askedTheme === 'light') headers.set('x-eles-theme', askedTheme);
  else headers.delete('x-eles-theme');

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('x-content-type-options', 'nosniff');
  const remember = { path: '/screen', maxAge: A_YEAR, sameSite: 'lax' } as const;
  if (askedLocale !== undefined) response.cookies.set(WALL_LOCALE_COOKIE, askedLocale, remember);
  if (askedTheme === 'dark' || askedTheme === 'light') response.cookies.set(WALL_THEME_COOKIE, askedTheme, remember);
  return response;
}
