/** @jsxImportSource preact */
// Typing the join code, for those who cannot scan it.
import type { Locale } from '../../../server/engine/vocabulary';
import type { RefusalCode } from '../../../server/protocol/wire';
import type { Words } from './parts/words';
import { Footer, Header, Languages } from './shell';

export function CodePage({
  words,
  locale,
  typed,
  refusal,
}: {
  readonly words: Words;
  readonly locale: Locale;
  readonly typed: string;
  readonly refusal?: RefusalCode;
}) {
  const { say } = words;
  return (
    <div class="page">
      <Header words={words} />
      <main>
        <Languages words={words} locale={locale} back="/" />
        <h1>{say('codeTitle')}</h1>
        <p class="prompt" id="code-hint">
          {say('codeHint')}
        </p>
        <form method="get" action="/" class="code card" novalidate>
          <label for="code">{say('codeLabel')}</label>
          <input
            id="code"
            name="code"
            value={typed}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
            aria-describedby={refusal === undefined ? 'code-hint' : 'code-error'}
            aria-invalid={refusal === undefined ? undefined : true}
          />
          {refusal === undefined ? null : (
            <p class="error" id="code-error" role="alert">
              {refusal === 'rate_limited' ? say('codeManyWrong') : words.refusal(refusal)}
            </p>
          )}
          <button class="primary" type="submit">
            {say('codeGo')}
          </button>
        </form>
      </main>
      <Footer>
        <p>{say('anonymous')}</p>
      </Footer>
    </div>
  );
}
