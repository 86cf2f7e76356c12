// Workshops and sessions in memory, for tests.
import { randomUUID } from 'node:crypto';
import { isSameJson } from '../engine/same-json';
import { DEFAULT_TIME_ZONE } from '../engine/time-zone';
import type { EventStore } from './event-store';
import type { SessionRow, Sessions, WorkshopRow } from './sessions';

export type MemorySessions = Sessions & {
  /** False: its code or its id is taken. */
  add(session: SessionRow): boolean;
  remove(id: string): void;
};

export function createMemorySessions(store: EventStore): MemorySessions {
  const sessions: SessionRow[] = [];
  const workshops: WorkshopRow[] = [];
  const change = (id: string, how: (session: SessionRow) => SessionRow): void => {
    const at = sessions.findIndex((session) => session.id === id);
    const session = sessions[at];
    if (session !== undefined) sessions[at] = how(session);
  };
  return {
    find: async (id) => sessions.find((session) => session.id === id),
    findByCode: async (code) => sessions.find((session) => session.code === code),
    async findRunning() {
      const running = sessions.filter((session) => session.endedAt === undefined && !session.rehearsal);
      const facts = await Promise.all(running.map(({ id }) => store.read(id, 0, Number.POSITIVE_INFINITY)));
      const has = (type: string) => running.findLast((_, at) => facts[at]?.some((fact) => fact.type === type));
      return has('SessionStarted') ?? has('ParticipantJoined') ?? running.at(-1);
    },
    async create(session, fact) {
      if (sessions.some(({ code, id }) => code === session.code || id === session.id)) return false;
      await store.append([fact]);
      sessions.push({ ...session, createdAt: new Date() });
      return true;
    },
    add(session) {
      if (sessions.some(({ code, id }) => code === session.code || id === session.id)) return false;
      sessions.push(session);
      return true;
    },
    codes: async () => sessions.map(({ code }) => code),
    remove(id) {
      const at = sessions.findIndex((session) => session.id === id);
      if (at >= 0) sessions.splice(at, 1);
    },
    list: async (_by, limit) =>
      sessions
        .toReversed()
        .slice(0, limit)
        .flatMap((session) => {
          const workshop = workshops.find(({ id }) => id === session.workshopId);
          if (workshop === undefined) return [];
          const { title, design } = workshop;
          return [{ ...session, title, timeZone: design.timeZone ?? DEFAULT_TIME_ZONE }];
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
    async changeDesign(_by, id, from, to) {
      const at = workshops.findIndex((workshop) => workshop.id === id);
      const before = workshops[at];
      if (before === undefined || !isSameJson(before.design, from)) return false;
      workshops[at] = { ...before, design: to };
      return true;
    },
  };
}
