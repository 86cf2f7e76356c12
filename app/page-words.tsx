// Hands a page's client tree its words, and nothing else: they travel in the HTML of every copy of the page.
// tests/unit/page-words.test.ts compares what is asked for with what the page's components read.
import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** `areas`: namespaces of the messages (`Console`), or what a page needs of a large one (`Draft.theme`). */
type Props = { readonly areas: readonly string[]; readonly children: ReactNode };

export async function PageWords({ areas, children }: Props) {
  const all = await getMessages();
  const messages: AbstractIntlMessages = {};
  for (const area of areas) hand(area.split('.'), all, messages);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}

function hand([key = '', ...below]: readonly string[], from: AbstractIntlMessages, to: AbstractIntlMessages): void {
  const words = from[key];
  if (words === undefined || typeof words === 'string' || below.length === 0) {
    if (words !== undefined) to[key] = words;
    return;
  }
  const part = to[key] ?? {};
  to[key] = part;
  if (typeof part !== 'string') hand(below, words, part);
}
