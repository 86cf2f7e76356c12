// Folds a session's log into a stored snapshot. Reads and writes the store only, so it may run on any thread.
import type { EventStore } from '../data/event-store';
import { encodeState } from '../engine/state-codec';
import { packHashes } from './command-memory';
import { openLog } from './open-log';

/** The seq of the newest snapshot; 0 when there is nothing to fold. */
export async function makeSnapshot(store: EventStore, sessionId: string): Promise<number> {
  const opened = await openLog(store, sessionId);
  if (opened === undefined) return 0;
  const { state, snapshotSeq, laterCommands } = opened;
  if (state.seq > snapshotSeq) {
    await store.saveSnapshot({
      sessionId,
      seq: state.seq,
      state: encodeState(state),
      commandHashes: packHashes(laterCommands),
    });
  }
  return state.seq;
}
