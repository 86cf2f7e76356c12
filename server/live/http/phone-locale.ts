// Which language a phone reads: its own choice first, then what the browser prefers, then Kyrgyz.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOCALES, type Locale } from '../../engine/vocabulary';
import { readCookies } from './cookies';

const LOCALE_COOKIE = 'eles_locale';
const LOCALE_MAX_AGE_S = 365 * 24 * 3600;

export function isLocale(value: string | undefined): value is Locale {
  return (LOCALES as readonly (string | undefined)[]).includes(value);
}

export function localeOf(request: IncomingMessage): Locale {
  const chosen = readCookies(request.headers.cookie).get(LOCALE_COOKIE);
  if (isLocale(chosen)) return chosen;
  const preferred = (request.headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', q = 'q=1'] = part.trim().split(';');
      return { language: tag.toLowerCase().split('-')[0], weight: Number(q.replace(/^\s*q=/, '')) || 0 };
    })
    .sort((a, b) => b.weight - a.weight)
    .find(({ language }) => isLocale(language));
  return isLocale(preferred?.language) ? preferred.language : 'ky';
}

/** Readable by the pages' own scripts: it is a preference, not a credential. */
export function setLocaleCookie(response: ServerResponse, locale: Locale): void {
  response.appendHeader(
    'set-cookie',
    `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${LOCALE_MAX_AGE_S}; SameSite=Lax`,
  );
}
