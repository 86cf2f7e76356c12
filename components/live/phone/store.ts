// The phone's state in one place: the room's view, the outbox and what is being typed become one page to show.
import { isVote } from '../../../server/engine/activities/vote/is-vote';
import type { ParticipantCommand } from '../../../server/engine/commands';
import type { FormFields } from '../../../server/protocol/form-fields';
import { formCommandId } from '../../../server/protocol/form-id';
import { formJoin } from '../../../server/protocol/form-join';
import type { LiveConnection } from '../connection';
import type { Outbox, OutboxEntry } from '../outbox';
import type { TextStorage } from '../outbox-storage';
import type { Answering, createAnswering } from './answering';
import { createDrafts } from './drafts';
import { watchLine } from './line-watch';
import { buildOwn, laneOf } from './parts/own';
import { localText, type Page, type PageState, roomStep } from './parts/page';
import type { Words } from './parts/words';
import { createSecondHand } from './second-hand';

export type PhoneStore = {
  /** `asServed`: without what only this phone knows. */
  page(asServed?: boolean): Page;
  subscribe(listener: () => void): () => void;
  /** What a form says; false when there is nothing to send yet (the page then says why). */
  submit(fields: FormFields): boolean;
  setDraft(key: string, value: string): void;
  edit(itemId: string): void;
  cancelEdit(): void;
  /** The refusal has been read: what was refused goes back to where it was written. */
  takeBack(entryId: string): void;
  /** Instead of what is being typed. */
  support(ideaId: string): void;
  /** Something here needs the part of the script for answers: a step that came, or what was sent before. */
  needsAnswering(): boolean;
  /** Whether it is here. */
  canAnswer(): boolean;
  takeAnswering(create: typeof createAnswering): void;
  /** The person looks at the page again: do not complain about a line that was down while they were away. */
  cameBack(): void;
  close(): void;
};

/** Quick taps on + travel as one ballot. */
const BALLOT_HOLD_MS = 600;
/** A counted wish stays laid over the view until the view shows it; this bounds the wait. */
const MIRROR_PATIENCE_MS = 3_000;

export type PhoneStoreParts = {
  readonly state: PageState;
  readonly words: Words;
  readonly connection: LiveConnection<'participant'>;
  readonly outbox: Outbox;
  readonly storage: TextStorage;
  readonly newId: () => string;
};

