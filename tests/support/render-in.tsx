// A part of console, wall or organiser's page as HTML in a language, without a browser.
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { messagesIn } from '../../i18n/messages';
import type { Locale } from '../../server/engine/vocabulary';

export function renderIn(locale: Locale, element: ReactElement): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messagesIn(locale)} timeZone="Asia/Bishkek">
      {element}
    </NextIntlClientProvider>,
  );
}
