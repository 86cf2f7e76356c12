// Which language a reader wants, from the request, and keeping the choice.
import type { IncomingHttpHeaders } from 'node:http';
import { asLocale, DEFAULT_LOCALE, LOCALE_COOKIE, preferredLocale } from '../../i18n/locale';
import { readCookies } from '../auth/credentials';
import type { Locale } from '../engine/vocabulary';
import type { Cookie } from './answer';

const LOCALE_MAX_AGE_S = 365 * 24 * 3600;

export function localeOf(headers: IncomingHttpHeaders): Locale {
  const chosen = readCookies(headers.cookie).get(LOCALE_COOKIE);
  return asLocale(chosen) ?? preferredLocale(headers['accept-language']?.slice(0, 200)) ?? DEFAULT_LOCALE;
}

export const localeKept = (locale: Locale): Cookie => ({
  name: LOCALE_COOKIE,
  value: locale,
  maxAgeS: LOCALE_MAX_AGE_S,
  isPlain: true,
});
