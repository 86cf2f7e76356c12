// The server proper between the launcher's steps: seed, pages, listen; and the way back.
import next from 'next';
import { seed } from '../prisma/seed';
import { createContainer, postgresStorage } from './container';
import { phoneOrigin } from './launch/addresses';
import { run, type Serve } from './launch/run';
import { RoomElsewhere } from './live/room-owner';
import { createLogger } from './observability/logger';

const serve: Serve = async ({ environment, secret, databaseUrl }) => {
  const { host, port, dev } = environment;
  const logger = createLogger({ level: process.env.LOG_LEVEL ?? 'warn' });
  let listening = port;
  const container = createContainer({
    storage: postgresStorage(databaseUrl, logger),
    secret,
    logger,
    phoneOrigin: () => phoneOrigin(environment, listening),
    front: environment,
  });
  const { httpServer, sessions, openSession, tokens } = container;
  try {
    // At the first start of all: before anything could have to be signed.
    await container.serverKey();
    const session = await seed(sessions, openSession);
    const pages = next({ dev, hostname: host, port, httpServer });
    await pages.prepare();
    listening = await container.listen({ host, port }, pages.getRequestHandler());
    // The hall's first phone should not be the one that waits for the log to be read.
    await container.rooms.open(session.code).catch((error: unknown) => {
      if (!(error instanceof RoomElsewhere)) throw error;
    });
    return {
      port: listening,
      code: session.code,
      facilitatorToken: tokens.linkToken('facilitator', session.id),
      screenToken: tokens.linkToken('screen', session.id),
      organiserToken: tokens.organiserToken,
      async close() {
        await container.close();
        await pages.close();
      },
    };
  } catch (error) {
    await container.close();
    throw error;
  }
};

export function main(): Promise<void> {
  return run(serve);
}
