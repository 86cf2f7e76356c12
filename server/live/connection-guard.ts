// Lets go of connections that cost others their answers: those that keep being refused, and those that read nothing.
import type { Socket as NetSocket } from 'node:net';
import type { Server, Socket } from 'socket.io';
import type { Logger } from '../observability/logger';
import type { Budget, BudgetLimits, Budgets } from './budget';

/** Below socket.io: what one transport after another carries. */
export type Connection = Socket['conn'];

/** What a client that waits as it was told never reaches. */
const PACKETS: BudgetLimits = { perSecond: 100, burst: 400 };
const REFUSALS: BudgetLimits = { perSecond: 30, burst: 120 };
/** RFC 6455: the connection breaks a rule of ours. */
const POLICY_VIOLATION = 1008;
const CUT_REASON = 'rate_limited';
/** How long the closing frame has to leave. */
const LINGER_MS = 1_000;
const LOOK_EVERY_MS = 5_000;
/** With what waits for it standing still for so long, nobody reads. */
const STANDSTILL_MS = 20_000;

/** The parts of `ws` that engine.io's types leave out. */
type WebSocket = {
  readonly _socket?: NetSocket;
  close(code: number, reason: string): void;
  terminate(): void;
  pause(): void;
  removeAllListeners(event: string): void;
};

const webSocketOf = (connection: Connection) => (connection.transport as unknown as { socket?: WebSocket }).socket;

/** `flushed`: bytes that the system has taken of what was written, standing still `since`. */
type Watched = { readonly key: string; readonly flushed: number; readonly since: number };

export type ConnectionGuard = {
  /** Something of this connection was refused for its rate. */
  refused(connection: Connection): void;
  close(): void;
};

/** `onCut` is told once of each connection that was let go for its rate. */
export function guardConnections(
  engine: Server['engine'],
  budgets: Budgets,
  logger: Logger,
  onCut: (connection: Connection) => void,
): ConnectionGuard {
  const clock = () => performance.now();
  const packets = budgets('packets', PACKETS);
  const refusals = budgets('refusals', REFUSALS);
  const open = new Map<Connection, Watched>();
  let count = 0;

  function cut(connection: Connection): void {
    if (!open.delete(connection)) return;
    logger.debug({}, 'a connection over its rate is closed');
    onCut(connection);
    const webSocket = webSocketOf(connection);
    webSocket?.close(POLICY_VIOLATION, CUT_REASON);
    connection.close(true);
    if (webSocket === undefined) return;
    // What has come already is not even parsed, and nothing more is read.
    webSocket.removeAllListeners('message');
    webSocket.pause();
    setTimeout(() => webSocket.terminate(), LINGER_MS).unref();
  }

  const charge = (budget: Budget, connection: Connection) => {
    const watched = open.get(connection);
    if (watched !== undefined && budget.take(watched.key) > 0) cut(connection);
  };

  function look(): void {
    const now = clock();
    for (const [connection, before] of open) {
      const net = webSocketOf(connection)?._socket;
      // Polling has its own end: a poll that is not fetched runs into the ping's time limit.
      if (net === undefined) continue;
      const flushed = net.bytesWritten - net.writableLength;
      if (net.writableLength === 0 || flushed !== before.flushed)
        open.set(connection, { ...before, flushed, since: now });
      else if (now - before.since >= STANDSTILL_MS) {
        open.delete(connection);
        logger.debug({}, 'a connection that reads nothing is closed');
        webSocketOf(connection)?.terminate();
      }
    }
  }

  engine.on('connection', (connection: Connection) => {
    count += 1;
    open.set(connection, { key: `${count}`, flushed: 0, since: clock() });
    connection.on('packet', () => charge(packets, connection));
    connection.once('close', () => open.delete(connection));
  });
  const looking = setInterval(look, LOOK_EVERY_MS).unref();

  return {
    refused: (connection) => charge(refusals, connection),
    close: () => clearInterval(looking),
  };
}
