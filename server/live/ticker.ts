// Views of the durable state: cached per audience, and sent as one patch per audience when a window closes.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EventType } from '../engine/events';
import { diff, type JsonObject } from '../engine/patch';
import { project } from '../engine/project';
import type { SessionState } from '../engine/state';
import type { Audience, View } from '../engine/views';
import { viewHash } from '../protocol/view-hash';
import type { PatchMessage, Snapshot } from '../protocol/wire';
import type { RoomOutput } from './output';

/** How long the first change waits for others. The wall is looked at; phones pay for every message in battery. */
export const WINDOW_MS: Readonly<Record<Audience, number>> = { screen: 100, facilitator: 250, participant: 500 };
const AUDIENCES = Object.keys(WINDOW_MS) as Audience[];

/** The room acts on these together, so nobody may wait for a window. */
const AT_ONCE: ReadonlySet<EventType> = new Set<EventType>([
  'SessionStarted',
  'SessionEnded',
  'AgendaMoved',
  'ActivityOpened',
  'ActivityClosed',
  'ResultsRevealed',
  'ResultsHidden',
  'TimerStarted',
  'TimerStopped',
]);

/** Half of what an idle phone pays for. */
const HEARTBEAT_MS = 6_000;
const HEARTBEAT_JITTER_MS = 1_000;

type Cached = { view: View; rev: number; hash?: string; timer?: NodeJS.Timeout; last?: PatchMessage; size?: number };

/** Compressed JSON: a patch message, or a view with its rev. */
export type Packed = { readonly rev: number; readonly bytes: Promise<Buffer> };

const compress = promisify(gzip);

export class Ticker {
  readonly #output: RoomOutput;
  readonly #cache: Readonly<Record<Audience, Cached>>;
  #state: SessionState;
  /** Of the phones' view at its rev, by the rev they come from: compressed once, however many ask. */
  #packed = new Map<number, Packed>();
  #heart: NodeJS.Timeout | undefined;

  constructor(state: SessionState, output: RoomOutput) {
    this.#state = state;
    this.#output = output;
    const cached = (audience: Audience): Cached => ({ view: project(state, audience), rev: state.seq });
    this.#cache = { participant: cached('participant'), facilitator: cached('facilitator'), screen: cached('screen') };
    this.#beatLater();
  }

  /** The durable state moved forward by facts of these types. */
  changed(state: SessionState, types: readonly EventType[]): void {
    this.#state = state;
    const atOnce = types.some((type) => AT_ONCE.has(type));
    for (const audience of AUDIENCES) {
      const cached = this.#cache[audience];
      if (atOnce) this.#flush(audience);
      else cached.timer ??= setTimeout(() => this.#flush(audience), WINDOW_MS[audience]).unref();
    }
  }

  /** The state was replaced, not moved forward: everyone starts again from a snapshot. */
  replaced(state: SessionState): void {
    this.#state = state;
    for (const audience of AUDIENCES) {
      this.#stopTimer(audience);
      Object.assign(this.#cache[audience], {
        view: project(state, audience),
        rev: state.seq,
        hash: undefined,
        last: undefined,
        size: undefined,
      });
    }
    this.#packed.clear();
    this.#output.resync();
  }

  snapshot(audience: Audience): Snapshot {
    const { view, rev } = this.#cache[audience];
    return { rev, view, now: Date.now() };
  }

  /** What brings a phone's view from rev `since` to now: the latest patch where it fits, else the whole view. */
  since(since: number): Packed {
    const { view, rev, last } = this.#cache.participant;
    const key = last?.base === since ? since : -1;
    const known = this.#packed.get(key);
    if (known?.rev === rev) return known;
    const text = JSON.stringify(key === -1 ? { rev, view } : last);
    const packed = { rev, bytes: compress(text) };
    this.#packed.set(key, packed);
    return packed;
  }

  /** Letters of the phones' whole view, uncompressed. */
  get size(): number {
    const cached = this.#cache.participant;
    cached.size ??= JSON.stringify(cached.view).length;
    return cached.size;
  }

  close(): void {
    for (const audience of AUDIENCES) this.#stopTimer(audience);
    clearTimeout(this.#heart);
  }

  #flush(audience: Audience): void {
    this.#stopTimer(audience);
    const cached = this.#cache[audience];
    const view = project(this.#state, audience);
    const patch = diff(cached.view as unknown as JsonObject, view as unknown as JsonObject);
    // A fact this audience may not see leaves its view and rev as they are: phones are not woken for it. The facilitator is
    // told of the new rev, for a wish says up to where its sender had looked.
    if (patch === undefined && (audience !== 'facilitator' || cached.rev === this.#state.seq)) return;
    const base = cached.rev;
    const last = { base, rev: this.#state.seq, patch: patch ?? {} };
    Object.assign(cached, { view, rev: this.#state.seq, hash: undefined, last, size: undefined });
    if (audience === 'participant') this.#packed.clear();
    this.#output.patch(audience, last);
  }

  #stopTimer(audience: Audience): void {
    clearTimeout(this.#cache[audience].timer);
    delete this.#cache[audience].timer;
  }

  #beatLater(): void {
    const wait = HEARTBEAT_MS + (Math.random() * 2 - 1) * HEARTBEAT_JITTER_MS;
    this.#heart = setTimeout(() => {
      for (const audience of AUDIENCES) {
        const cached = this.#cache[audience];
        cached.hash ??= viewHash(cached.view as unknown as JsonObject);
        this.#output.heartbeat(audience, { rev: cached.rev, hash: cached.hash, now: Date.now() });
      }
      this.#beatLater();
    }, wait).unref();
  }
}
