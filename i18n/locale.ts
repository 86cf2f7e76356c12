// Which language a page speaks: the person's choice first, then what the browser asks for, else Kyrgyz. Never the address.
import { LOCALES, type Locale } from '../server/engine/vocabulary';

export const DEFAULT_LOCALE: Locale = 'ky';
export const LOCALE_COOKIE = 'eles_locale';
/** The wall has a language of its own: one laptop often shows the console and the wall side by side. */
export const WALL_LOCALE_COOKIE = 'eles_wall_locale';
/** Set by proxy.ts for this one request, so that `?lang=` counts already on the page that carries it. */
export const LOCALE_HEADER = 'x-eles-locale';

export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { ky: 'Кыргызча', ru: 'Русский', en: 'English' };

export function asLocale(value: string | null | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === value);
}

/** The first language of an Accept-Language header that we speak, by its weights. */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale | undefined {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, place) => {
      const [tag = '', ...params] = part.trim().split(';');
      const weight = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean);
      return {
        locale: asLocale(tag.toLowerCase().split('-')[0]),
        weight: weight === undefined ? 1 : Number(weight),
        place,
      };
    })
    .filter((entry) => entry.locale !== undefined && entry.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  return wanted[0]?.locale;
}
