import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { datesIn } from '../../../i18n/dates';
import { numberIn } from '../../../i18n/numbers';
import { LOCALES } from '../../../server/engine/vocabulary';
import { workshopDesign } from '../../../server/protocol/design-schema';
import { smallWorkshop } from '../../support/workshop';

/** Late in the evening of the 27th in UTC, the 28th in Bishkek. */
const AT = Date.UTC(2026, 10, 27, 20, 5, 9);

test.each([
  ['ky', '28-ноябрь 2026', '28.11.2026'],
  ['ru', '28 ноября 2026 г.', '28.11.2026'],
  ['en', '28 November 2026', '28 Nov 2026'],
] as const)('[EXP12] in %s a day is %s', (locale, day, shortDay) => {
  const dates = datesIn(locale, 'Asia/Bishkek');
  expect([dates.day(AT), dates.shortDay(AT)]).toEqual([day, shortDay]);
  expect([dates.time(AT), dates.exactTime(AT), dates.calendar(AT)]).toEqual(['02:05', '02:05:09', '2026-11-28']);
  expect(dates.moment(AT)).toBe(`${day}, 02:05 (UTC+6)`);
});

test.each([
  ['UTC', '27 November 2026, 20:05 (UTC)'],
  ['Asia/Kolkata', '28 November 2026, 01:35 (UTC+5:30)'],
  ['America/St_Johns', '27 November 2026, 16:35 (UTC−3:30)'],
  ['No/Such_Place', '27 November 2026, 20:05 (UTC)'],
])('[EXP12] on the clock of %s it is %s', (timeZone, moment) => {
  expect(datesIn('en', timeZone).moment(AT)).toBe(moment);
});

test('[EXP12] every month has its name in every language, midnight is 00:00', () => {
  for (const locale of LOCALES) {
    const names = Array.from({ length: 12 }, (_, month) => datesIn(locale, 'UTC').day(Date.UTC(2026, month, 1)));
    expect(new Set(names).size).toBe(12);
    expect(names.join()).not.toContain('undefined');
    expect(datesIn(locale, 'UTC').time(Date.UTC(2026, 0, 1))).toBe('00:00');
  }
});

test.each([
  ['ky', 0.532, '0,532'],
  ['ru', 3.5, '3,5'],
  ['en', 3.5, '3.5'],
  ['ky', 9999, '9999'],
  ['ru', 1234567.5, '1\u202f234\u202f567,5'],
  ['en', 12345, '12,345'],
  ['ru', -1, '−1'],
] as const)('[EXP12] in %s %d is %s', (locale, value, text) => {
  expect(numberIn(locale, value)).toBe(text);
});

test('[EXP12] a design names a time zone that exists, or none', () => {
  const taken = (timeZone?: string) =>
    workshopDesign.safeParse({ ...smallWorkshop, ...(timeZone === undefined ? {} : { timeZone }) }).success;
  for (const zone of [undefined, 'Asia/Bishkek', 'Asia/Almaty', 'UTC', 'America/Argentina/Salta'])
    expect({ zone, taken: taken(zone) }).toEqual({ zone, taken: true });
  for (const zone of ['', 'Bishkek', 'Asia/Nowhere', '+06:00', 'asia/bishkek', 'local'])
    expect({ zone, taken: taken(zone) }).toEqual({ zone, taken: false });
});

/** What a browser writes by itself differs from engine to engine, most of all in Kyrgyz. */
test('[EXP12] no page and no file lets the engine word a date or a figure', () => {
  const root = join(__dirname, '../../..');
  const files = ['app', 'components', 'i18n', 'server'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated'))
      .map((file) => join(folder, file)),
  );
  const offenders = files.filter((file) =>
    /\buseFormatter\b|\.toLocale(Date|Time)?String\(|Intl\.(NumberFormat|RelativeTimeFormat)|\{ dateStyle/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(offenders).toEqual([]);
});
