// The words of a language: every file of messages/<language>/ laid into one tree. A kind of activity brings a file of its
// own (`activity-<kind>.json`) with its part of each namespace, so that nothing here or there has to be told of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type draft from '../messages/en/draft.json';
import type exported from '../messages/en/export.json';
import type imported from '../messages/en/import.json';
import type phone from '../messages/en/phone.json';
import type refusals from '../messages/en/refusals.json';
import type rollUp from '../messages/en/roll-up.json';
import type verify from '../messages/en/verify.json';
import { once } from '../server/engine/once';
import type { Locale } from '../server/engine/vocabulary';

type SharedPhoneWords = (typeof phone)['Phone'];
/** What phones say. A kind's participant.tsx adds the words of its own file to it. */
export interface PhoneWords extends SharedPhoneWords {}

/** Namespaces that programs read word by word. Those of the pages are read by next-intl, and checked by i18n-check. */
export type Messages = typeof draft &
  typeof exported &
  typeof imported &
  typeof refusals &
  typeof rollUp &
  typeof verify & { readonly Phone: PhoneWords };

interface Tree {
  [key: string]: string | Tree;
}

/** Read at run time and not bundled: a bundler would want a list of the files. Every program is started in the project's folder. */
const FOLDER = join(process.cwd(), 'messages');

/** @throws when two files say the same key. */
export function messagesIn(locale: Locale): Messages {
  return READ[locale]();
}

const READ: Readonly<Record<Locale, () => Messages>> = {
  ky: once(() => read('ky')),
  ru: once(() => read('ru')),
  en: once(() => read('en')),
};

function read(locale: Locale): Messages {
  const folder = join(FOLDER, locale);
  const messages: Tree = {};
  for (const name of readdirSync(folder).sort())
    lay(messages, JSON.parse(readFileSync(join(folder, name), 'utf8')), name);
  return messages as unknown as Messages;
}

/** The words of each kind of activity, by the kind that its file names. */
export function messagesOfKinds(locale: Locale): Readonly<Record<string, { readonly Phone?: object }>> {
  return Object.fromEntries(
    readdirSync(join(FOLDER, locale)).flatMap((name) => {
      const kind = /^activity-(.+)\.json$/.exec(name)?.[1];
      return kind === undefined ? [] : [[kind, JSON.parse(readFileSync(join(FOLDER, locale, name), 'utf8'))]];
    }),
  );
}

function lay(into: Tree, part: Tree, name: string): void {
  for (const [key, value] of Object.entries(part)) {
    const there = into[key];
    if (there === undefined) into[key] = value;
    else if (typeof there === 'string' || typeof value === 'string') throw new Error(`${name} says "${key}" once more`);
    else lay(there, value, name);
  }
}
