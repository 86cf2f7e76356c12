// From the log at rest to a state in memory: the latest usable snapshot, then the facts since.
import type { EventStore } from '../data/event-store';
import { evolve } from '../engine/evolve';
import { initialState, type SessionState } from '../engine/state';
import { decodeState } from '../engine/state-codec';
import { commandKey } from './command-memory';
import { hashLine, headerLine, readLine } from './log-line';

export type OpenedLog = {
  readonly state: SessionState;
  /** Of the last line: what the next fact is chained to. */
  readonly lastHash: string;
  /** Seq of the snapshot it began from; 0 without one. */
  readonly snapshotSeq: number;
  /** Hashes of the commands up to the snapshot, and the keys of those since. */
  readonly olderCommands: Uint8Array;
  readonly laterCommands: ReadonlySet<string>;
};

/** Small enough that a room being opened does not hold up the votes of the others between two pages. */
const PAGE = 1_000;

/** A snapshot is only a shortcut: damaged, of another engine, or ahead of its log, it is as good as none. */
async function openSnapshot(
  store: EventStore,
  sessionId: string,
): Promise<{ state: SessionState; lastHash: string } | undefined> {
  const snapshot = await store.latestSnapshot(sessionId);
  if (snapshot === undefined) return undefined;
  const [row] = await store.read(sessionId, snapshot.seq - 1, 1);
  const state = decodeQuietly(snapshot.state);
  if (row?.seq !== snapshot.seq || state?.seq !== snapshot.seq || state.sessionId !== sessionId) return undefined;
  return { state, lastHash: hashLine(row.body) };
}

function decodeQuietly(text: string): SessionState | undefined {
  try {
    return decodeState(text);
  } catch {
    return undefined;
  }
}

/** Who folds what is too much for this thread. */
type Elsewhere = {
  /** Facts that are folded here at most. */
  readonly from: number;
  /** Makes a snapshot; when it cannot, all is folded here. */
  fold(): Promise<unknown>;
};

/** Undefined: the session has no log. Throws when the log contradicts itself. */
export async function openLog(
  store: EventStore,
  sessionId: string,
  elsewhere?: Elsewhere,
): Promise<OpenedLog | undefined> {
  let snapshot = await openSnapshot(store, sessionId);
  if (elsewhere !== undefined) {
    const behind = ((await store.last(sessionId))?.seq ?? 0) - (snapshot?.state.seq ?? 0);
    if (behind > elsewhere.from) {
      await elsewhere.fold();
      snapshot = await openSnapshot(store, sessionId);
    }
  }
  const snapshotSeq = snapshot?.state.seq ?? 0;
  const olderCommands = snapshotSeq === 0 ? new Uint8Array() : await store.commandHashes(sessionId, snapshotSeq);
  const laterCommands = new Set<string>();
  let { state, lastHash } = snapshot ?? { state: initialState, lastHash: hashLine(headerLine(sessionId)) };
  for (;;) {
    const page = await store.read(sessionId, state.seq, PAGE);
    for (const row of page) {
      const { recorded, prev } = readLine(row.body);
      if (recorded.seq !== state.seq + 1 || row.seq !== recorded.seq || prev !== lastHash) {
        throw new Error(`the log of ${sessionId} is broken at ${row.seq}`);
      }
      state = evolve(state, recorded);
      lastHash = hashLine(row.body);
      laterCommands.add(commandKey(recorded.actor, recorded.commandId));
    }
    if (page.length < PAGE) break;
  }
  return state.seq === 0 ? undefined : { state, lastHash, snapshotSeq, olderCommands, laterCommands };
}
