import { loadTemplate, parseTemplate } from '../../../prisma/templates/load';
import { LOCALES } from '../../../server/engine/vocabulary';
import { loadSayings } from '../../../server/rehearsal/corpus';

const design = loadTemplate();

/** Every object with any language in it must have all of them; answers the paths where one is missing. */
function missing(value: unknown, where = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  if (LOCALES.some((locale) => locale in record))
    return LOCALES.filter((locale) => String(record[locale] ?? '').trim() === '').map((locale) => `${where}.${locale}`);
  return Object.entries(record).flatMap(([key, part]) => missing(part, `${where}.${key}`));
}

test('the seminar is the one of the brief: five groups, five themes, three horizons, eight activities', () => {
  expect([design.groups, design.themes, design.horizons].map((list) => list.length)).toEqual([5, 5, 3]);
  expect(design.agenda.map(({ kind }) => kind)).toEqual([
    'ask',
    'ask',
    'collect',
    'collect',
    'group',
    'vote',
    'plan',
    'endorse',
  ]);
  expect(design.smallestCell).toBe(5);
});

test('every text of the template is there in all three languages', () => {
  expect(missing(design)).toEqual([]);
});

test('a text missing in one language stops the loading', () => {
  expect(() => parseTemplate({ ...design, title: { ky: 'Элес', en: 'Vision' } })).toThrow();
  expect(() => parseTemplate({ ...design, themes: [design.themes[0], design.themes[0]] })).toThrow();
});

test('every saying has three languages and a place in the template, or a question it answers', () => {
  const sayings = loadSayings();
  expect(new Set(sayings.map(({ id }) => id)).size).toBe(sayings.length);
  const themes = design.themes.map(({ id }) => id);
  const asks = design.agenda.filter(({ kind }) => kind === 'ask').map(({ id }) => id);
  for (const { id, themeId, horizonId, answerTo, ...texts } of sayings) {
    expect([id, missing(texts)]).toEqual([id, []]);
    if (answerTo === undefined) {
      expect(themes).toContain(themeId);
      expect(['today', 'tomorrow', '2030']).toContain(horizonId);
    } else expect(asks).toContain(answerTo);
  }
});

test('each theme has needs, goals and steps to talk about', () => {
  const sayings = loadSayings();
  for (const { id } of design.themes)
    for (const horizon of ['today', 'tomorrow', '2030'])
      expect(
        sayings.filter(({ themeId, horizonId }) => themeId === id && horizonId === horizon).length,
      ).toBeGreaterThan(0);
});
