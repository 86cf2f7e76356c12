// socket.io as transport and nothing more: it carries commands in, and views, patches and answers out.
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type ExtendedError, Server, type Socket } from 'socket.io';
import type { FindCaller } from '../auth/caller';
import { LARGEST_MESSAGE } from '../engine/limits';
import type { Audience } from '../engine/views';
import type { ParticipantId } from '../engine/vocabulary';
import type { Logger } from '../observability/logger';
import { isSyncMessage, parseSimilarQuestion } from '../protocol/schemas';
import type { Ack, Current, RefusalCode, Refused, ServerToClient, SimilarIdeas, Snapshot } from '../protocol/wire';
import type { Budgets } from './budget';
import { guardConnections } from './connection-guard';
import { type HandshakeParts, type Seat, takeSeat } from './handshake';
import type { Intake, Sender } from './intake';
import type { RoomOutput } from './output';
import type { Reconnects } from './reconnects';
import { RoomElsewhere } from './room-owner';
import { snapshotFor } from './snapshot-for';

type Answer = Ack | Snapshot | Current | SimilarIdeas;
/** Whatever a client sends: its types are not to be believed before the schemas have looked. */
type Incoming = Record<string, (...args: unknown[]) => void>;
type Data = { seat: Seat };
type Io = Server<Incoming, ServerToClient, Record<string, never>, Data>;
type LiveSocket = Socket<Incoming, ServerToClient, Record<string, never>, Data>;

const INTERNAL: Refused = { ok: false, code: 'internal', retryAfterMs: 1_000 };

const audienceOf = (sessionId: string, audience: Audience) => `${sessionId}/${audience}`;
const deviceOf = (sessionId: string, participantId: ParticipantId) => `${sessionId}/participant/${participantId}`;

/** Phones that said that they fetch what is large. */
const fetchersOf = (sessionId: string) => `${sessionId}/participant/fetch`;
/** Letters that are pushed to every phone at once; what is longer waits in nobody's way, compressed, to be fetched. */
const LARGEST_PUSH = 8 * 1024;
/** Uncompressed, it leaves a tenth of that: two megabytes a second for a hall. */
const BYTES_PER_MS = 20_000;
const LONGEST_SPREAD_MS = 15_000;
const sizeOf = (message: object) => JSON.stringify(message).length;

export type SocketServer = {
  outputOf(sessionId: string): RoomOutput;
  /** Begins to take connections. */
  accept(parts: HandshakeParts & { readonly intake: Intake }): void;
  /** Disconnects everyone; they come back by themselves. */
  close(): Promise<void>;
};

