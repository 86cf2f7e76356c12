// The phone's state in one place: the room's view, the outbox and what is being typed become one page to show.
import type { ParticipantCommand } from '../../../server/engine/commands';
import type { PriorityId } from '../../../server/engine/vocabulary';
import { ballotValues } from '../../../server/protocol/form-ballot';
import { type FormFields, formCommand, formCommandId } from '../../../server/protocol/form-command';
import { type Lack, lackOf } from '../../../server/protocol/form-lack';
import type { LiveConnection } from '../connection';
import type { Outbox, OutboxEntry } from '../outbox';
import type { TextStorage } from '../outbox-storage';
import { buildOwn, laneOf } from './parts/own';
import { type Drafts, draftsOf, isWritten, localText, type Page, type PageState, roomStep } from './parts/page';
import type { Words } from './parts/words';
import { createSimilarLookup } from './similar';
import { giveTypedBack, joined, keepTyped, questionOf } from './similar-drafts';
import { stillHolds } from './still-holds';

type Refused = OutboxEntry & { readonly state: 'refused' };

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

/** Shorter breaks are repaired unseen. */
const OFFLINE_PATIENCE_MS = 3_000;
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
  const draftsKey = `eles:drafts:${code}`;
  const listeners = new Set<() => void>();

  let drafts: Drafts = { ...readDrafts(), ...served.drafts };
  let editing = served.editing;
  let nonce = served.nonce;
  let flash = served.flash;
  let announcement = '';
  let justSupported: string | undefined;
  let lack: Lack | undefined;
  let downSince: number | undefined = Date.now();
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;
  let secondTimer: ReturnType<typeof setInterval> | undefined;
  let shown: Page | undefined;
  let entriesBefore: readonly OutboxEntry[] = outbox.entries();
  /** Refusals whose reason this phone has seen, or of before it was opened. */
  const held = new Set(entriesBefore.flatMap(({ id, state }) => (state === 'refused' ? [id] : [])));
  let stepBefore = roomStep(view());
  let wasOnline = false;
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

  function readDrafts(): Drafts {
    try {
      return JSON.parse(storage.get(draftsKey) ?? '{}') as Drafts;
    } catch {
      return {};
    }
  }

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

  function saveDrafts(next: Drafts): void {
    drafts = next;
    storage.set(draftsKey, JSON.stringify(drafts));
  }

  function clearDrafts(matches: (key: string) => boolean): void {
    saveDrafts(Object.fromEntries(Object.entries(drafts).filter(([key]) => !matches(key))));
  }

  function isDown(): boolean {
    return downSince !== undefined && Date.now() - downSince >= OFFLINE_PATIENCE_MS;
  }

  function watchLine(): void {
    const online = connection.state().status === 'online';
    if (online) downSince = undefined;
    else downSince ??= Date.now();
    clearTimeout(patienceTimer);
    if (downSince !== undefined && !isDown()) {
      patienceTimer = setTimeout(changed, OFFLINE_PATIENCE_MS - (Date.now() - downSince) + 10);
    }
    if (online && !wasOnline) outbox.wake();
    wasOnline = online;
  }

  function watchClock(): void {
    const { timer, activity } = view();
    const telling = activity?.kind === 'vote' && (activity.toldAt ?? 0) > Date.now() + connection.state().clockOffset;
    const running = timer !== undefined || telling;
    if (running && secondTimer === undefined) {
      secondTimer = setInterval(() => {
        watchClock();
        changed();
      }, 1_000);
    }
    if (!running) {
      clearInterval(secondTimer);
      secondTimer = undefined;
    }
  }

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
    if (activity?.kind !== 'vote') return;
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
    watchLine();
    watchClock();
    announceStep();
    noteReturned();
    forgetMirrored();
    forgetPast();
    changed();
  }

  function onOutbox(): void {
    const before = new Map(entriesBefore.map((entry) => [entry.id, entry.state]));
    entriesBefore = outbox.entries();
    for (const entry of entriesBefore) {
      if (before.get(entry.id) === entry.state) continue;
      if (entry.command.type === 'idea.support') saveDrafts(giveTypedBack(drafts, entry.command.ideaId, entry.state));
      if (entry.state === 'counted') announcement = words.say('counted');
      if (entry.state === 'refused') onRefusal(entry);
    }
    forgetPast();
    changed();
  }

  function onRefusal({ id, lane, code, command }: Refused): void {
    // What is wished of the same thing since stands in its place.
    if (lane !== undefined && entriesBefore.some((other) => other.lane === lane && other.id !== id)) {
      outbox.remove(id);
      return;
    }
    announcement = `${words.say('refused')}. ${words.refusal(code)}`;
    if (command.type === 'ballot.cast') {
      const filled = [...ballotValues(command)].map(([field, value]) => [`${command.activityId}.${field}`, value]);
      saveDrafts({ ...drafts, ...Object.fromEntries(filled) });
    }
  }

  /** A refusal goes once the reason for it, which this phone has seen, is gone: what was refused can be sent then. */
  function forgetPast(): void {
    for (const entry of outbox.entries()) {
      if (entry.state !== 'refused') continue;
      if (stillHolds(entry, view(), mine())) held.add(entry.id);
      else if (held.has(entry.id)) takeBack(entry.id);
    }
  }

  const stopConnection = connection.subscribe(onConnection);
  const stopOutbox = outbox.subscribe(onOutbox);
  // Without this, a counted wish whose mirror came before its ack would wait for the next message.
  const tidyTimer = setInterval(forgetMirrored, MIRROR_PATIENCE_MS);
  // What came within the page is here to stay as well.
  saveDrafts(drafts);
  noteReturned();
  forgetPast();
  watchLine();
  watchClock();

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
    const option = activity?.kind === 'vote' ? activity.options.find(({ id }) => id === moved) : undefined;
    if (option === undefined) return;
    announcement = words.say('rankAt', {
      option: option.heading.text,
      place: order.indexOf(moved) + 1,
      total: order.length,
    });
  }

  /** A change of something counted opens it again; something new goes back to where new things are written. */
  function putBack({ command, code }: Refused): void {
    if (command.type !== 'idea.submit' && command.type !== 'action.submit') return;
    const itemId = command.type === 'idea.submit' ? command.ideaId : command.actionId;
    const known = { ...mine()?.ideas, ...mine()?.actions }[itemId];
    // Words that others support stay: these become another idea.
    const base = known === undefined || code === 'supported' ? command.activityId : itemId;
    if (base === itemId) editing = itemId;
    const back = Object.entries(draftsOf(base, command)).map(([key, text]) => [
      key,
      base !== itemId && isWritten(key) ? joined(text, drafts[key]) : text,
    ]);
    saveDrafts({ ...drafts, ...Object.fromEntries(back) });
    taken = undefined;
  }

  function takeBack(entryId: string): void {
    const entry = outbox.entries().find(({ id }) => id === entryId);
    if (entry?.state === 'refused') putBack(entry);
    outbox.remove(entryId);
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
        drafts: asServed ? served.drafts : drafts,
        similar: editing === undefined ? similar.ideas() : [],
        returned,
        offline: isDown(),
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
        clearDrafts((key) => key.startsWith(`${base}.`) && !stays(key) && !key.includes('.instead.'));
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
      saveDrafts({ ...drafts, [key]: value });
      justSupported = undefined;
      if (editing === undefined) similar.typed(questionOf(view().activity, drafts, key));
      changed();
    },
    support(ideaId) {
      const { activity } = view();
      if (activity === undefined || !similar.mayAct(ideaId)) return;
      taken = 'idea.submit';
      takenAt = Date.now();
      saveDrafts(keepTyped(drafts, activity.id, ideaId));
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
      saveDrafts({ ...draftsOf(itemId, item), ...drafts });
      changed();
    },
    cancelEdit() {
      // What was typed stays for the next time: Cancel stands beside Save.
      editing = undefined;
      changed();
    },
    takeBack,
    cameBack() {
      if (downSince !== undefined) downSince = Date.now();
      watchLine();
      changed();
    },
    close() {
      stopConnection();
      stopOutbox();
      similar.clear();
      clearTimeout(patienceTimer);
      clearInterval(secondTimer);
      clearInterval(tidyTimer);
      listeners.clear();
    },
  };
}
