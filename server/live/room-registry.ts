// The rooms in memory: opened once however many ask, put away when nobody has been there for a while.
import { normaliseJoinCode } from '../auth/join-code';
import type { EventStore } from '../data/event-store';
import type { SessionRow, Sessions } from '../data/sessions';
import { clockWentBack } from '../engine/clock';
import type { SessionState } from '../engine/state';
import type { Logger } from '../observability/logger';
import { createClockWatch } from './clock-watch';
import type { Rooms } from './door';
import type { EventWriter } from './event-writer';
import { openLog } from './open-log';
import type { RoomOutput } from './output';
import type { Presence } from './presence';
import { createPresence } from './presence';
import { Room } from './room';
import { RoomElsewhere, type RoomOwner } from './room-owner';
import { EVENTS_PER_SNAPSHOT, FEWEST_EVENTS, type Snapshots } from './snapshots';

/** A room with who is connected to it. */
export type OpenRoom = { readonly room: Room; readonly presence: Presence };

export type RoomRegistry = Rooms & {
  /** Rejects with `RoomElsewhere` where another node owns the room. */
  openRoom(code: string): Promise<OpenRoom | undefined>;
  /**
   * Puts the room away at once, whoever is in it, and opens it for nobody until the returned function is called: its log is
   * about to be replaced.
   */
  withhold(code: string): Promise<() => void>;
  /** Answers `stopping` to everything new. */
  refuseAll(): void;
  /** Snapshots what is worth it and lets go of every room. Call when the writer is drained. */
  close(): Promise<void>;
};

export type RegistryParts = {
  readonly store: EventStore;
  readonly sessions: Sessions;
  readonly owner: RoomOwner;
  readonly writer: EventWriter;
  readonly snapshots: Snapshots;
  readonly outputOf: (sessionId: string) => RoomOutput;
  readonly logger: Logger;
  readonly clock: () => number;
  /** Always forward, whatever becomes of the clock: see clock-watch.ts. */
  readonly steady: () => number;
};

/** A hall's coffee break must not make the room cold. */
const COLD_AFTER_MS = 20 * 60_000;
const SWEEP_EVERY_MS = 60_000;
const BUSY_PAUSE_MS = 20;
/** A timer that counts by the wrong clock should not be looked at for long. */
const CLOCK_EVERY_MS = 1_000;

type Kept = OpenRoom & { usedAt: number };

export function createRoomRegistry(parts: RegistryParts): RoomRegistry {
  const { store, sessions, snapshots, logger, clock } = parts;
  /** By join code; a thousand phones that come at once share one opening. */
  const rooms = new Map<string, Promise<Kept | undefined>>();
  const withheld = new Set<string>();
  let stopping = false;

  async function snapshot(room: Room): Promise<void> {
    const seq = await snapshots.make(room.sessionId);
    if (seq !== undefined) room.snapshotMade(seq);
  }

  async function load(code: string): Promise<Kept | undefined> {
    const session = await sessions.findByCode(code);
    if (session === undefined) return undefined;
    const owner = await parts.owner.ownerOf(session.id);
    if (owner !== 'mine') throw new RoomElsewhere(session.id, owner.address);
    const startedAt = performance.now();
    // Its snapshots are of another engine, or could not be made: more than a room leaves to be folded otherwise.
    const elsewhere = { from: 2 * EVENTS_PER_SNAPSHOT, fold: () => snapshots.make(session.id) };
    const opened = await openLog(store, session.id, elsewhere);
    if (opened === undefined) throw new Error(`session ${session.id} has no log`);
    const output = parts.outputOf(session.id);
    const room: Room = new Room(opened, {
      ...parts,
      output,
      onCommitted(committed, events) {
        presence.joined(events);
        if (events.some(({ type }) => type === 'SessionEnded' || type === 'RehearsalDeclared')) {
          void mark(session, committed.state);
        }
        // Counted from the last request, so that one snapshot is asked for and not one per fact meanwhile.
        if (committed.eventsSinceSnapshot >= EVENTS_PER_SNAPSHOT) {
          committed.snapshotMade(committed.state.seq);
          void snapshot(committed);
        }
      },
    });
    const presence = createPresence(() => room.state, output);
    if (stopping) room.refuse('stopping');
    // Set back while the server was down: the times of facts would run backwards.
    room.clockJumped(clockWentBack(opened.state, clock()));
    void mark(session, opened.state);
    const ms = Math.round(performance.now() - startedAt);
    logger.info({ sessionId: session.id, seq: opened.state.seq, ms }, 'room opened');
    return { room, presence, usedAt: clock() };
  }

  /** The table of sessions is only an index for start-up: the log has the truth, and opening the room tries again. */
  async function mark(session: SessionRow, state: SessionState): Promise<void> {
    try {
      if (state.phase === 'ended' && session.endedAt === undefined)
        await sessions.markEnded(session.id, new Date(clock()));
      if (state.rehearsal && !session.rehearsal) await sessions.markRehearsal(session.id);
    } catch (error) {
      logger.warn({ err: error, sessionId: session.id }, 'session not marked');
    }
  }

  async function openRoom(typed: string): Promise<Kept | undefined> {
    const code = normaliseJoinCode(typed);
    if (code === undefined || withheld.has(code)) return undefined;
    let opening = rooms.get(code);
    if (opening === undefined) {
      opening = load(code);
      rooms.set(code, opening);
      // Neither a failure nor a wrong guess may be remembered.
      void opening.then(
        (kept) => kept ?? rooms.delete(code),
        () => rooms.delete(code),
      );
    }
    const kept = await opening;
    if (kept !== undefined) kept.usedAt = clock();
    return kept;
  }

  async function sweep(): Promise<void> {
    for (const [code, opening] of rooms) {
      const kept = await opening.catch(() => undefined);
      if (kept === undefined || kept.presence.isAnyone || kept.room.isBusy) continue;
      if (clock() - kept.usedAt < COLD_AFTER_MS) continue;
      rooms.delete(code);
      kept.room.close();
      kept.presence.close();
      if (kept.room.eventsSinceSnapshot >= FEWEST_EVENTS) await snapshot(kept.room);
    }
  }

  const jumpedBy = createClockWatch(clock, parts.steady);
  const watch = setInterval(() => {
    const by = jumpedBy();
    if (by === 0) return;
    for (const opening of rooms.values()) {
      void opening.then(
        (kept) => kept?.room.clockJumped(by),
        () => {},
      );
    }
  }, CLOCK_EVERY_MS).unref();
  const sweeper = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();
  const settled = async () => await Promise.all([...rooms.values()].map((opening) => opening.catch(() => undefined)));

  return {
    openRoom,
    open: async (code) => (await openRoom(code))?.room,
    async withhold(code) {
      withheld.add(code);
      const kept = await rooms.get(code)?.catch(() => undefined);
      rooms.delete(code);
      if (kept !== undefined) {
        kept.room.close();
        // What it was writing is answered first.
        while (kept.room.isBusy) await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
        kept.presence.close();
        parts.outputOf(kept.room.sessionId).disconnect();
      }
      return () => withheld.delete(code);
    },
    refuseAll() {
      stopping = true;
      for (const opening of rooms.values()) {
        void opening.then(
          (kept) => kept?.room.refuse('stopping'),
          () => {},
        );
      }
    },
    async close() {
      clearInterval(watch);
      clearInterval(sweeper);
      for (const kept of await settled()) {
        if (kept === undefined) continue;
        kept.room.close();
        kept.presence.close();
        if (kept.room.eventsSinceSnapshot >= FEWEST_EVENTS) await snapshot(kept.room);
      }
      rooms.clear();
    },
  };
}
