// Archives on their way in, in memory, for tests.
import { randomUUID } from 'node:crypto';
import type { Imports, SetAsideRow } from './imports';
import type { MemoryEventStore } from './memory-event-store';
import type { MemorySessions } from './memory-sessions';

export function createMemoryImports(store: MemoryEventStore, sessions: MemorySessions): Imports {
  const begun = new Map<string, string>();
  const aside: SetAsideRow[] = [];
  return {
    async begin(sessionId, closingHash, replaced) {
      const isReplaced = replaced.some((one) => one.sessionId === sessionId);
      if (!isReplaced && (await sessions.find(sessionId)) !== undefined) return 'taken';
      for (const one of replaced) {
        const id = randomUUID();
        store.move(one.sessionId, id);
        sessions.remove(one.sessionId);
        aside.unshift({ ...one, id, replacedBy: closingHash, setAsideAt: new Date() });
      }
      if (begun.get(sessionId) === closingHash) return 'begun';
      if (!begun.has(sessionId) && (await store.read(sessionId, 0, 1)).length > 0) return 'taken';
      store.move(sessionId, randomUUID());
      begun.set(sessionId, closingHash);
      return 'begun';
    },
    async finish(session, closingHash) {
      if (begun.get(session.id) !== closingHash || !sessions.add(session)) return false;
      begun.delete(session.id);
      return true;
    },
    findSetAside: async (_by, id) => aside.find((one) => one.id === id),
    listSetAside: async (_by, limit) => aside.slice(0, limit),
  };
}
