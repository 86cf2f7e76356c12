/** @jsxImportSource preact */
// What stands around every page of the phone: the mark at the top, the language and the promise of anonymity below.
import type { ComponentChildren } from 'preact';
import { LOCALE_NAMES } from '../../../i18n/locale';
import { LOCALES, type Locale } from '../../../server/engine/vocabulary';
import type { Words } from './parts/words';

/** A sun over the line of the lake. */
function Mark() {
  return (
    <svg class="emblem" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="sun" d="M7 18a9 9 0 0 1 18 0Z" />
      <path class="rays" d="M16 3v3M5.4 7.4l2.1 2.1M26.6 7.4l-2.1 2.1" />
      <path class="water" d="M3 22h26M8 27h16" />
    </svg>
  );
}

export function Header({ words, title }: { readonly words: Words; readonly title?: string }) {
  return (
    <header class="top">
      <Mark />
      <p>
        <strong>{words.say('brand')}</strong>
        {title === undefined ? null : <span>{title}</span>}
      </p>
    </header>
  );
}

export function Languages({
  words,
  locale,
  back,
}: {
  readonly words: Words;
  readonly locale: Locale;
  /** Where to return to: a path of this site. */
  readonly back: string;
}) {
  return (
    <form class="languages" method="post" action="/language" aria-label={words.say('language')}>
      <input type="hidden" name="back" value={back} />
      {LOCALES.map((other) => (
        <button
          key={other}
          type="submit"
          name="locale"
          value={other}
          lang={other}
          aria-current={other === locale ? 'true' : undefined}
        >
          {LOCALE_NAMES[other]}
        </button>
      ))}
    </form>
  );
}

export function Footer({ children }: { readonly children: ComponentChildren }) {
  return <footer class="foot">{children}</footer>;
}
