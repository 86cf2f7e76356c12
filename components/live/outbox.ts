// What this device wishes and the room has not answered yet. Written before the first send, sent in order, one at a
// time, under the same command id each time, until the room counts or refuses it: at least once on the wire.
import type { Command } from '../../server/engine/commands';
import { type Ack, type CommandMessage, type RefusalCode, TEMPORARY_REFUSALS } from '../../server/protocol/wire';
import type { TextStorage } from './outbox-storage';

type Kept = {
  readonly id: string;
  readonly order: number;
  readonly command: Command;
  /** Of several unsent entries in one lane only the newest matters, e.g. the ballot of one activity. */
  readonly lane?: string;
  /** Not to be sent before this moment: taps that follow quickly then travel as one ballot. */
  readonly notBefore?: number;
};

export type OutboxEntry = Kept &
  (
    | { readonly state: 'queued' }
    /** Left this device at least once; nobody knows yet what became of it. */
    | { readonly state: 'sent' }
    | { readonly state: 'counted'; readonly seq: number; readonly countedAt: number }
    | {
        readonly state: 'refused';
        readonly code: RefusalCode;
        readonly params?: Readonly<Record<string, string | number>>;
      }
  );

export type OutboxParts = {
  readonly storage: TextStorage;
  /** Keeps sessions apart on one device. */
  readonly prefix: string;
  readonly newId: () => string;
  /** False while there is no line: then nothing is tried and nothing counts as sent. */
  readonly canSend: () => boolean;
  readonly send: (message: CommandMessage, timeoutMs: number) => Promise<Ack | undefined>;
  readonly now: () => number;
  readonly random: () => number;
  /** Returns what cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
};

export type AddOptions = { readonly lane?: string; readonly holdMs?: number; readonly id?: string };

export type Outbox = {
  /** In the order of wishing. */
  entries(): readonly OutboxEntry[];
  subscribe(listener: () => void): () => void;
  /** Written down at once; sent after `holdMs`, if given. Under an id that is here already it is the same wish. */
  add(command: Command, options?: AddOptions): OutboxEntry;
  remove(id: string): void;
  /** The line is back or the person is: send at once instead of waiting for the back-off. */
  wake(): void;
  /** Another tab changed the shared storage. */
  refresh(): void;
  close(): void;
};

const FIRST_TIMEOUT_MS = 5_000;
const LONGEST_TIMEOUT_MS = 30_000;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 20_000;
const LONGEST_HOLD_MS = 2_000;

export function createOutbox(parts: OutboxParts): Outbox {
  const { storage, prefix, newId, canSend, send, now, random, after } = parts;
  const listeners = new Set<() => void>();
  let sending = false;
  let attempts = 0;
  let cancelTimer: (() => void) | undefined;
  let closed = false;
  let cached: readonly OutboxEntry[] | undefined;

  function read(): readonly OutboxEntry[] {
    const entries: OutboxEntry[] = [];
    for (const key of storage.keys()) {
      if (!key.startsWith(prefix)) continue;
      try {
        entries.push(JSON.parse(storage.get(key) ?? '') as OutboxEntry);
      } catch {
        storage.remove(key);
      }
    }
    return entries.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  }

  function entries(): readonly OutboxEntry[] {
    cached ??= read();
    return cached;
  }

  function changed(): void {
    cached = undefined;
    for (const listener of listeners) listener();
  }

  /** One key per entry, so that two tabs never overwrite each other's. */
  function keep(entry: OutboxEntry): void {
    storage.set(prefix + entry.id, JSON.stringify(entry));
    changed();
  }

  function drop(id: string): void {
    storage.remove(prefix + id);
    changed();
  }

  /** The storage is the truth, not this tab's memory: another tab may have replaced or settled the entry. */
  function settle(entry: OutboxEntry): void {
    if (storage.get(prefix + entry.id) !== undefined) keep(entry);
  }

  function wait(delayMs: number): void {
    cancelTimer?.();
    cancelTimer = after(delayMs, () => {
      cancelTimer = undefined;
      void pump();
    });
  }

  async function pump(): Promise<void> {
    if (sending || closed || cancelTimer !== undefined || !canSend()) return;
    cached = undefined;
    const head = entries().find(({ state }) => state === 'queued' || state === 'sent');
    if (head === undefined) return;
    const heldMs = (head.notBefore ?? 0) - now();
    // The bound is for a clock that was set back meanwhile.
    if (heldMs > 0 && heldMs <= LONGEST_HOLD_MS) {
      wait(heldMs);
      return;
    }
    sending = true;
    const { id, order, command, lane } = head;
    const kept: Kept = lane === undefined ? { id, order, command } : { id, order, command, lane };
    if (head.state === 'queued') keep({ ...kept, state: 'sent' });
    const timeoutMs = Math.min(FIRST_TIMEOUT_MS * 2 ** attempts, LONGEST_TIMEOUT_MS);
    const answer = await send({ id, ...command }, timeoutMs);
    sending = false;
    if (closed) return;
    if (answer?.ok === true) {
      attempts = 0;
      settle({ ...kept, state: 'counted', seq: answer.seq, countedAt: now() });
    } else if (answer !== undefined && !TEMPORARY_REFUSALS.includes(answer.code)) {
      attempts = 0;
      const { code, params } = answer;
      settle({ ...kept, state: 'refused', code, ...(params === undefined ? {} : { params }) });
    } else {
      // Full jitter keeps three hundred phones from knocking at the same moment after a power cut.
      const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** attempts, LONGEST_BACKOFF_MS) * random();
      attempts += 1;
      wait((answer?.retryAfterMs ?? 200) + backoff);
      return;
    }
    void pump();
  }

  return {
    entries,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(command, { lane, holdMs, id = newId() } = {}) {
      cached = undefined;
      const before = entries();
      const same = before.find((entry) => entry.id === id);
      if (same !== undefined) return same;
      for (const entry of before)
        if (lane !== undefined && entry.lane === lane && entry.state !== 'sent') drop(entry.id);
      const order = before.reduce((latest, entry) => Math.max(latest, entry.order), 0) + 1;
      const entry: OutboxEntry = {
        id,
        order,
        command,
        ...(lane === undefined ? {} : { lane }),
        ...(holdMs === undefined ? {} : { notBefore: now() + holdMs }),
        state: 'queued',
      };
      keep(entry);
      void pump();
      return entry;
    },
    remove: drop,
    wake() {
      attempts = 0;
      cancelTimer?.();
      cancelTimer = undefined;
      void pump();
    },
    refresh() {
      changed();
      void pump();
    },
    close() {
      closed = true;
      cancelTimer?.();
      listeners.clear();
    },
  };
}
