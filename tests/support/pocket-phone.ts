// A phone without a browser: its store, outbox and storage before the real rules, drawn as the HTML it would show.
import { jsx } from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';
import { participantFace } from '../../components/activities/phone/faces';
import type { ConnectionState, LiveConnection } from '../../components/live/connection';
import { createOutbox } from '../../components/live/outbox';
import { createMemoryStorage, type TextStorage } from '../../components/live/outbox-storage';
import { createAnswering } from '../../components/live/phone/answering';
import { App } from '../../components/live/phone/app';
import type { Page, PageState } from '../../components/live/phone/parts/page';
import { createWords } from '../../components/live/phone/parts/words';
import { createPhoneStore, type PhoneStore } from '../../components/live/phone/store';
import { messagesIn } from '../../i18n/messages';
import type { Command } from '../../server/engine/commands';
import { project } from '../../server/engine/project';
import { projectMine } from '../../server/engine/project-mine';
import type { FormFields } from '../../server/protocol/form-fields';
import type { Ack } from '../../server/protocol/wire';
import type { Session } from './specification';

export type PocketPhone = {
  readonly store: PhoneStore;
  page(): Page;
  /** What the person reads, without tags. */
  text(): string;
  html(): string;
  /** Presses the button of a form with these fields. */
  press(fields: Readonly<Record<string, string>>): boolean;
  /** What the outbox may do now is done, and the phone sees the room as it is. */
  settle(): Promise<void>;
  /** Without a line everything waits. */
  cutLine(): void;
  healLine(): Promise<void>;
  /** The page is loaded again: what the browser stores is all that is left. */
  reload(): Promise<PocketPhone>;
};

/** More than the longest time in which quick taps are taken for one. */
export const LATER_MS = 2_000;

/** How long an answer is on its way. */
export const ANSWER_MS = 50;

/** Time moves with jest's timers, which the test has switched on. */
export async function pocketPhone(
  session: Session,
  who: string,
  storage: TextStorage = createMemoryStorage(),
  /** What the page came with. */
  served: Partial<PageState> = {},
  /** The part of the script for answers is still on its way: the test brings it. */
  late = false,
): Promise<PocketPhone> {
  let online = true;
  const listeners = new Set<() => void>();
  const seen = (): ConnectionState<'participant'> => {
    const mine = projectMine(session.state, who);
    const { seq } = session.state;
    const view = project(session.state, 'participant');
    return { status: 'online', view, rev: seq, mineRev: seq, clockOffset: 0, ...(mine === undefined ? {} : { mine }) };
  };
  let state = seen();
  const refresh = () => {
    if (online) state = seen();
    for (const listener of listeners) listener();
  };
  const connection: LiveConnection<'participant'> = {
    state: () => (online ? state : { ...state, status: 'offline' }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async send({ id: _id, ...command }): Promise<Ack | undefined> {
      if (!online) return undefined;
      const answer = session.wish(who, command as Command);
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      return typeof answer === 'string' ? { ok: false, code: answer } : { ok: true, seq: session.state.seq };
    },
    similar: async () => undefined,
    wake() {},
    close() {},
  };
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${Date.now()}${ids}`.padStart(22, '0');
  };
  const outbox = createOutbox({
    storage,
    prefix: 'eles:out:ELES23:',
    newId,
    canSend: () => online,
    send: connection.send,
    now: Date.now,
    random: () => 0,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  });
  const { view, rev, mine } = state;
  const words = createWords(messagesIn('en'));
  const store = createPhoneStore({
    state: {
      locale: 'en',
      code: 'ELES23',
      nonce: newId(),
      now: Date.now(),
      rev,
      drafts: {},
      ...(view === undefined ? {} : { view }),
      ...(mine === undefined ? {} : { mine }),
      ...served,
    } as PageState,
    words,
    connection,
    outbox,
    storage,
    newId,
  });
  if (!late) store.takeAnswering(createAnswering);
  const phone: PocketPhone = {
    store,
    page: () => store.page(),
    html: () => render(jsx(App, { page: store.page(), faceOf: participantFace })),
    text: () =>
      phone
        .html()
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' '),
    press: (fields) => store.submit(Object.entries(fields) as FormFields),
    async settle() {
      outbox.wake();
      await jest.advanceTimersByTimeAsync(LATER_MS);
      refresh();
      await jest.advanceTimersByTimeAsync(LATER_MS);
    },
    cutLine() {
      online = false;
      refresh();
    },
    async healLine() {
      online = true;
      refresh();
      await phone.settle();
    },
    async reload() {
      store.close();
      outbox.close();
      return pocketPhone(session, who, storage);
    },
  };
  await phone.settle();
  return phone;
}
