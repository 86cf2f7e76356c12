/** @jsxImportSource preact */
// Small pieces that every activity on the phone is made of. No state and no handlers: the script listens at the root.
import type { ComponentChildren } from 'preact';
import type { Locale } from '../../../server/engine/vocabulary';
import type { SendState } from './own';
import { lackAt, type Page } from './page';
import type { PhoneKey } from './words';

const ICONS = {
  queued: 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  sent: 'M12 19V6M6 12l6-6 6 6',
  counted: 'M5 12.5l4.5 4.5L19 7.5',
  refused: 'M12 7v6M12 16.5v.5M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  offline: 'M3 9a14 14 0 0 1 18 0M6.5 12.5a9 9 0 0 1 11 0M10 16a3 3 0 0 1 4 0M4 4l16 16',
} as const;

export function Icon({ name }: { readonly name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}

/** Says in words what became of a thing; the colour only helps. */
export function Status({ page, state }: { readonly page: Page; readonly state: SendState | 'refused' }) {
  return (
    <span class={`status ${state}`}>
      <Icon name={state} />
      {page.words.say(state)}
    </span>
  );
}

/** Of something of one's own; what the facilitator has set aside counts for nothing meanwhile. */
export function OwnStatus({
  page,
  item: { state, hidden },
}: {
  readonly page: Page;
  readonly item: { readonly state: SendState; readonly hidden?: true };
}) {
  return hidden ? <span class="status">{page.words.say('setAside')}</span> : <Status page={page} state={state} />;
}

/** Under a field whose words the room has not been sent: whether typed just now or given back. */
export function Unsent({ page }: { readonly page: Page }) {
  return (
    <p class="last-sent">
      <span class="status">{page.words.say('unsent')}</span>
    </p>
  );
}

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

export function Notice({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <section class="notice">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A bar drawn by the browser itself: no inline style, which the page's policy forbids. The number stands beside it. */
export function Bar({ value, max }: { readonly value: number; readonly max: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="8" />
      <rect class="fill" width={max === 0 ? 0 : Math.round((value / max) * 1000) / 10} height="8" />
    </svg>
  );
}