export function createSocketServer(
  httpServer: HttpServer,
  findCaller: FindCaller,
  budgets: Budgets,
  logger: Logger,
): SocketServer {
  // Browsers do not keep other sites from opening a WebSocket here, and send our cookies along: Origin is the only sign of
  // it. `cors.origin` of socket.io does not look at it.
  const isAllowed = ({ headers, socket }: IncomingMessage) => findCaller(headers, socket).origin !== 'foreign';
  // engine.io answers a refused upgrade with 400; a foreign page is told 403, as over polling.
  httpServer.prependListener('upgrade', (request, socket) => {
    if (!isAllowed(request)) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  const io: Io = new Server(httpServer, {
    path: '/socket.io',
    serveClient: false,
    // Measured: a fifth of the throughput and ten times the memory.
    perMessageDeflate: false,
    httpCompression: false,
    // Larger packets close the connection.
    maxHttpBufferSize: LARGEST_MESSAGE,
    transports: ['websocket', 'polling'],
    // A phone that reads nothing is let go within 25 s, before what waits for it fills the memory.
    pingInterval: 10_000,
    pingTimeout: 15_000,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => answer(null, isAllowed(request)),
  });
  // Malformed traffic below our events, e.g. a foreign Origin.
  io.engine.on('connection_error', (error: { code: number; message: string }) => {
    logger.debug({ code: error.code, reason: error.message }, 'connection refused');
  });

  /** Set before the first connection. */
  let reconnects: Reconnects | undefined;
  const senders = new WeakMap<object, Sender>();
  const guard = guardConnections(io.engine, budgets, logger, (connection) => {
    const sender = senders.get(connection);
    if (sender?.role === 'participant') reconnects?.cut(sender.address ?? '', sender.participantId);
  });

  async function seat(socket: LiveSocket, parts: HandshakeParts): Promise<RefusalCode | undefined> {
    const { headers, address } = socket.handshake;
    const transport = String(socket.handshake.query.transport);
    const taken = await takeSeat(socket.handshake.auth, { headers, address, transport }, parts);
    if (typeof taken === 'string') return taken;
    socket.data.seat = taken;
    return undefined;
  }

  /** Phones that come back all at once, over a village's line, are spared what they have and what would block it. */
  function greet(socket: LiveSocket, rev?: number): void {
    const message = standing(socket.data.seat, rev);
    if ('view' in message) socket.emit('snapshot', message);
    else socket.emit('current', message);
  }

  /** Where the view stands: whole, but for a phone that has it (`rev`) or that fetches what is large. */
  function standing(seat: Seat, rev?: number): Snapshot | Current {
    const { room } = seat.sender;
    const snapshot = snapshotFor(seat.sender);
    const isHere = rev === snapshot.rev;
    if (seat.rev === undefined || !(isHere || room.viewSize > LARGEST_PUSH)) return snapshot;
    const { view: _view, ...rest } = snapshot;
    return { ...rest, spreadMs: isHere ? 0 : spreadOf(room.sessionId, room.viewSize) };
  }

  function spreadOf(sessionId: string, size: number): number {
    const phones = io.sockets.adapter.rooms.get(fetchersOf(sessionId))?.size ?? 0;
    return Math.min(LONGEST_SPREAD_MS, Math.round((phones * size) / BYTES_PER_MS));
  }

  function welcome(socket: LiveSocket, intake: Intake): void {
    const { sender } = socket.data.seat;
    const { room, presence } = sender;
    const participantId = sender.role === 'participant' ? sender.participantId : undefined;
    senders.set(socket.conn, sender);
    void socket.join(audienceOf(room.sessionId, sender.role));
    if (participantId !== undefined) void socket.join(deviceOf(room.sessionId, participantId));
    if (socket.data.seat.rev !== undefined) void socket.join(fetchersOf(room.sessionId));
    // In one go with joining: the first patch then fits this snapshot.
    greet(socket, socket.data.seat.rev);
    if (participantId === undefined) socket.emit('presence', presence.now);
    socket.on('disconnect', presence.enter(participantId));

    const handlers: Readonly<Record<string, (message: unknown) => Promise<Answer> | Answer>> = {
      command: (message) => intake.take(sender, message),
      sync: (message) => {
        const retryAfterMs = intake.charge(sender);
        if (retryAfterMs > 0) return { ok: false, code: 'rate_limited', retryAfterMs };
        return isSyncMessage(message) ? standing(socket.data.seat) : { ok: false, code: 'malformed' };
      },
      similar: (message) => {
        const retryAfterMs = intake.charge(sender);
        if (retryAfterMs > 0) return { ok: false, code: 'rate_limited', retryAfterMs };
        const question = parseSimilarQuestion(message);
        if (question === undefined) return { ok: false, code: 'malformed' };
        if (sender.role !== 'participant') return { ok: false, code: 'forbidden' };
        return room.similarity.similar(sender.participantId, question);
      },
    };
    const unknown = (): Answer => {
      const retryAfterMs = intake.charge(sender);
      return retryAfterMs > 0 ? { ok: false, code: 'rate_limited', retryAfterMs } : { ok: false, code: 'malformed' };
    };
    socket.onAny((event: unknown, ...args: unknown[]) => {
      const handler = typeof event === 'string' && Object.hasOwn(handlers, event) ? handlers[event] : undefined;
      void answer(socket, handler ?? unknown, args);
    });
  }

  /** The guard around everything a client can send: no throw, no missing acknowledgement reaches the process. */
  async function answer(
    socket: LiveSocket,
    handle: (message: unknown) => Promise<Answer> | Answer,
    args: unknown[],
  ): Promise<void> {
    try {
      const last = args.at(-1);
      const acknowledge = typeof last === 'function' ? (last as (answer: Answer) => void) : () => {};
      const message = typeof args[0] === 'function' ? undefined : args[0];
      const answered = await handle(message);
      if ('code' in answered && answered.code === 'rate_limited') guard.refused(socket.conn);
      acknowledge(answered);
    } catch (error) {
      logger.error({ err: error }, 'a packet failed');
      const last = args.at(-1);
      if (typeof last === 'function') last(INTERNAL);
    }
  }

  return {
    outputOf(sessionId) {
      const to = (audience: Audience) => io.to(audienceOf(sessionId, audience));
      return {
        patch(audience, message) {
          const fetchers = fetchersOf(sessionId);
          const size = audience === 'participant' && io.sockets.adapter.rooms.has(fetchers) ? sizeOf(message) : 0;
          if (size <= LARGEST_PUSH) return void to(audience).emit('patch', message);
          to(audience).except(fetchers).emit('patch', message);
          io.to(fetchers).emit('current', { rev: message.rev, now: Date.now(), spreadMs: spreadOf(sessionId, size) });
        },
        heartbeat: (audience, heartbeat) => void to(audience).emit('heartbeat', heartbeat),
        mine: (participantId, message) => void io.to(deviceOf(sessionId, participantId)).emit('mine', message),
        presence: (presence) => void to('facilitator').to(audienceOf(sessionId, 'screen')).emit('presence', presence),
        disconnect() {
          const audiences = (['participant', 'facilitator', 'screen'] as const).map((one) =>
            audienceOf(sessionId, one),
          );
          io.in(audiences).disconnectSockets(true);
        },
        resync() {
          for (const socket of io.sockets.sockets.values()) {
            const { seat } = socket.data;
            if (seat.sender.room.sessionId === sessionId) greet(socket);
          }
        },
      };
    },
    accept(parts) {
      reconnects = parts.reconnects;
      io.use((socket: LiveSocket, next: (error?: ExtendedError) => void) => {
        seat(socket, parts).then(
          (code) => next(code === undefined ? undefined : refusal(code)),
          (error) => {
            if (error instanceof RoomElsewhere) return next(refusal('retry'));
            logger.error({ err: error }, 'a handshake failed');
            next(refusal('internal'));
          },
        );
      });
      io.on('connection', (socket: LiveSocket) => welcome(socket, parts.intake));
    },
    async close() {
      guard.close();
      await io.close();
    },
  };
}

function refusal(code: RefusalCode): ExtendedError {
  return Object.assign(new Error(code), { data: { code } });
}
