// The phone's state in one place: the room's view, the outbox and what is being typed become one page to show.
import { isVote } from '../../../server/engine/activities/vote/is-vote';
import type { ParticipantCommand } from '../../../server/engine/commands';
import type { PriorityId } from '../../../server/engine/vocabulary';
import { formCommand, formCommandId } from '../../../server/protocol/form-command';
import type { FormFields } from '../../../server/protocol/form-fields';
import { type Lack, lackOf } from '../../../server/protocol/form-lack';
import type { LiveConnection } from '../connection';
import type { Outbox, OutboxEntry } from '../outbox';
import type { TextStorage } from '../outbox-storage';
import { createDrafts } from './drafts';
import { watchLine } from './line-watch';
import { buildOwn, laneOf } from './parts/own';
import { draftsOf, localText, type Page, type PageState, roomStep } from './parts/page';
import type { Words } from './parts/words';
import { createRefusals } from './refused';
import { createSecondHand } from './second-hand';
import { createSimilarLookup } from './similar';
import { giveTypedBack, keepTyped, questionOf } from './similar-drafts';

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
  /** The person looks at the page again: do not complain about a line that was down while they were away. */
  cameBack(): void;
  close(): void;
};

/** Quick taps on + travel as one ballot. */
const BALLOT_HOLD_MS = 600;
/** A second tap of the same press finds another button there, or a field that the first one emptied. */
const ONE_PRESS_MS = 700;
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

  let editing = served.editing;
  let nonce = served.nonce;
  let flash = served.flash;
  let announcement = '';
  let justSupported: string | undefined;
  let lack: Lack | undefined;
  let shown: Page | undefined;
  let entriesBefore: readonly OutboxEntry[] = outbox.entries();
  let stepBefore = roomStep(view());
  let struckBefore: readonly PriorityId[] = [];
  let returned: readonly PriorityId[] = [];
  let taken: string | undefined;
  let takenAt = 0;
  const similar = createSimilarLookup({
    ask: (question) => connection.similar(question),
    canAsk: () => connection.state().status === 'online',
    changed() {
      if (similar.ideas().length > 0) announcement = words.say('similarFound');
      changed();
    },
  });

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
  const refusals = createRefusals({
    outbox,
    drafts,
    view,
    mine,
    putBackInto(itemId) {
      editing = itemId ?? editing;
      taken = undefined;
    },
  });

  function announceStep(): void {
    const step = roomStep(view());
    if (step === stepBefore) return;
    similar.clear();
    lack = undefined;
    flash = undefined;
    struckBefore = [];
    returned = [];
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

  /** What leaves the vote is told from the view; what comes back looks as if nothing had been. */
  function noteReturned(): void {
    const { activity } = view();
    if (!isVote(activity)) return;
    const struck = activity.struck?.map(({ id }) => id) ?? [];
    returned = [...returned, ...struckBefore.filter((id) => !struck.includes(id))];
    struckBefore = struck;
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
    noteReturned();
    forgetMirrored();
    refusals.forgetPast();
    changed();
  }

  function onOutbox(): void {
    const before = new Map(entriesBefore.map((entry) => [entry.id, entry.state]));
    entriesBefore = outbox.entries();
    for (const entry of entriesBefore) {
      if (before.get(entry.id) === entry.state) continue;
      if (entry.command.type === 'idea.support') {
        drafts.keep(giveTypedBack(drafts.all(), entry.command.ideaId, entry.state));
      }
      if (entry.state === 'counted') announcement = words.say('counted');
      if (entry.state === 'refused' && refusals.note(entry)) {
        announcement = `${words.say('refused')}. ${words.refusal(entry.code)}`;
      }
    }
    refusals.forgetPast();
    changed();
  }

  const stopConnection = connection.subscribe(onConnection);
  const stopOutbox = outbox.subscribe(onOutbox);
  // Without this, a counted wish whose mirror came before its ack would wait for the next message.
  const tidyTimer = setInterval(forgetMirrored, MIRROR_PATIENCE_MS);
  noteReturned();
  refusals.forgetPast();
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

  /** Where an option of a ranking stands now: the eye sees it move, the ear has to be told. */
  function announceMove(fields: FormFields, command: ParticipantCommand): void {
    const moved = fields.find(([name]) => name === 'add' || name === 'up' || name === 'down')?.[1];
    if (command.type !== 'ballot.cast' || !('ranked' in command) || moved === undefined) return;
    const order = command.ranked.flat();
    const { activity } = view();
    const option = isVote(activity) ? activity.options.find(({ id }) => id === moved) : undefined;
    if (option === undefined) return;
    announcement = words.say('rankAt', {
      option: option.heading.text,
      place: order.indexOf(moved) + 1,
      total: order.length,
    });
  }

  return {
    page(asServed) {
      if (shown !== undefined && !asServed) return shown;
      const connected = connection.state();
      const page: Page = {
        locale,
        code,
        nonce,
        words,
        view: view(),
        own: buildOwn(mine(), asServed ? [] : outbox.entries(), similar.seen()),
        now: Date.now() + connected.clockOffset,
        drafts: asServed ? served.drafts : drafts.all(),
        similar: editing === undefined ? similar.ideas() : [],
        returned,
        offline: line.isDown(),
        keepsNothing: !storage.keeps() && outbox.entries().some(({ state }) => state === 'queued' || state === 'sent'),
        ...(justSupported === undefined ? {} : { justSupported }),
        announcement,
        ...(editing === undefined ? {} : { editing }),
        ...(flash === undefined ? {} : { flash }),
        ...(served.portion === undefined ? {} : { portion: served.portion }),
        ...(lack === undefined ? {} : { lack }),
        ...(connected.refusal === undefined ? {} : { connectionRefusal: connected.refusal }),
      };
      if (!asServed) shown = page;
      return page;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    submit(fields) {
      const command = formCommand(fields) as ParticipantCommand | undefined;
      if (command === undefined) return false;
      // Each tap on a ballot is a wish of its own, and taking back asks once more anyway.
      if (/submit|give/.test(command.type) && command.type === taken && Date.now() - takenAt < ONE_PRESS_MS)
        return false;
      announceMove(fields, command);
      const { activity } = view();
      lack = lackOf(command, activity?.kind);
      if (lack !== undefined) {
        changed();
        return false;
      }
      taken = command.type;
      takenAt = Date.now();
      flash = undefined;
      justSupported = undefined;
      const base = new Map(fields).get('draft');
      if (base !== undefined) {
        // The next idea is often for the same theme and time, the next action for the same goal.
        const stays = (key: string) => base !== editing && /\.(themeId|horizonId|goalId)$/.test(key);
        drafts.clear((key) => key.startsWith(`${base}.`) && !stays(key) && !key.includes('.instead.'));
        similar.clear();
        if (base === editing) editing = undefined;
      }
      send(command, formCommandId(nonce, command));
      nonce = newId();
      changed();
      return true;
    },
    setDraft(key, value) {
      taken = undefined;
      flash = undefined;
      if (lack !== undefined && key.endsWith(`.${lack.field}`)) lack = undefined;
      drafts.keep({ ...drafts.all(), [key]: value });
      justSupported = undefined;
      if (editing === undefined) similar.typed(questionOf(view().activity, drafts.all(), key));
      changed();
    },
    support(ideaId) {
      const { activity } = view();
      if (activity === undefined || !similar.mayAct(ideaId)) return;
      taken = 'idea.submit';
      takenAt = Date.now();
      drafts.keep(keepTyped(drafts.all(), activity.id, ideaId));
      send({ type: 'idea.support', ideaId }, newId());
      justSupported = ideaId;
      similar.clear();
      announcement = words.say('supporting');
      changed();
    },
    edit(itemId) {
      const own = buildOwn(mine(), outbox.entries());
      const item = [...own.ideas, ...own.actions].find(({ id }) => id === itemId);
      if (item === undefined) return;
      editing = itemId;
      drafts.keep({ ...draftsOf(itemId, item), ...drafts.all() });
      changed();
    },
    cancelEdit() {
      // What was typed stays for the next time: Cancel stands beside Save.
      editing = undefined;
      changed();
    },
    takeBack: refusals.takeBack,
    cameBack() {
      line.beginAnew();
      changed();
    },
    close() {
      stopConnection();
      stopOutbox();
      similar.clear();
      line.close();
      secondHand.close();
      clearInterval(tidyTimer);
      listeners.clear();
    },
  };
}
