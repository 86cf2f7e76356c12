// Roll-ups in memory, for tests.
import { randomUUID } from 'node:crypto';
import type { RollUpRow, RollUps } from './roll-ups';

export function createMemoryRollUps(): RollUps {
  const rows = new Map<string, RollUpRow>();
  return {
    async add(_by, design) {
      const row = { id: randomUUID(), version: 1, design, createdAt: new Date() };
      rows.set(row.id, row);
      return row;
    },
    find: async (_by, id) => rows.get(id),
    list: async (_by, limit) => [...rows.values()].toReversed().slice(0, limit),
    async change(_by, id, version, design) {
      const row = rows.get(id);
      if (row?.version !== version) return false;
      rows.set(id, { ...row, version: version + 1, design });
      return true;
    },
  };
}
