import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tellLanguage } from '../../../server/engine/text/tell-language';
import { LOCALES } from '../../../server/engine/vocabulary';
import { formCommand } from '../../../server/protocol/form-command';

type Priority = Readonly<Record<(typeof LOCALES)[number], string>>;
const priorities = readFileSync(join(__dirname, '../../../prisma/templates/priorities-ky-ru-en.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Priority);

test.each([
  ['Ар бир үйгө таза суу жеткирилсин', 'ky'],
  ['Ар бир уйго таза суу жеткирилсин', 'ky'],
  ['Отремонтировать дороги в сёлах', 'ru'],
  ['Дороги и вода', 'ru'],
  ['Жол', undefined],
  ['Жолдор', 'ky'],
  ['Clean water for every house', 'en'],
  ['Wi-Fi айылдардын баарына жеткирилсин', 'ky'],
  ['2030!', undefined],
])('[TEXT3] %s is in %s', (text, language) => {
  // One short word may tell nothing; then it is not told wrongly.
  if (language === undefined) expect([undefined, 'ky']).toContain(tellLanguage(text));
  else expect(tellLanguage(text)).toBe(language);
});

test.each(['as typed', 'without ң ө ү'])('[TEXT3] of the rehearsal’s priorities, %s, 95 of 100 are told', (how) => {
  const fold = (text: string) =>
    how === 'as typed' ? text : text.replace(/ң/gi, 'н').replace(/ө/gi, 'о').replace(/ү/gi, 'у');
  const told = priorities.flatMap((priority) =>
    LOCALES.map((locale) => tellLanguage(fold(priority[locale])) === locale),
  );
  expect(told.filter(Boolean).length / told.length).toBeGreaterThanOrEqual(0.95);
});

test('[TEXT3] a form that does not say the language is read, one that does is believed', () => {
  const form = { type: 'idea.submit', activityId: 'a', ideaId: 'i', text: 'Отремонтировать дороги', pageLang: 'ky' };
  expect(formCommand(Object.entries(form))).toMatchObject({ lang: 'ru' });
  expect(formCommand(Object.entries({ ...form, lang: 'en' }))).toMatchObject({ lang: 'en' });
  expect(formCommand(Object.entries({ ...form, text: '2030' }))).toMatchObject({ lang: 'ky' });
});