export function createPhoneStore(parts: PhoneStoreParts): PhoneStore {
  const { state: served, words, connection, outbox, storage, newId } = parts;
  const { locale, code } = served;
  const listeners = new Set<() => void>();
  const drafts = createDrafts(storage, code, served.drafts);

  let answering: Answering | undefined;
  let nonce = served.nonce;
  let flash = served.flash;
  let announcement = '';
  let shown: Page | undefined;
  let entriesBefore: readonly OutboxEntry[] = outbox.entries();
  let stepBefore = roomStep(view());

  function view() {
    return connection.state().view ?? served.view;
  }

  function mine() {
    const state = connection.state();
    return state.mine ?? served.mine;
  }

  function changed(): void {
    shown = undefined;
    for (const listener of listeners) listener();
  }

  const line = watchLine({
    isOnline: () => connection.state().status === 'online',
    changed,
    cameUp: () => outbox.wake(),
  });
  const secondHand = createSecondHand(() => {
    const { timer, activity } = view();
    const telling = isVote(activity) && (activity.toldAt ?? 0) > Date.now() + connection.state().clockOffset;
    return timer !== undefined || telling;
  }, changed);

  function announceStep(): void {
    const step = roomStep(view());
    if (step === stepBefore) return;
    answering?.stepCame();
    flash = undefined;
    stepBefore = step;
    const { session, activity } = view();
    if (session.phase === 'ended') announcement = words.say('endedTitle');
    else if (activity !== undefined) {
      const title = localText({ locale }, activity.title);
      announcement = activity.revealed
        ? `${words.say('results')}: ${title}`
        : activity.status === 'closed'
          ? words.say('closedTitle')
          : words.say('newStep', { title });
    }
  }

  /** Wishes that the room's own answer now shows need not be laid over it any longer. */
  function forgetMirrored(): void {
    const { mineRev, rev } = connection.state();
    for (const entry of outbox.entries()) {
      if (entry.state !== 'counted') continue;
      const waited = Date.now() - entry.countedAt;
      if (mineRev >= entry.seq || (rev >= entry.seq && waited > MIRROR_PATIENCE_MS)) outbox.remove(entry.id);
    }
  }

  function onConnection(): void {
    line.look();
    secondHand.look();
    announceStep();
    forgetMirrored();
    answering?.roomCame();
    changed();
  }

  /** An answer, or something refused: what is said of it comes with the part for answers. */
  function isOfAnswers({ command, state }: OutboxEntry): boolean {
    return command.type !== 'participant.join' || state === 'refused';
  }

  function tellChanges(): void {
    const before = new Map(entriesBefore.map((entry) => [entry.id, entry.state]));
    entriesBefore = outbox.entries();
    for (const entry of entriesBefore) {
      if (before.get(entry.id) === entry.state) continue;
      if (entry.state === 'counted') announcement = words.say('counted');
      answering?.entryCame(entry);
    }
    answering?.forgetPast();
  }

  function onOutbox(): void {
    // Until it is here, nothing is lost: it is told of everything since.
    if (answering !== undefined || !outbox.entries().some(isOfAnswers)) tellChanges();
    changed();
  }

  const stopConnection = connection.subscribe(onConnection);
  const stopOutbox = outbox.subscribe(onOutbox);
  // Without this, a counted wish whose mirror came before its ack would wait for the next message.
  const tidyTimer = setInterval(forgetMirrored, MIRROR_PATIENCE_MS);
  line.look();
  secondHand.look();

  function send(command: ParticipantCommand, id: string): void {
    const lane = laneOf(command);
    if (command.type === 'idea.withdraw' || command.type === 'action.withdraw') {
      const known =
        command.type === 'idea.withdraw' ? mine()?.ideas[command.ideaId] : mine()?.actions[command.actionId];
      const unsent = outbox.entries().find((entry) => entry.lane === lane && entry.state === 'queued');
      // It never left this phone: there is nothing to withdraw in the room.
      if (known === undefined && unsent !== undefined) {
        outbox.remove(unsent.id);
        return;
      }
    }
    const hold = command.type === 'ballot.cast' || command.type === 'ballot.withdraw' ? BALLOT_HOLD_MS : undefined;
    outbox.add(command, {
      id,
      ...(lane === undefined ? {} : { lane }),
      ...(hold === undefined ? {} : { holdMs: hold }),
    });
  }

  return {
    page(asServed) {
      if (shown !== undefined && !asServed) return shown;
      const connected = connection.state();
      const own = buildOwn(mine(), asServed ? [] : outbox.entries(), answering?.shownIdeas());
      const page: Page = {
        locale,
        code,
        nonce,
        words,
        view: view(),
        own: answering === undefined ? { ...own, refusals: [] } : own,
        now: Date.now() + connected.clockOffset,
        drafts: asServed ? served.drafts : drafts.all(),
        similar: [],
        offline: line.isDown(),
        keepsNothing: !storage.keeps() && outbox.entries().some(({ state }) => state === 'queued' || state === 'sent'),
        announcement,
        ...(flash === undefined ? {} : { flash }),
        ...(served.portion === undefined ? {} : { portion: served.portion }),
        ...(connected.refusal === undefined ? {} : { connectionRefusal: connected.refusal }),
        ...answering?.onPage(),
      };
      if (!asServed) shown = page;
      return page;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    submit(fields) {
      const command = formJoin(fields) ?? answering?.commandOf(fields);
      if (command === undefined) return false;
      flash = undefined;
      send(command, formCommandId(nonce, command));
      nonce = newId();
      changed();
      return true;
    },
    setDraft(key, value) {
      flash = undefined;
      drafts.keep({ ...drafts.all(), [key]: value });
      answering?.typed(key);
      changed();
    },
    support: (ideaId) => answering?.support(ideaId),
    edit: (itemId) => answering?.edit(itemId),
    cancelEdit: () => answering?.cancelEdit(),
    takeBack: (entryId) => answering?.takeBack(entryId),
    canAnswer: () => answering !== undefined,
    needsAnswering: () => view().activity !== undefined || outbox.entries().some(isOfAnswers),
    takeAnswering(create) {
      if (answering !== undefined) return;
      answering = create({
        served,
        words,
        connection,
        outbox,
        drafts,
        view,
        mine,
        newId,
        send,
        changed,
        announce(text) {
          announcement = text;
        },
      });
      tellChanges();
      changed();
    },
    cameBack() {
      line.beginAnew();
      changed();
    },
    close() {
      stopConnection();
      stopOutbox();
      answering?.close();
      line.close();
      secondHand.close();
      clearInterval(tidyTimer);
      listeners.clear();
    },
  };
}
