// What a person wrote, marked with its language so that it is read aloud and hyphenated rightly.
import type { OwnText } from '../../server/engine/vocabulary';

export function OwnWords({ words, className }: { readonly words: OwnText; readonly className?: string | undefined }) {
  return (
    <span dir="auto" lang={words.lang} className={className}>
      {words.text}
    </span>
  );
}
