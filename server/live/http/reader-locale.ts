// Which language a reader wants, from the request, and keeping the choice.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { asLocale, DEFAULT_LOCALE, LOCALE_COOKIE, preferredLocale } from '../../../i18n/locale';
import type { Locale } from '../../engine/vocabulary';
import { readCookies } from './cookies';

const LOCALE_MAX_AGE_S = 365 * 24 * 3600;

export function localeOf(request: IncomingMessage): Locale {
  const chosen = readCookies(request.headers.cookie).get(LOCALE_COOKIE);
  return asLocale(chosen) ?? preferredLocale(request.headers['accept-language']?.slice(0, 200)) ?? DEFAULT_LOCALE;
}

/** Readable by the pages' own scripts: it is a preference, not a credential. */
export function setLocaleCookie(response: ServerResponse, locale: Locale): void {
  response.appendHeader('set-cookie', `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${LOCALE_MAX_AGE_S}; SameSite=Lax`);
}
