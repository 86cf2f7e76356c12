// A whole live server on a free port, with memory or a real database behind it.

import type { Front } from '../../server/auth/caller';
import { type Container, createContainer, memoryStorage, postgresStorage, type Storage } from '../../server/container';
import type { WorkshopDesign } from '../../server/engine/vocabulary';
import type { WriterLimits } from '../../server/live/event-writer';
import { WRITER_LIMITS } from '../../server/live/event-writer';
import { createLogger } from '../../server/observability/logger';
import { inAll, smallWorkshop } from './workshop';

export const TEST_SECRET = 'a secret that only tests know, long enough to be one';
export const silent = createLogger({ level: process.env.TEST_LOG_LEVEL ?? 'silent' });

export type TestServer = {
  readonly url: string;
  readonly port: number;
  readonly code: string;
  readonly sessionId: string;
  readonly facilitatorToken: string;
  readonly screenToken: string;
  readonly organiserToken: string;
  readonly container: Container;
  close(): Promise<void>;
};

export type TestServerOptions = {
  /** Without it everything is kept in memory. */
  readonly databaseUrl?: string;
  readonly storage?: Storage;
  readonly design?: WorkshopDesign;
  readonly clock?: () => number;
  readonly steady?: () => number;
  readonly writerLimits?: Partial<WriterLimits>;
  /** What stands in front of it. */
  readonly front?: Front;
  /** A free one unless a client has to find the server again. */
  readonly port?: number;
  /** Carries on with the session of an earlier server on the same storage. */
  readonly session?: { readonly code: string; readonly sessionId: string };
};

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { databaseUrl, design = smallWorkshop, clock, steady, writerLimits } = options;
  const storage =
    options.storage ?? (databaseUrl === undefined ? memoryStorage() : postgresStorage(databaseUrl, silent));
  const container = createContainer({
    storage,
    secret: TEST_SECRET,
    logger: silent,
    ...(options.front === undefined ? {} : { front: options.front }),
    ...(clock === undefined ? {} : { clock }),
    ...(steady === undefined ? {} : { steady }),
    writerLimits: { ...WRITER_LIMITS, ...writerLimits },
  });
  const { sessions, openSession, tokens } = container;
  let session = options.session;
  if (session === undefined) {
    const workshop = await sessions.saveWorkshop({ slug: 'test', title: inAll('Vision'), design });
    session = await openSession({ workshopId: workshop.id, design, rehearsal: false });
  }
  const port = await container.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  // A stalled process would close an idle line in the very moment in which its own client uses it again.
  container.httpServer.keepAliveTimeout = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    code: session.code,
    sessionId: session.sessionId,
    facilitatorToken: tokens.linkToken('facilitator', session.sessionId),
    screenToken: tokens.linkToken('screen', session.sessionId),
    organiserToken: tokens.organiserToken,
    container,
    close: () => container.close(),
  };
}
