// Which language a tool at the terminal speaks: as asked for, else as the terminal speaks, else Kyrgyz.
import process from 'node:process';
import type { Locale } from '../server/engine/vocabulary';
import { asLocale, DEFAULT_LOCALE } from './locale';

export function terminalLocale(asked: string | undefined): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const spoken = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2);
  return asLocale(asked) ?? asLocale(spoken) ?? DEFAULT_LOCALE;
}
