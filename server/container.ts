// The only place where the parts are put together. Tests call it with memory, or with a real database on a free port.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAccess } from './auth/access';
import { createAdmission } from './auth/admission';
import { createFindCaller, type Front } from './auth/caller';
import { openServerKey, type ServerKey } from './auth/server-key';
import { createTokens, type Tokens } from './auth/tokens';
import { openDatabase } from './data/database';
import type { EventStore } from './data/event-store';
import type { Imports } from './data/imports';
import { withKnownCodes } from './data/known-codes';
import { createMemoryEventStore } from './data/memory-event-store';
import { createMemoryImports } from './data/memory-imports';
import { createMemoryRollUps } from './data/memory-roll-ups';
import { createMemorySessions } from './data/memory-sessions';
import { createPostgresEventStore } from './data/postgres-event-store';
import { createPostgresImports } from './data/postgres-imports';
import { createPostgresRollUps } from './data/postgres-roll-ups';
import { createPostgresServerKeys } from './data/postgres-server-keys';
import { createPostgresSessions } from './data/postgres-sessions';
import type { RollUps } from './data/roll-ups';
import { createMemoryServerKeys, type ServerKeys } from './data/server-keys';
import type { Sessions } from './data/sessions';
import { createRenderThread } from './export/render-thread';
import { createTurns } from './import/in-turn';
import { type WriteFacts, writeHere } from './import/write-facts';
import { writeOnThread } from './import/write-on-thread';
import { sinceBoot } from './live/clock-watch';
import { createEventWriter, WRITER_LIMITS, type WriterLimits } from './live/event-writer';
import { createIntake } from './live/intake';
import { createOpenSession, type OpenSession } from './live/new-session';
import { createReconnects } from './live/reconnects';
import { alwaysMine, type RoomOwner } from './live/room-owner';
import { createRoomRegistry, type RoomRegistry } from './live/room-registry';
import { createSnapshots, type Fold, foldHere, foldOnThread } from './live/snapshots';
import { createSocketServer } from './live/socket-server';
import { memoryBudgets } from './live/token-bucket';
import type { Logger } from './observability/logger';
import { createGate, type Pages } from './routes/gate';
import { createMemoryOutcomes } from './routes/phone/outcomes';
import { ROWS } from './routes/table';

export type Storage = {
  readonly store: EventStore;
  readonly sessions: Sessions;
  readonly rollUps: RollUps;
  readonly imports: Imports;
  readonly serverKeys: ServerKeys;
  /** How a snapshot is made of this storage. */
  readonly fold: Fold;
  /** How the facts of an archive come into this storage. */
  readonly writeFacts: WriteFacts;
  close(): Promise<void>;
};

export function postgresStorage(databaseUrl: string, logger: Logger): Storage {
  const database = openDatabase(databaseUrl, logger);
  return {
    store: createPostgresEventStore(database),
    sessions: createPostgresSessions(database),
    rollUps: createPostgresRollUps(database),
    imports: createPostgresImports(database),
    serverKeys: createPostgresServerKeys(database),
    fold: foldOnThread(databaseUrl),
    writeFacts: writeOnThread(databaseUrl),
    close: () => database.close(),
  };
}

export function memoryStorage(): Storage {
  const store = createMemoryEventStore();
  const sessions = createMemorySessions(store);
  return {
    store,
    sessions,
    rollUps: createMemoryRollUps(),
    imports: createMemoryImports(store, sessions),
    serverKeys: createMemoryServerKeys(),
    fold: foldHere(store),
    writeFacts: writeHere(store),
    close: () => store.close(),
  };
}

export type ContainerOptions = {
  readonly storage: Storage;
  readonly secret: string;
  readonly logger: Logger;
  readonly clock?: () => number;
  /** Milliseconds that always go forward; with a clock of the tests' own, that clock unless they say otherwise. */
  readonly steady?: () => number;
  readonly writerLimits?: WriterLimits;
  /** Which rooms this node may open: all of them, where it is the only one. */
  readonly owner?: RoomOwner;
  /** Under which address phones reach this server, for the wall's QR code; the wall's own without it. */
  readonly phoneOrigin?: () => string | undefined;
  /** What stands in front of this server. */
  readonly front?: Front;
};

