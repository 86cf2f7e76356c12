// The phone's texts in one language. Only `{name}` placeholders: the script that fills them is one line long.

import type { Messages, PhoneWords } from '../../../../i18n/messages';
import type { RefusalCode } from '../../../../server/protocol/wire';

export type PhoneMessages = Pick<Messages, 'Phone' | 'Refusal'>;
export type PhoneKey = keyof PhoneWords;
export type Params = Readonly<Record<string, string | number>>;
export type Words = {
  say(key: PhoneKey, params?: Params): string;
  /** What happened and what to do. */
  refusal(code: RefusalCode): string;
};

export function createWords(messages: PhoneMessages): Words {
  return {
    say(key, params = {}) {
      return messages.Phone[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
    },
    // A phone loads the sentences of what can be refused to it.
    refusal: (code) => messages.Refusal[code] ?? messages.Refusal.malformed,
  };
}
