// next-intl without a language in the address: one link for the whole hall.
import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { DEFAULT_TIME_ZONE } from '../server/engine/time-zone';
import { asLocale, DEFAULT_LOCALE, LOCALE_COOKIE, LOCALE_HEADER, preferredLocale } from './locale';
import { messagesIn } from './messages';

export default getRequestConfig(async ({ locale: forced }) => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const locale =
    asLocale(forced) ??
    asLocale(sent.get(LOCALE_HEADER)) ??
    asLocale(jar.get(LOCALE_COOKIE)?.value) ??
    preferredLocale(sent.get('accept-language')) ??
    DEFAULT_LOCALE;
  return {
    locale,
    messages: messagesIn(locale),
    // Dates are made by i18n/dates.ts on the workshop's clock; this only keeps the server's own zone from ever showing.
    timeZone: DEFAULT_TIME_ZONE,
  };
});
