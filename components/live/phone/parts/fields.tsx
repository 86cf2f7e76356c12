/** @jsxImportSource preact */
// Fields that keep what is being typed or chosen, and say what they lack.
import type { Locale } from '../../../../server/engine/vocabulary';
import { lackAt } from './lack-at';
import type { Page } from './page';

/** Big chips of which one is chosen. */
export function Chips({
  page,
  name,
  base,
  legend,
  options,
}: {
  readonly page: Page;
  readonly name: string;
  readonly base: string;
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly lang?: Locale }[];
}) {
  const key = `${base}.${name}`;
  const lack = lackAt(page, name);
  return (
    <fieldset class="chips" data-wrong={lack} aria-describedby={lack === undefined ? undefined : `lack-${name}`}>
      <legend>{legend}</legend>
      <LackNote page={page} name={name} />
      {options.map(({ id, text, lang }) => (
        <label key={id} class="chip">
          <input type="radio" name={name} value={id} data-draft={key} checked={page.drafts[key] === id} required />
          <span dir="auto" lang={lang}>
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A text field that keeps what is being typed. */
export function TextField({
  page,
  name,
  base,
  label,
  rows,
  required = false,
}: {
  readonly page: Page;
  readonly name: string;
  readonly base: string;
  readonly label: string;
  readonly rows: number;
  readonly required?: boolean;
}) {
  const key = `${base}.${name}`;
  const id = `f-${name}`;
  const lack = lackAt(page, name);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        dir="auto"
        rows={rows}
        data-draft={key}
        required={required}
        value={page.drafts[key] ?? ''}
        aria-invalid={lack === undefined ? undefined : true}
        aria-describedby={lack === undefined ? undefined : `lack-${name}`}
      />
      <LackNote page={page} name={name} />
    </div>
  );
}

/** What is missing in a field, in the page's words and tied to it. */
function LackNote({ page, name }: { readonly page: Page; readonly name: string }) {
  const lack = lackAt(page, name);
  return lack === undefined ? null : (
    <p class="error" id={`lack-${name}`} role="alert">
      {page.words.refusal(lack)}
    </p>
  );
}
