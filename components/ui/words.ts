'use client';
// Texts that organisers prepared, in the language of the page.
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import type { Locale, LocalText } from '../../server/engine/vocabulary';

export function usePageLocale(): Locale {
  return useLocale() as Locale;
}

export function useLocalText(): (text: LocalText) => string {
  const locale = usePageLocale();
  return useCallback((text: LocalText) => text[locale], [locale]);
}
