// The whole server with its pages, as a process of its own: Next does not live well inside Jest's modules.
// Kept in memory unless it is given a database, a port and the session to carry on with; says where it is in one line
// of JSON.
import next from 'next';
import { loadTemplate } from '../../prisma/templates/load';
import { createContainer, memoryStorage, postgresStorage } from '../../server/container';
import type { EventStore, LogRow } from '../../server/data/event-store';
import type { Event } from '../../server/engine/events';
import { hashLine, recordEvent } from '../../server/live/log-line';
import { createLogger } from '../../server/observability/logger';
import { type Crowd, designFor, playCrowd } from './crowd';

export type PagesProcessOptions = {
  readonly databaseUrl?: string;
  readonly port?: number;
  readonly session?: { readonly code: string; readonly sessionId: string };
  /** A session that such a hall has gone through, instead of an empty one. */
  readonly crowd?: Crowd;
};

/** Writes what the crowd did behind the first fact of its session, chained as a room would have. */
async function replay(store: EventStore, sessionId: string, crowd: Crowd): Promise<void> {
  const [first] = await store.read(sessionId, 0, 1);
  let prev = hashLine(first?.body ?? '');
  const rows: LogRow[] = [];
  for (const { seq, actor, commandId, type, data } of playCrowd(crowd).log.slice(1)) {
    const { line } = recordEvent({ type, data } as Event, { seq, at: Date.now(), actor, commandId, prev });
    rows.push({ sessionId, seq, type, commandId, body: line });
    prev = hashLine(line);
  }
  await store.append(rows);
}

async function main(): Promise<void> {
  const given = JSON.parse(process.argv[3] ?? '{}') as PagesProcessOptions;
  const logger = createLogger({ level: 'silent' });
  const storage = given.databaseUrl === undefined ? memoryStorage() : postgresStorage(given.databaseUrl, logger);
  const container = createContainer({
    storage,
    secret: 'a secret that only tests know, long enough to be one',
    logger,
  });
  const { httpServer, sessions, openSession, tokens } = container;
  let session = given.session;
  if (session === undefined) {
    const design = given.crowd === undefined ? loadTemplate() : designFor(given.crowd.method);
    const workshop = await sessions.saveWorkshop({ slug: 'test', title: design.title, design });
    session = await openSession({ workshopId: workshop.id, design, rehearsal: process.argv[2] === 'rehearsal' });
    if (given.crowd !== undefined) await replay(storage.store, session.sessionId, given.crowd);
  }
  const { sessionId, code } = session;
  const pages = next({ dev: false, hostname: '127.0.0.1', port: 0, httpServer });
  await pages.prepare();
  const port = await container.listen({ host: '127.0.0.1', port: given.port ?? 0 }, pages.getRequestHandler());
  const link = (role: 'facilitator' | 'screen') => tokens.linkToken(role, sessionId);
  const place = { url: `http://127.0.0.1:${port}`, port, code, sessionId };
  const { organiserToken } = tokens;
  console.log(
    JSON.stringify({ ...place, facilitatorToken: link('facilitator'), screenToken: link('screen'), organiserToken }),
  );
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
