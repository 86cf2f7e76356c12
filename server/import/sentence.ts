// What became of an import, in one sentence for people.
import { messagesIn } from '../../i18n/messages';
import type { Locale } from '../engine/vocabulary';
import type { ImportAnswer } from '../protocol/organiser';
import { badSentence, believed } from '../verify/sentence';

export function sentenceOfImport(answer: ImportAnswer, locale: Locale): string {
  const { Import: words } = messagesIn(locale);
  if (answer.ok) {
    const done = words[answer.known ? 'known' : 'done'].replace('{code}', answer.code);
    return `${done} ${believed(answer.proof, locale)}`;
  }
  if (answer.code === 'not_verified') return `${words.not_verified} ${badSentence(answer.verdict, locale)}`;
  const sentence: string = words[answer.code] ?? words.failed;
  return 'sessionCode' in answer ? sentence.replace('{code}', answer.sessionCode) : sentence;
}
