// Whether a request comes from the organiser of this server.
import type { IncomingMessage } from 'node:http';
import type { HttpContext } from './context';
import { bearerOf, ORGANISER_COOKIE, readCookies } from './cookies';

export function isOrganiser(request: IncomingMessage, { tokens }: Pick<HttpContext, 'tokens'>): boolean {
  const cookie = readCookies(request.headers.cookie).get(ORGANISER_COOKIE);
  return [bearerOf(request), cookie].some((token) => token !== undefined && tokens.isOrganiser(token));
}
