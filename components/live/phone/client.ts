// The phone's script: takes over the served page in place, follows the room, and sends what the forms say.
import { hydrate, render } from 'preact';
import { jsx } from 'preact/jsx-runtime';
import { createConnection } from '../connection';
import { createOutbox } from '../outbox';
import { createBrowserStorage } from '../outbox-storage';
import { randomId } from '../random-id';
import { App } from './app';
import { listen } from './listen';
import { type PageState, stepOf } from './page';
import { createPhoneStore } from './store';
import { createWords, type PhoneMessages } from './words';

/** What was typed before the script came, by draft key. */
function typedBefore(root: HTMLElement): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-draft]')) {
    const key = field.dataset.draft as string;
    if (field instanceof HTMLInputElement && field.type === 'radio') {
      if (field.checked) typed[key] = field.value;
    } else if (field.value !== field.defaultValue) typed[key] = field.value;
  }
  return typed;
}

export function start(messages: PhoneMessages): void {
  const root = document.getElementById('root') as HTMLElement;
  const served = JSON.parse(document.getElementById('state')?.textContent ?? '') as PageState;
  const state: PageState = { ...served, drafts: { ...served.drafts, ...typedBefore(root) } };
  const storage = createBrowserStorage();
  const outboxPrefix = `eles:out:${state.code}:`;
  const { view, rev, mine, now } = state;
  const connection = createConnection({
    code: state.code,
    role: 'participant',
    initial: { view, rev, now, ...(mine === undefined ? {} : { mine }) },
  });
  const outbox = createOutbox({
    storage,
    prefix: outboxPrefix,
    newId: randomId,
    canSend: () => connection.state().status === 'online',
    send: (message, timeoutMs) => connection.send(message, timeoutMs),
    now: Date.now,
    random: Math.random,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  });
  const words = createWords(messages);
  const store = createPhoneStore({ state, words, connection, outbox, storage, newId: randomId });

  const page = () => jsx(App, { page: store.page() });
  hydrate(page(), root);
  document.documentElement.classList.add('live');
  // The outcome of the last form is said; a reload should not say it again.
  if (location.search !== '') history.replaceState(null, '', location.pathname);

  let scheduled = false;
  let step = stepOf(store.page());
  function redraw(): void {
    scheduled = false;
    render(page(), root);
    const now = stepOf(store.page());
    if (now === step) return;
    step = now;
    scrollTo(0, 0);
    // Whoever stood on something that has gone is put at the new beginning instead of nowhere.
    if (document.activeElement === document.body) root.querySelector('h1')?.focus({ preventScroll: true });
  }
  store.subscribe(() => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(redraw);
  });
  listen({ root, store, outbox, connection, outboxPrefix, redraw });
}
