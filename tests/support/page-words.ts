// The words of pages as tests compare them: what next-intl reads by name and programs do not.
import { messagesIn } from '../../i18n/messages';
import type endorse from '../../messages/en/activity-endorse.json';
import type vote from '../../messages/en/activity-vote.json';
import type help from '../../messages/en/console.json';
import type { Locale } from '../../server/engine/vocabulary';

type PageWords = typeof endorse & typeof help & typeof vote;

export function pageWordsIn(locale: Locale): PageWords {
  return messagesIn(locale) as unknown as PageWords;
}
