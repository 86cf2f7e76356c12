// A client as docs/protocol/keeping-a-view.md asks for one: patches only what fits, asks again after a gap, checks the hash.
import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Command } from '../../server/engine/commands';
import { applyPatch, type JsonObject } from '../../server/engine/patch';
import type { Audience, Mine, View } from '../../server/engine/views';
import { viewHash } from '../../server/protocol/view-hash';
import {
  type Ack,
  type ClientToServer,
  type Heartbeat,
  PROTOCOL_VERSION,
  type Presence,
  type Refused,
  type ServerToClient,
  type Snapshot,
} from '../../server/protocol/wire';
import { PATIENCE_MS, until } from './patience';
import type { TestServer } from './server';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;
export const newId = () => randomBytes(16).toString('base64url');

export type ConnectOptions = {
  readonly role?: Audience;
  readonly token?: string;
  readonly code?: string;
  readonly protocol?: unknown;
  readonly headers?: Record<string, string>;
  readonly transports?: string[];
  /** Everything else a client may put into its handshake. */
  readonly auth?: unknown;
  /** How long the server may take to answer. */
  readonly withinMs?: number;
};

/** The answer, or what was waited for in vain: a server that says nothing must not hold up a whole run. */
async function answerOf<Value>(
  what: string,
  { withinMs = PATIENCE_MS }: ConnectOptions,
  wait: (resolve: (value: Value) => void, reject: (error: Error) => void) => void,
): Promise<Value> {
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Value>((resolve, reject) => {
      late = setTimeout(() => reject(new Error(`the server gave no ${what} within ${withinMs} ms`)), withinMs);
      wait(resolve, reject);
    });
  } finally {
    clearTimeout(late);
  }
}

/** Only the socket: for tests of the way in. */
export function openSocket(server: Pick<TestServer, 'url' | 'code'>, options: ConnectOptions = {}): LiveSocket {
  const { role = 'participant', token, code = server.code, protocol = PROTOCOL_VERSION, headers } = options;
  return io(server.url, {
    auth: (options.auth ?? { protocol, code, role, ...(token === undefined ? {} : { token }) }) as object,
    transports: options.transports ?? ['websocket'],
    reconnection: false,
    forceNew: true,
    ...(headers === undefined ? {} : { extraHeaders: headers }),
  });
}

/** The code the handshake is refused with; undefined when it is let in. */
export async function refusalOf(
  server: Pick<TestServer, 'url' | 'code'>,
  options: ConnectOptions,
): Promise<string | undefined> {
  const socket = openSocket(server, options);
  try {
    return await answerOf<string | undefined>('answer to a handshake', options, (resolve) => {
      socket.on('connect', () => resolve(undefined));
      socket.on('connect_error', (error) => {
        resolve((error as Error & { data?: { code?: string } }).data?.code ?? error.message);
      });
    });
  } finally {
    socket.disconnect();
  }
}

export class TestClient {
  readonly socket: LiveSocket;
  readonly token: string | undefined;
  view: View | undefined;
  mine: Mine | undefined;
  rev = 0;
  patches = 0;
  gaps = 0;
  /** Heartbeats whose hash did not fit the view at the same rev. */
  drifts = 0;
  heartbeats: Heartbeat[] = [];
  presences: Presence[] = [];

  constructor(socket: LiveSocket, token: string | undefined) {
    this.socket = socket;
    this.token = token;
    socket.on('snapshot', (snapshot) => this.#take(snapshot));
    socket.on('mine', ({ mine }) => {
      this.mine = mine;
    });
    socket.on('patch', ({ base, rev, patch }) => {
      if (base !== this.rev || this.view === undefined) {
        this.gaps += 1;
        void this.sync();
        return;
      }
      this.view = applyPatch(this.view as unknown as JsonObject, patch) as unknown as View;
      this.rev = rev;
      this.patches += 1;
    });
    socket.on('presence', (presence) => this.presences.push(presence));
    socket.on('heartbeat', (heartbeat) => {
      this.heartbeats.push(heartbeat);
      if (heartbeat.rev === this.rev && heartbeat.hash !== this.hash) this.drifts += 1;
    });
  }

  get hash(): string {
    return viewHash(this.view as unknown as JsonObject);
  }

  async sync(): Promise<void> {
    const answer = await this.socket.timeout(PATIENCE_MS).emitWithAck('sync', {});
    if ('view' in answer) this.#take(answer);
  }

  send(command: Command, id = newId()): Promise<Ack> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck('command', { id, ...command });
  }

  /** Sends and expects it to be counted. */
  async must(command: Command): Promise<number> {
    const ack = await this.send(command);
    if (!ack.ok) throw new Error(`${command.type} refused: ${(ack as Refused).code}`);
    return ack.seq;
  }

  until(holds: (client: this) => boolean, what = 'the expected view'): Promise<void> {
    const seen = () => `${what}: rev ${this.rev} gaps ${this.gaps} ${JSON.stringify(this.view)?.slice(0, 300)}`;
    return until(() => holds(this), seen);
  }

  close(): void {
    this.socket.disconnect();
  }

  #take(snapshot: Snapshot): void {
    this.view = snapshot.view;
    this.rev = snapshot.rev;
    if (snapshot.mine !== undefined) this.mine = snapshot.mine;
  }
}

/** Connected and with its first snapshot. */
export async function connect(
  server: Pick<TestServer, 'url' | 'code' | 'facilitatorToken' | 'screenToken'>,
  options: ConnectOptions = {},
): Promise<TestClient> {
  const { role = 'participant' } = options;
  const tokens = { participant: newId(), facilitator: server.facilitatorToken, screen: server.screenToken };
  const token = options.token ?? (options.headers?.cookie === undefined ? tokens[role] : undefined);
  const client = new TestClient(openSocket(server, { ...options, ...(token === undefined ? {} : { token }) }), token);
  try {
    await answerOf<void>(`first snapshot to a ${role}`, options, (resolve, reject) => {
      client.socket.on('connect_error', reject);
      client.socket.once('snapshot', () => resolve());
    });
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}
