// The server's keys in Postgres.
import type { Database } from './database';
import { guarded } from './guarded';
import type { ServerKeys } from './server-keys';

export function createPostgresServerKeys({ prisma }: Database): ServerKeys {
  return {
    // Ids are uuid(7): their order is the order of making.
    list: () => guarded(() => prisma.serverKey.findMany({ orderBy: { id: 'asc' } })),
    add: ({ publicKey, sealedSeed }) =>
      guarded(
        async () => void (await prisma.serverKey.create({ data: { publicKey, sealedSeed: Buffer.from(sealedSeed) } })),
      ),
  };
}
