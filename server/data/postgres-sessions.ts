// Workshops and sessions in Postgres.
import type { SealSignature } from '../audit/seal-signature';
import { DEFAULT_TIME_ZONE } from '../engine/time-zone';
import type { LocalText, WorkshopDesign } from '../engine/vocabulary';
import type { Database } from './database';
import type { LiveSession, Workshop } from './generated/client';
import type { SessionRow, Sessions, WorkshopRow } from './sessions';
import { asStorageError, isUniqueViolation } from './storage-error';

const toSession = ({
  id,
  workshopId,
  code,
  rehearsal,
  createdAt,
  endedAt,
  importedAt,
  signatures,
}: LiveSession): SessionRow => ({
  id,
  workshopId,
  code,
  rehearsal,
  createdAt,
  ...(endedAt === null ? {} : { endedAt }),
  ...(importedAt === null ? {} : { importedAt }),
  // Read strictly when they came in.
  ...(signatures === null ? {} : { signatures: signatures as unknown as readonly SealSignature[] }),
});

// What was written by saveWorkshop is read back as it was; nobody else writes these columns.
const toWorkshop = ({ id, slug, title, design }: Workshop): WorkshopRow => ({
  id,
  slug,
  title: title as unknown as LocalText,
  design: design as unknown as WorkshopDesign,
});

const asJson = (design: WorkshopDesign) => JSON.parse(JSON.stringify(design));
const asData = ({ title, design }: Omit<WorkshopRow, 'id'>) => ({ title: { ...title }, design: asJson(design) });

export function createPostgresSessions({ prisma }: Database): Sessions {
  return {
    async find(id) {
      const row = await prisma.liveSession.findUnique({ where: { id } });
      return row === null ? undefined : toSession(row);
    },
    async findByCode(code) {
      const row = await prisma.liveSession.findUnique({ where: { code } });
      return row === null ? undefined : toSession(row);
    },
    async findRunning() {
      // Raw, since the log alone knows what has begun; the first facts of a session tell, and few sessions have not ended.
      const rows = await prisma.$queryRaw<{ code: string }[]>`
        SELECT code FROM live_session s WHERE ended_at IS NULL AND NOT rehearsal ORDER BY
          EXISTS (SELECT FROM event e WHERE e.session_id = s.id AND e.type = 'SessionStarted') DESC,
          EXISTS (SELECT FROM event e WHERE e.session_id = s.id AND e.type = 'ParticipantJoined') DESC,
          number DESC
        LIMIT 1`;
      const { code } = rows[0] ?? {};
      const row = code === undefined ? null : await prisma.liveSession.findUnique({ where: { code } });
      return row === null ? undefined : toSession(row);
    },
    async create({ id, workshopId, code, rehearsal }, fact) {
      try {
        await prisma.$transaction([
          prisma.liveSession.create({ data: { id, workshopId, code, rehearsal } }),
          prisma.event.create({ data: fact }),
        ]);
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw asStorageError(error);
      }
    },
    async codes() {
      return (await prisma.liveSession.findMany({ select: { code: true } })).map(({ code }) => code);
    },
    async list(_by, limit) {
      const newest = await prisma.$queryRaw<
        { id: string; timeZone: string | null }[]
      >`SELECT s.id, w.design ->> 'timeZone' AS "timeZone" FROM live_session s JOIN workshop w ON w.id = s.workshop_id
        ORDER BY s.number DESC LIMIT ${limit}`;
      const place = new Map(newest.map(({ id }, at) => [id, at]));
      const zones = new Map(newest.map(({ id, timeZone }) => [id, timeZone]));
      const rows = await prisma.liveSession.findMany({
        where: { id: { in: [...place.keys()] } },
        include: { workshop: { select: { title: true } } },
      });
      const inOrder = rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
      return inOrder.map(({ workshop, ...row }) => ({
        ...toSession(row),
        title: workshop.title as unknown as LocalText,
        timeZone: zones.get(row.id) ?? DEFAULT_TIME_ZONE,
      }));
    },
    async markEnded(id, endedAt) {
      await prisma.liveSession.updateMany({ where: { id, endedAt: null }, data: { endedAt } });
    },
    async markRehearsal(id) {
      await prisma.liveSession.updateMany({ where: { id }, data: { rehearsal: true } });
    },
    async findWorkshop(id) {
      const row = await prisma.workshop.findUnique({ where: { id } });
      return row === null ? undefined : toWorkshop(row);
    },
    async findFirstWorkshop() {
      const row = await prisma.workshop.findFirst({ orderBy: { id: 'asc' } });
      return row === null ? undefined : toWorkshop(row);
    },
    async listWorkshops() {
      return (await prisma.workshop.findMany({ orderBy: { id: 'asc' } })).map(toWorkshop);
    },
    async findOrAddWorkshop(workshop) {
      const { slug } = workshop;
      return toWorkshop(
        await prisma.workshop.upsert({ where: { slug }, create: { slug, ...asData(workshop) }, update: {} }),
      );
    },
    async saveWorkshop(workshop) {
      const { slug } = workshop;
      const data = asData(workshop);
      return toWorkshop(await prisma.workshop.upsert({ where: { slug }, create: { slug, ...data }, update: data }));
    },
    async changeDesign(_by, id, from, to) {
      const { count } = await prisma.workshop.updateMany({
        where: { id, design: { equals: asJson(from) } },
        data: { design: asJson(to) },
      });
      return count > 0;
    },
  };
}
