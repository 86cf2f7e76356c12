// The phone's texts in one language. Only `{name}` placeholders: the script that fills them is one line long.

import type english from '../../../../messages/en.json';
import type { RefusalCode } from '../../../../server/protocol/wire';

export type PhoneMessages = { readonly Phone: typeof english.Phone; readonly Refusal: typeof english.Refusal };
export type PhoneKey = keyof PhoneMessages['Phone'];
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
