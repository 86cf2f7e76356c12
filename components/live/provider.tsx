'use client';
// Puts one live connection under a React tree: the view as state, commands as promises that always have an answer.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Command } from '../../server/engine/commands';
import type { Audience } from '../../server/engine/views';
import type { Ack, DeskParts } from '../../server/protocol/wire';
import { type ConnectionState, createConnection, isTemporary, type LiveConnection } from './connection';
import { randomId } from './random-id';

/** A facilitator waits for an answer on the spot, so a command is tried again for this long and then given up aloud. */
const GIVE_UP_MS = 15_000;

/** Several ticks; a view that is later than this comes with a reconnection, and nobody waits for that. */
const SEEN_MS = 2_000;

export type Answer = Ack | { readonly ok: false; readonly code: 'no_answer' };
export type Room<A extends Audience> = ConnectionState<A> & {
  /** Sends the wish until it is counted, refused for good, or given up. The same id at every try, so it counts once. */
  send(command: Command & DeskParts): Promise<Answer>;
  /** The server's clock, in ms since 1970. */
  serverNow(): number;
};

const RoomContext = createContext<Room<Audience> | undefined>(undefined);

export function RoomProvider<A extends Audience>({
  code,
  audience,
  waiting,
  children,
}: {
  readonly code: string;
  readonly audience: A;
  /** Shown on the server and until the page has woken up. */
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}) {
  const [connection, setConnection] = useState<LiveConnection<A>>();
  useEffect(() => {
    const opened = createConnection({ code, role: audience });
    setConnection(opened);
    const wake = () => {
      if (document.visibilityState === 'visible') opened.wake();
    };
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('online', wake);
      opened.close();
    };
  }, [code, audience]);
  return connection === undefined ? waiting : <Connected connection={connection}>{children}</Connected>;
}

function Connected<A extends Audience>({
  connection,
  children,
}: {
  readonly connection: LiveConnection<A>;
  readonly children: ReactNode;
}) {
  const state = useSyncExternalStore(connection.subscribe, connection.state, connection.state);
  const send = useCallback((command: Command & DeskParts) => sendUntilAnswered(connection, command), [connection]);
  const serverNow = useCallback(() => Date.now() + connection.state().clockOffset, [connection]);
  const room = useMemo(() => ({ ...state, send, serverNow }), [state, send, serverNow]);
  return <RoomContext value={room as unknown as Room<Audience>}>{children}</RoomContext>;
}

async function sendUntilAnswered<A extends Audience>(
  connection: LiveConnection<A>,
  command: Command & DeskParts,
): Promise<Answer> {
  const message = { id: randomId(), ...command };
  const deadline = Date.now() + GIVE_UP_MS;
  let wait = 300;
  for (;;) {
    const ack = await connection.send(message);
    if (ack?.ok === true) {
      await untilSeen(connection, ack.seq);
      return ack;
    }
    if (ack !== undefined && !isTemporary(ack.code)) return ack;
    if (Date.now() + wait > deadline) return ack ?? { ok: false, code: 'no_answer' };
    const asked = ack?.retryAfterMs ?? wait;
    await new Promise((done) => setTimeout(done, asked));
    wait = Math.min(wait * 2, 2_000);
  }
}

/** An ack comes a tick before the view that shows what it counted: whoever acts on the view at once would act on the old one. */
function untilSeen<A extends Audience>(connection: LiveConnection<A>, seq: number): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer);
      unsubscribe();
      done();
    };
    const timer = setTimeout(finish, SEEN_MS);
    const unsubscribe = connection.subscribe(() => {
      if (connection.state().rev >= seq) finish();
    });
    if (connection.state().rev >= seq) finish();
  });
}

export function useRoom<A extends Audience>(): Room<A> {
  const room = useContext(RoomContext);
  if (room === undefined) throw new Error('useRoom needs a RoomProvider above it');
  return room as unknown as Room<A>;
}
