// i18n-check finds missing and unused keys; it also wants the same plural forms in every language, which Kyrgyz, with
// none after a number, does not have. So the content of the messages is compared here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'use-intl/core';
import { messagesIn } from '../../i18n/messages';
import { LOCALES, type Locale } from '../../server/engine/vocabulary';

const root = join(__dirname, '..', '..');
const [ky, ru, en] = LOCALES.map(readMessages) as [Map<string, string>, Map<string, string>, Map<string, string>];

describe('the messages', () => {
  it('have the same keys in Kyrgyz, Russian and English', () => {
    expect([...ru.keys()].sort()).toEqual([...ky.keys()].sort());
    expect([...en.keys()].sort()).toEqual([...ky.keys()].sort());
  });

  it('show the same arguments in every language', () => {
    const hidden = [...ky.keys()].flatMap((key) => {
      const texts = [ky, ru, en].map((messages) => messages.get(key) ?? '');
      const shown = new Set(texts.flatMap(shownIn));
      return texts.some((text) => [...shown].some((name) => !argumentsOf(text).includes(name))) ? [key] : [];
    });
    expect(hidden).toEqual([]);
  });

  it('[EXP46] keep a figure and its sign, unit or "of how many" on one line', () => {
    const loose = /[\d}#] (?:%|\/|[kK]B|MB|КБ|МБ|мүн|мин|(?:s|с|min)(?!\p{L}))|\/ \{/u;
    const broken = [ky, ru, en].flatMap((messages) => [...messages].filter(([, text]) => loose.test(text)));
    expect(broken).toEqual([]);
  });

  it('[EXP46] are joined by the same space where a program writes them', () => {
    const sources = ['components', 'server'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name)),
    );
    // In a sentence ("${percent} %", "${at} / ${total}") and in an element ("<span> / {total}").
    const loose = /^(?!\s*(?:\/\/|\*)).*(?:\} (?:%|\/ \$\{(?!say))|> \/ \{)/m;
    expect(sources.filter((name) => loose.test(readFileSync(join(root, name), 'utf8')))).toEqual([]);
  });

  it('are never empty', () => {
    const empty = [ky, ru, en].flatMap((messages) => [...messages].filter(([, text]) => !text.trim()));
    expect(empty).toEqual([]);
  });

  it.each([
    ['ky', ky],
    ['ru', ru],
    ['en', en],
  ])('can be formatted (%s)', (locale, messages) => {
    const problems: string[] = [];
    for (const [key, text] of messages) {
      const onError = (error: Error) => problems.push(`${key}: ${error.message}`);
      const translate = createTranslator({ locale, messages: { text }, onError });
      const tags = [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (chunks: unknown) => chunks]);
      translate.markup('text', Object.fromEntries([...argumentsOf(text).map((name) => [name, 1]), ...tags]));
    }
    expect(problems).toEqual([]);
  });

  it('of the launcher are all said somewhere, and nothing else is said', () => {
    const keys = [...en.keys()].filter((key) => key.startsWith('Start.')).map((key) => key.slice('Start.'.length));
    const said = new Set([...readSources().matchAll(/'([a-zA-Z_]+)'/g)].map(([, word]) => word));
    const unsaid = keys.filter((key) => !said.has(key) && !said.has(key.replace(/^(database|migration)_/, '')));
    expect(unsaid).toEqual([]);
    const missing = [...readSources().matchAll(/(?:say|StartProblem|runStep)\(\s*'(\w+)'/g)].map(([, key]) => key);
    expect(missing.filter((key) => !keys.includes(key as string))).toEqual([]);
  });
});

function readMessages(language: Locale): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (value: object, prefix: string) => {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string') flat.set(prefix + key, inner);
      else walk(inner, `${prefix}${key}.`);
    }
  };
  walk(messagesIn(language), '');
  return flat;
}

/** Braces open an argument in a text and a text in an argument, by turns: a plural's cases are not arguments. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const { 0: brace, index } of message.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    const name = /^\{\s*(\w+)/.exec(message.slice(index))?.[1];
    if (brace === '{' && depth % 2 === 1 && name) names.add(name);
  }
  return [...names].sort();
}

/** A number that only chooses a word's form is not shown: Kyrgyz, which needs no such choice, may leave it out. */
function shownIn(message: string): string[] {
  return argumentsOf(message).filter(
    (name) => message.includes('#') || !new RegExp(`\\{\\s*${name}\\s*,`).test(message),
  );
}

function readSources(): string {
  const folders = ['server/launch', 'server/data/embedded', 'prisma', 'tests'];
  return folders
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
    .filter((file) => /\.(mjs|cjs|ts)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