export type Container = {
  readonly httpServer: Server;
  readonly rooms: RoomRegistry;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly openSession: OpenSession;
  /** Made at the first call on a new database. */
  serverKey(): Promise<ServerKey>;
  /** Resolves to the port once connections are taken; `pages` answers what the live server does not. */
  listen(address: { readonly host: string; readonly port: number }, pages?: Pages): Promise<number>;
  /** Refuses what is new, answers what is under way, then lets go of everything. Safe to call twice. */
  close(): Promise<void>;
};

/** How long a shutdown waits for the log to take what was accepted. */
const DRAIN_MS = 10_000;
/** How long an answer that is written has to leave. */
const LINGER_MS = 50;

export function createContainer({
  storage,
  secret,
  logger,
  clock = Date.now,
  steady = clock === Date.now ? sinceBoot : clock,
  writerLimits = WRITER_LIMITS,
  owner = alwaysMine,
  phoneOrigin = () => undefined,
  front = {},
}: ContainerOptions): Container {
  const { store, rollUps } = storage;
  const { sessions, imports } = withKnownCodes(storage, clock);
  const findCaller = createFindCaller(front);
  const tokens = createTokens(secret);
  // socket.io puts itself in front of the listener it finds, so one has to be there before it.
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  // An archive of a large hall takes a minute over a village's line.
  const httpServer = createServer({ requestTimeout: 180_000, headersTimeout: 15_000 }, (request, response) =>
    answer(request, response),
  );
  const lines = new Set<Socket>();
  httpServer.on('connection', (line: Socket) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });
  // Not by the clock, which can be set; asked for each packet, so not of the system.
  const budgets = memoryBudgets(clock === Date.now ? () => performance.now() : steady);
  const sockets = createSocketServer(httpServer, findCaller, budgets, logger);
  const writer = createEventWriter(store, logger, writerLimits);
  const snapshots = createSnapshots(storage.fold, logger);
  const rooms = createRoomRegistry({
    store,
    sessions,
    owner,
    writer,
    snapshots,
    outputOf: sockets.outputOf,
    logger,
    clock,
    steady,
  });
  const intake = createIntake(budgets);
  const access = createAccess({ tokens, rooms, admission: createAdmission(budgets) });
  const openSession = createOpenSession(sessions, clock);
  const documents = createRenderThread();
  let opening: Promise<ServerKey> | undefined;
  const serverKey = (): Promise<ServerKey> => {
    opening ??= openServerKey(storage.serverKeys, secret);
    // A database that did not answer is asked again the next time.
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  const services = {
    access,
    rooms,
    sessions,
    rollUps,
    imports,
    inTurn: createTurns(),
    writeFacts: storage.writeFacts,
    serverKey,
    store,
    tokens,
    intake,
    budgets,
    outcomes: createMemoryOutcomes(clock),
    openSession,
    documents,
    logger,
    phoneOrigin,
  };
  sockets.accept({ access, findCaller, reconnects: createReconnects(budgets, clock), intake });

  async function close(): Promise<void> {
    rooms.refuseAll();
    const drained = await writer.drain(DRAIN_MS);
    if (!drained) logger.error('some commands could not be written; nobody was told that they counted');
    writer.close();
    // Answers leave before their sockets do.
    await new Promise((resolve) => setTimeout(resolve, LINGER_MS));
    const closed = sockets.close();
    // A download, a phone on polling, or a WebSocket that does not answer its goodbye would keep the port for as long as it
    // likes. Node's own way forgets whoever has become a WebSocket.
    setTimeout(() => {
      for (const line of lines) line.destroy();
    }, LINGER_MS).unref();
    await closed;
    await documents.close();
    await rooms.close();
    await storage.close();
  }
  let closing: Promise<void> | undefined;

  return {
    httpServer,
    rooms,
    sessions,
    tokens,
    openSession,
    serverKey,
    async listen({ host, port }, pages) {
      answer = await createGate({ rows: ROWS, services, findCaller, pages, httpServer });
      return new Promise((resolve, reject) => {
        httpServer.once('error', reject);
        httpServer.listen(port, host, () => {
          httpServer.off('error', reject);
          resolve((httpServer.address() as AddressInfo).port);
        });
      });
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
