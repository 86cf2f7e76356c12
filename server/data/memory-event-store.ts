// The log in memory, for tests. Passes the same contract suite as the one in Postgres.
import { type EventStore, type LogRow, StorageError, type StoredSnapshot } from './event-store';

type Kept = Omit<StoredSnapshot, 'state'> & { state?: string };

export type MemoryEventStore = EventStore & {
  /** The whole log under another id. */
  move(from: string, to: string): void;
};

export function createMemoryEventStore(): MemoryEventStore {
  const logs = new Map<string, Map<number, LogRow>>();
  const snapshots = new Map<string, Kept[]>();

  const logOf = (sessionId: string): Map<number, LogRow> => {
    const log = logs.get(sessionId) ?? new Map<number, LogRow>();
    logs.set(sessionId, log);
    return log;
  };
  const inOrder = (sessionId: string) => [...logOf(sessionId).values()].sort((a, b) => a.seq - b.seq);
  const snapshotsOf = (sessionId: string) => snapshots.get(sessionId) ?? [];

  return {
    async append(rows) {
      const taken = rows.map((row) => logOf(row.sessionId).get(row.seq));
      if (rows.length > 0 && rows.every((row, i) => taken[i]?.body === row.body)) return;
      const own = new Set(rows.map((row) => `${row.sessionId} ${row.seq}`));
      if (taken.some((row) => row !== undefined) || own.size !== rows.length) throw new StorageError('moved_on');
      for (const row of rows) logOf(row.sessionId).set(row.seq, { ...row });
    },
    read: async (sessionId, after, limit) =>
      inOrder(sessionId)
        .filter((row) => row.seq > after)
        .slice(0, limit),
    last: async (sessionId) => inOrder(sessionId).at(-1),
    findCommand: async (sessionId, commandId) => inOrder(sessionId).filter((row) => row.commandId === commandId),
    async latestSnapshot(sessionId) {
      const latest = snapshotsOf(sessionId).findLast((snapshot) => snapshot.state !== undefined);
      return latest?.state === undefined ? undefined : { seq: latest.seq, state: latest.state };
    },
    commandHashes: async (sessionId, seq) =>
      Buffer.concat(
        snapshotsOf(sessionId)
          .filter((snapshot) => snapshot.seq <= seq)
          .map((snapshot) => snapshot.commandHashes),
      ),
    async saveSnapshot({ sessionId, seq, state, commandHashes }) {
      const others = snapshotsOf(sessionId).filter((snapshot) => snapshot.seq !== seq);
      const before = snapshotsOf(sessionId).find((snapshot) => snapshot.seq === seq);
      const kept: Kept = { sessionId, seq, state, commandHashes: before?.commandHashes ?? commandHashes };
      const withoutOldState = ({ state: _dropped, ...rest }: Kept): Kept => rest;
      snapshots.set(
        sessionId,
        [...others.map((other) => (other.seq < seq ? withoutOldState(other) : other)), kept].sort(
          (a, b) => a.seq - b.seq,
        ),
      );
    },
    move(from, to) {
      const rows = inOrder(from).map((row) => [row.seq, { ...row, sessionId: to }] as const);
      if (rows.length > 0) logs.set(to, new Map(rows));
      logs.delete(from);
      snapshots.delete(from);
    },
    ping: async () => {},
    close: async () => {},
  };
}
