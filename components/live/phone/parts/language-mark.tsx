/** @jsxImportSource preact */
// In which language the text is held to be: told by its words while they are typed, and changed by one tap.
import { LOCALE_NAMES } from '../../../../i18n/locale';
import { tellLanguage } from '../../../../server/engine/text/tell-language';
import { LOCALES } from '../../../../server/engine/vocabulary';
import type { Page } from './page';

export function LanguageMark({
  page,
  base,
  text,
}: {
  readonly page: Page;
  readonly base: string;
  readonly text: string;
}) {
  const key = `${base}.lang`;
  // Without a word nothing is marked: a plain form then leaves it to the server to read.
  const held = page.drafts[key] ?? (text.trim() === '' ? undefined : (tellLanguage(text) ?? page.locale));
  return (
    <fieldset class="lang-mark">
      <legend>{page.words.say('textLanguage')}</legend>
      {LOCALES.map((locale) => (
        <label key={locale}>
          <input
            type="radio"
            name="lang"
            value={locale}
            data-draft={key}
            checked={held === locale}
            aria-label={LOCALE_NAMES[locale]}
          />
          <span lang={locale} aria-hidden="true">
            {LOCALE_NAMES[locale].slice(0, 2)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
