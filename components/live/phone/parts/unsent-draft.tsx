/** @jsxImportSource preact */
// What was being typed when the step closed, or was refused, where there is no field for it: still there, and saying that it
// was not sent.
import type { Page } from './page';

export function UnsentDraft({ page, text }: { readonly page: Page; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <section class="card unsent">
      <p>{page.words.say('keptDraft')}</p>
      <p class="text" dir="auto">
        {text}
      </p>
    </section>
  );
}
