// Workshops and sessions in memory, for tests.
import { randomUUID } from 'node:crypto';
import type { EventStore } from './event-store';
import type { SessionRow, Sessions, WorkshopRow } from './sessions';

export function createMemorySessions(store: EventStore): Sessions {
  const sessions: SessionRow[] = [];
  const workshops: WorkshopRow[] = [];
  const change = (id: string, how: (session: SessionRow) => SessionRow): void => {
    const at = sessions.findIndex((session) => session.id === id);
    const session = sessions[at];
    if (session !== undefined) sessions[at] = how(session);
  };
  return {
    findByCode: async (code) => sessions.find((session) => session.code === code),
    findRunning: async () => sessions.findLast((session) => session.endedAt === undefined && !session.rehearsal),
    async create(session, fact) {
      if (sessions.some(({ code, id }) => code === session.code || id === session.id)) return false;
      await store.append([fact]);
      sessions.push({ ...session, createdAt: new Date() });
      return true;
    },
    async addImported(session) {
      if (sessions.some(({ code, id }) => code === session.code || id === session.id)) return false;
      sessions.push(session);
      return true;
    },
    codes: async () => sessions.map(({ code }) => code),
    list: async (limit) =>
      sessions
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit)
        .flatMap((session) => {
          const workshop = workshops.find(({ id }) => id === session.workshopId);
          return workshop === undefined ? [] : [{ ...session, title: workshop.title }];
        }),
    markEnded: async (id, endedAt) => change(id, (session) => ({ endedAt, ...session })),
    markRehearsal: async (id) => change(id, (session) => ({ ...session, rehearsal: true })),
    findWorkshop: async (id) => workshops.find((workshop) => workshop.id === id),
    findFirstWorkshop: async () => workshops[0],
    listWorkshops: async () => [...workshops],
    async findOrAddWorkshop(workshop) {
      const known = workshops.find(({ slug }) => slug === workshop.slug);
      if (known !== undefined) return known;
      const added = { ...workshop, id: randomUUID() };
      workshops.push(added);
      return added;
    },
    async saveWorkshop(workshop) {
      const at = workshops.findIndex(({ slug }) => slug === workshop.slug);
      const saved = { ...workshop, id: workshops[at]?.id ?? randomUUID() };
      workshops.splice(at === -1 ? workshops.length : at, 1, saved);
      return saved;
    },
  };
}
