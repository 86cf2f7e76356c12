'use client';
// Dates and times in the language of the page and on the workshop's clock.
import { useMemo } from 'react';
import { type Dates, datesIn } from '../../i18n/dates';
import { DEFAULT_TIME_ZONE } from '../../server/engine/time-zone';
import { usePageLocale } from './words';

/** `timeZone`: of the session; without one, of workshops that name none. */
export function useDates(timeZone: string = DEFAULT_TIME_ZONE): Dates {
  const locale = usePageLocale();
  return useMemo(() => datesIn(locale, timeZone), [locale, timeZone]);
}
