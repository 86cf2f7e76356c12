// Dates and times of day as a reader writes them. Only the calendar comes from Intl, never the wording: engines differ in what
// they know of Kyrgyz (some write 2026-28-11), and a file must read like the screen it was asked for on.
import type { Locale } from '../server/engine/vocabulary';

export type Dates = {
  /** "28-ноябрь 2026", "28 ноября 2026 г.", "28 November 2026"; milliseconds since 1970, as everywhere here. */
  day(at: number): string;
  /** For a column: "28.11.2026", "28 Nov 2026". */
  shortDay(at: number): string;
  /** "14:05" */
  time(at: number): string;
  /** "14:05:09" */
  exactTime(at: number): string;
  /** Day, time and the distance from UTC, for what is read elsewhere or later: "28-ноябрь 2026, 14:05 (UTC+6)". */
  moment(at: number): string;
  /** A calendar date of the zone: "2026-11-28". */
  calendar(at: number): string;
};

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  ky: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

type Reading = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>;

/** `timeZone`: a name of the IANA list. */
export function datesIn(locale: Locale, timeZone: string): Dates {
  const clock = clockOf(timeZone);
  const read = (at: number): Reading => {
    const parts = clock.formatToParts(at).map(({ type, value }) => [type, Number(value)] as const);
    return Object.fromEntries(parts) as unknown as Reading;
  };
  const day = (at: number): string => {
    const { year, month, day: date } = read(at);
    const name = MONTHS[locale][month - 1] ?? '';
    if (locale === 'ky') return `${date}-${name} ${year}`;
    return locale === 'ru' ? `${date} ${name} ${year} г.` : `${date} ${name} ${year}`;
  };
  const time = (at: number): string => {
    const { hour, minute } = read(at);
    return `${two(hour)}:${two(minute)}`;
  };
  return {
    day,
    time,
    shortDay(at) {
      const { year, month, day: date } = read(at);
      return locale === 'en'
        ? `${date} ${(MONTHS.en[month - 1] ?? '').slice(0, 3)} ${year}`
        : `${two(date)}.${two(month)}.${year}`;
    },
    exactTime: (at) => `${time(at)}:${two(read(at).second)}`,
    moment: (at) => `${day(at)}, ${time(at)} (${offsetOf(read(at), at)})`,
    calendar(at) {
      const { year, month, day: date } = read(at);
      return `${year}-${two(month)}-${two(date)}`;
    },
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A browser older than the zone's name goes by UTC; where a time leaves the hall, the distance from UTC stands with it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric' as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  const options = { ...parts, hourCycle: 'h23' as const };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
}

/** "UTC+6", "UTC−3:30" */
function offsetOf({ year, month, day, hour, minute, second }: Reading, at: number): string {
  const there = Date.UTC(year, month - 1, day, hour, minute, second);
  const minutes = Math.round((there - at) / 60_000);
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}
