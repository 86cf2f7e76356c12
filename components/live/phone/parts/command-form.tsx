/** @jsxImportSource preact */
// A form that stands for a command and works without script. No state and no handlers: the script listens at the root.
import type { ComponentChildren } from 'preact';
import type { Page } from './page';
import type { PhoneKey } from './words';

/** A form that works without script and names the command it stands for. */
export function CommandForm({
  page,
  type,
  draft,
  fields = {},
  className,
  budget,
  max,
  children,
}: {
  readonly page: Page;
  readonly type: string;
  /** Where the drafts of this form's fields live. */
  readonly draft?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly className?: string;
  /** Dots that may be given in all, for the script. */
  readonly budget?: number;
  /** Ticks that may be given in all, for the script. */
  readonly max?: number;
  readonly children: ComponentChildren;
}) {
  return (
    <form
      method="post"
      action={`/j/${page.code}/act`}
      class={className}
      autocomplete="off"
      data-budget={budget}
      data-max={max}
      // Bubbles speak the browser's language: what is missing is said in the page's, beside the field.
      novalidate
    >
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="nonce" value={page.nonce} />
      {draft === undefined ? null : <input type="hidden" name="draft" value={draft} />}
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {children}
    </form>
  );
}

/** Taking back what was counted: two presses, the second in another place, with script and without. */
export function Withdraw({
  page,
  type,
  label,
  draft,
  fields,
}: {
  readonly page: Page;
  readonly type: string;
  readonly label: PhoneKey;
  readonly draft?: string;
  readonly fields: Readonly<Record<string, string>>;
}) {
  return (
    <details class="withdraw">
      <summary class="button small">{page.words.say(label)}</summary>
      <CommandForm page={page} type={type} fields={fields} {...(draft === undefined ? {} : { draft })}>
        <button class="small" type="submit">
          {page.words.say('sure')}
        </button>
      </CommandForm>
    </details>
  );
}
