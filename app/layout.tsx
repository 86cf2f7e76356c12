// The frame of every page: language, theme and the shared look.
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { TooOld } from '../components/ui/too-old';
import './tokens.css';
import './globals.css';

export const metadata: Metadata = {
  title: 'Eles',
  robots: { index: false, follow: false },
  // Phone browsers must not turn join codes and figures into telephone links.
  formatDetection: { telephone: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [locale, sent, jar] = await Promise.all([getLocale(), headers(), cookies()]);
  // Only the wall has a theme of its own (its cookie lives under /screen); everything else follows the system.
  const theme = sent.get('x-eles-theme') ?? jar.get('eles_wall_theme')?.value;
  return (
    <html lang={locale} data-theme={theme === 'dark' || theme === 'light' ? theme : undefined} suppressHydrationWarning>
      <body>
        <TooOld nonce={sent.get('x-nonce') ?? undefined} />
        {children}
      </body>
    </html>
  );
}
