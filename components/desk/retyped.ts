// In which language words are, as they are typed over others. Pure.
import { tellLanguage } from '../../server/engine/text/tell-language';
import type { OwnText } from '../../server/engine/vocabulary';

/** Where they told the same before and were held to be in another language, a person has said so: that stays. */
export function retyped({ text: before, lang }: OwnText, text: string): OwnText {
  const told = tellLanguage(text);
  return { text, lang: told === undefined || told === tellLanguage(before) ? lang : told };
}
