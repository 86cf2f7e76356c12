// A part of console, wall or organiser's page as HTML in a language, without a browser.
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import en from '../../messages/en.json';
import ky from '../../messages/ky.json';
import ru from '../../messages/ru.json';
import type { Locale } from '../../server/engine/vocabulary';

export const MESSAGES = { ky, ru, en };

export function renderIn(locale: Locale, element: ReactElement): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="Asia/Bishkek">
      {element}
    </NextIntlClientProvider>,
  );
}
