// Archives on their way in, in Postgres.
import { randomUUID } from 'node:crypto';
import { readSignatures } from '../audit/seal-signature';
import type { Database } from './database';
import type { Prisma } from './generated/client';
import { guarded } from './guarded';
import type { Imports, Replaced, SetAsideRow } from './imports';
import { asStorageError, isUniqueViolation } from './storage-error';

/** Setting aside rewrites every row of a log: a large hall's takes seconds. */
const LONGEST_MS = 120_000;

type Transaction = Prisma.TransactionClient;

async function setAside(tx: Transaction, replaced: Replaced, replacedBy: string): Promise<void> {
  const { sessionId } = replaced;
  const id = randomUUID();
  await tx.event.updateMany({ where: { sessionId }, data: { sessionId: id } });
  await tx.snapshot.deleteMany({ where: { sessionId } });
  await tx.liveSession.delete({ where: { id: sessionId } });
  const signatures = JSON.parse(JSON.stringify(replaced.signatures));
  await tx.setAside.create({ data: { ...replaced, signatures, id, replacedBy } });
}

/** Written by ourselves, in the shape they were read in. */
function asRow({ signatures, ...row }: Prisma.SetAsideGetPayload<object>): SetAsideRow {
  return { ...row, signatures: readSignatures(signatures) ?? [] };
}

export function createPostgresImports({ prisma }: Database): Imports {
  return {
    begin: (sessionId, closingHash, replaced) =>
      guarded(() =>
        prisma.$transaction(
          async (tx) => {
            const [session, begun] = await Promise.all([
              tx.liveSession.findUnique({ where: { id: sessionId }, select: { id: true } }),
              tx.importBegun.findUnique({ where: { sessionId } }),
            ]);
            if (session !== null && !replaced.some((one) => one.sessionId === sessionId)) return 'taken';
            for (const one of replaced) await setAside(tx, one, closingHash);
            if (begun?.closingHash === closingHash) return 'begun';
            if (begun === null) {
              const there = await tx.event.findFirst({ where: { sessionId }, select: { seq: true } });
              if (there !== null) return 'taken';
            }
            await tx.event.deleteMany({ where: { sessionId } });
            await tx.snapshot.deleteMany({ where: { sessionId } });
            await tx.importBegun.upsert({
              where: { sessionId },
              create: { sessionId, closingHash },
              update: { closingHash },
            });
            return 'begun';
          },
          { timeout: LONGEST_MS },
        ),
      ),
    async finish({ signatures, endedAt = null, ...session }, closingHash) {
      const { id } = session;
      try {
        return await prisma.$transaction(async (tx) => {
          const { count } = await tx.importBegun.deleteMany({ where: { sessionId: id, closingHash } });
          if (count === 0) return false;
          await tx.liveSession.create({
            data: { ...session, endedAt, signatures: JSON.parse(JSON.stringify(signatures)) },
          });
          return true;
        });
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw asStorageError(error);
      }
    },
    findSetAside: (_by, id) =>
      guarded(async () => {
        const row = await prisma.setAside.findUnique({ where: { id } });
        return row === null ? undefined : asRow(row);
      }),
    listSetAside: (_by, limit) =>
      guarded(async () =>
        (await prisma.setAside.findMany({ orderBy: { setAsideAt: 'desc' }, take: limit })).map(asRow),
      ),
  };
}
