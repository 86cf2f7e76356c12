// The phone's script: takes over the served page in place, follows the room, and sends what the forms say. Where it cannot,
// it leaves the page to its forms, which need no script.
import { hydrate, render } from 'preact';
import { jsx } from 'preact/jsx-runtime';
import type { ActivityKind } from '../../../server/engine/activities/kinds';
import { createConnection } from '../connection';
import { createOutbox } from '../outbox';
import { createBrowserStorage } from '../outbox-storage';
import { randomId } from '../random-id';
import type { createAnswering } from './answering';
import { App } from './app';
import { listen } from './listen';
import { type AnsweringPart, createFaces, type Faces, loadAnswering, type Parts } from './load-faces';
import { hasWhatItNeeds } from './needs';
import { drawsAnswers, kindDrawn, type PageState, stepOf } from './parts/page';
import { createWords, type PhoneMessages } from './parts/words';
import { createPhoneStore } from './store';

/** What was typed before the script came, by draft key. */
function typedBefore(root: HTMLElement): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-draft]')) {
    const key = field.dataset.draft as string;
    if (field instanceof HTMLInputElement && field.type === 'radio') {
      if (field.checked && !field.defaultChecked) typed[key] = field.value;
    } else if (field.value !== field.defaultValue) typed[key] = field.value;
  }
  return typed;
}

type Scripts = {
  readonly faces: Faces;
  /** Rejects when that part cannot be had. */
  readonly answering: () => Promise<typeof createAnswering>;
};

/** `messages`: those of joining and of waiting; each part brings the words of its own. */
export async function start(messages: PhoneMessages, parts: Parts, answeringPart: AnsweringPart): Promise<void> {
  if (!hasWhatItNeeds()) return;
  const root = document.getElementById('root') as HTMLElement;
  const served = JSON.parse(document.getElementById('state')?.textContent ?? '') as PageState;
  const scripts: Scripts = {
    faces: createFaces(parts, messages),
    answering: () => loadAnswering(answeringPart, messages),
  };
  // They stand beside this file in the page: until all are here, what the server drew stays as it is.
  const kind = kindDrawn(served.view, served.mine?.groupId);
  const [answering] = await Promise.all([
    drawsAnswers(served) ? scripts.answering() : undefined,
    kind === undefined ? undefined : scripts.faces.load(kind),
  ]);
  // With what was typed: a copy of a field keeps its value.
  const forms = root.cloneNode(true);
  try {
    takeOver(root, served, messages, scripts, answering);
  } catch (error) {
    // What was queued before is still sent: line and outbox live without a page.
    console.error(error);
    root.replaceWith(forms);
    leaveToForms();
  }
}

function leaveToForms(): void {
  document.documentElement.classList.remove('live');
}

function takeOver(
  root: HTMLElement,
  served: PageState,
  messages: PhoneMessages,
  { faces, answering: loadAnswers }: Scripts,
  answering: typeof createAnswering | undefined,
): void {
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
  if (answering !== undefined) store.takeAnswering(answering);
  // A step says words of that part too.
  const faceOf = (kind: ActivityKind) => (store.canAnswer() ? faces.of(kind) : undefined);

  // First what was served: a page taken over keeps the classes it came with, and this phone may know more than the server.
  hydrate(jsx(App, { page: store.page(true), faceOf }), root);
  const page = () => jsx(App, { page: store.page(), faceOf });
  render(page(), root);

  let scheduled = false;
  let failed = false;
  let step = stepOf(store.page());
  let answers: Promise<void> | undefined;
  const asked = new Set<ActivityKind | undefined>();

  /** From here on the page's forms are what is pressed, and it renews itself as one without script. */
  function stop(error: unknown): void {
    failed = true;
    console.error(error);
    leaveToForms();
  }

  /** Something broke while the page was living. */
  function giveUp(error: unknown): void {
    if (failed) return;
    stop(error);
    const isTyping = [...root.querySelectorAll('textarea')].some((field) => field.value !== '');
    if (!isTyping) location.replace(`${location.pathname}?plain`);
  }

  /** Until it is here the frame of the step stands alone; where it cannot be had, the server draws the step. */
  function fetchParts(): void {
    if (!store.needsAnswering()) return;
    answers ??= loadAnswers().then(store.takeAnswering);
    const kind = store.page().view.activity?.kind;
    if (asked.has(kind)) return;
    asked.add(kind);
    Promise.all([answers, kind === undefined ? undefined : faces.load(kind)]).then(redraw, stop);
  }

  function draw(): void {
    scheduled = false;
    render(page(), root);
    fetchParts();
    const current = stepOf(store.page());
    if (current === step) return;
    step = current;
    scrollTo(0, 0);
    // Whoever stood on something that has gone is put at the new beginning instead of nowhere.
    if (document.activeElement === document.body) root.querySelector('h1')?.focus({ preventScroll: true });
  }
  function redraw(): void {
    if (failed) return;
    try {
      draw();
    } catch (error) {
      giveUp(error);
    }
  }
  store.subscribe(() => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(redraw);
  });
  listen({ root, store, outbox, connection, outboxPrefix, redraw, giveUp, hasFailed: () => failed });
  document.documentElement.classList.add('live');
  fetchParts();
  // The outcome of the last form is said; a reload should not say it again.
  const { portion } = state;
  if (location.search !== '')
    history.replaceState(null, '', location.pathname + (portion?.asked ? `?from=${portion.from}` : ''));
}
