// Every listener of the phone's page, at the root: the components are the same HTML with script and without.
import type { LiveConnection } from '../connection';
import type { Outbox } from '../outbox';
import type { PhoneStore } from './store';

/** Coming back, three hundred phones must not knock in the same instant. */
const WAKE_JITTER_MS = 400;

type Parts = {
  readonly root: HTMLElement;
  readonly store: PhoneStore;
  readonly outbox: Outbox;
  readonly connection: LiveConnection<'participant'>;
  readonly outboxPrefix: string;
  /** At once: two quick taps must not read the same fields. */
  readonly redraw: () => void;
  /** Leaves the page to its forms. */
  readonly giveUp: (error: unknown) => void;
  readonly hasFailed: () => boolean;
};

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): [string, string][] {
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  // FormData(form, submitter) is younger than the oldest browsers we serve.
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') fields.push([submitter.name, submitter.value]);
  return fields;
}

function isCommandForm(form: HTMLFormElement): boolean {
  return form.getAttribute('action')?.endsWith('/act') === true;
}

/** Keeps a typed number of dots within the cap and the budget. */
function clampDots(field: HTMLInputElement): void {
  const others = [...(field.form?.querySelectorAll<HTMLInputElement>('[data-live="dots"]') ?? [])]
    .filter((other) => other !== field)
    .reduce((sum, other) => sum + Number(other.value), 0);
  const budget = Number(field.form?.dataset.budget);
  const wished = Math.trunc(Number(field.value)) || 0;
  field.value = String(Math.max(0, Math.min(wished, Number(field.max), budget - others)));
}

/** One tick too many is taken back at once. */
function clampTicks(field: HTMLInputElement): void {
  const ticks = field.form?.querySelectorAll('[data-live="tick"]:checked').length ?? 0;
  if (field.checked && ticks > Number(field.form?.dataset.max)) field.checked = false;
}

/** A row that moves, or a button that goes, must not drop the finger or the focus that stands on it. */
function keepFocus(root: HTMLElement, { name, value }: HTMLButtonElement): void {
  const wanted = name === 'add' ? ['up'] : name === 'out' ? ['add'] : [name];
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('.ballot button')];
  const next = buttons.find((button) => wanted.includes(button.name) && button.value === value);
  if (next !== document.activeElement) next?.focus({ preventScroll: true });
}

export function listen({ root, store, outbox, connection, outboxPrefix, redraw, giveUp, hasFailed }: Parts): void {
  /** A handler that fails must leave the browser to do what it does without script. */
  function on<Name extends keyof HTMLElementEventMap>(name: Name, handle: (event: HTMLElementEventMap[Name]) => void) {
    root.addEventListener(name, (event) => {
      if (hasFailed()) return;
      try {
        handle(event);
      } catch (error) {
        giveUp(error);
      }
    });
  }

  /** `event.submitter` is younger than the oldest browsers we serve; they too click the button first, for Enter as well. */
  let pressed: HTMLElement | null = null;
  on('click', (event) => {
    pressed = (event.target as Element).closest('button');
    setTimeout(() => {
      pressed = null;
    });
  });

  on('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!isCommandForm(form)) return;
    const submitter = event.submitter ?? pressed;
    if (submitter?.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    const line = form.closest('details.line');
    const taken = store.submit(fieldsOf(form, submitter));
    // Only now: had anything above failed, the form would go its own way.
    event.preventDefault();
    redraw();
    if (!taken) {
      const wrong = form.querySelector<HTMLElement>('[aria-invalid],[data-wrong]');
      (wrong?.querySelector('input') ?? wrong)?.focus();
      return;
    }
    if (submitter instanceof HTMLButtonElement && /^(add|up|down|out)$/.test(submitter.name))
      keepFocus(root, submitter);
    if (line !== null) goToNextLine(line as HTMLDetailsElement);
  });

  on('click', (event) => {
    const target = (event.target as Element).closest<HTMLElement>('[data-do],[data-live="dots"]');
    if (target === null) return;
    // One figure replaces the other: a 2 typed beside a 1 is no 12.
    if (target instanceof HTMLInputElement) return target.select();
    event.preventDefault();
    const id = target.dataset.id ?? '';
    if (target.dataset.do === 'edit') store.edit(id);
    else if (target.dataset.do === 'support') store.support(id);
    else if (target.dataset.do === 'cancel') store.cancelEdit();
    else store.takeBack(id);
    redraw();
    if (/edit|back/.test(target.dataset.do as string)) {
      root.querySelector<HTMLElement>('.desk textarea')?.focus();
    }
  });

  on('input', (event) => {
    const field = event.target as HTMLInputElement | HTMLTextAreaElement;
    const key = field.dataset.draft;
    if (key !== undefined) store.setDraft(key, field.value);
    // At once: a page drawn anew before the field is left would put the old figure back.
    if (field.dataset.live === 'dots') {
      clampDots(field as HTMLInputElement);
      store.submit(fieldsOf(field.form as HTMLFormElement, null));
      redraw();
    }
  });

  on('change', (event) => {
    const field = event.target as HTMLInputElement;
    if (field.form === null || !('live' in field.dataset)) return;
    if (field.dataset.live === 'dots') return;
    if (field.dataset.live === 'tick') clampTicks(field);
    store.submit(fieldsOf(field.form, null));
    redraw();
  });

  function comeBack(): void {
    if (document.visibilityState !== 'visible') return;
    store.cameBack();
    setTimeout(() => {
      connection.wake();
      outbox.wake();
    }, Math.random() * WAKE_JITTER_MS);
  }
  addEventListener('online', comeBack);
  addEventListener('pageshow', comeBack);
  document.addEventListener('visibilitychange', comeBack);
  addEventListener('storage', (event) => {
    if (event.key?.startsWith(outboxPrefix)) outbox.refresh();
  });

  let reloading = false;
  connection.subscribe(() => {
    // The server speaks a newer protocol: this page is old. Once a minute at most, in case a cache keeps it old.
    if (connection.state().refusal !== 'protocol_unknown' || reloading) return;
    reloading = true;
    setTimeout(() => location.reload(), 60_000 * Math.random());
  });
}

/** The line just judged folds up; the next one that waits for a judgement is already open. */
function goToNextLine(judged: HTMLDetailsElement): void {
  judged.open = false;
  const next = document.querySelector<HTMLDetailsElement>('details.line[open]') ?? judged;
  next.querySelector('summary')?.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}
