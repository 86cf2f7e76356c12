// One live connection to a room: snapshot, patches, gaps, heartbeat and the server's clock.
// Free of any framework: the phone and the console each put their own view layer on top.
import { io, Manager, type Socket } from 'socket.io-client';
import { applyPatch, type Json, type JsonObject } from '../../server/engine/patch';
import type { Audience, FacilitatorView, Mine, ParticipantView, ScreenView } from '../../server/engine/views';
import { viewHash } from '../../server/protocol/view-hash';
import {
  type Ack,
  type ClientToServer,
  type CommandMessage,
  type Current,
  type Handshake,
  type Heartbeat,
  type PatchMessage,
  PROTOCOL_VERSION,
  type Presence,
  type RefusalCode,
  type Refused,
  type ServerToClient,
  type SimilarIdea,
  type SimilarQuestion,
  type Snapshot,
  TEMPORARY_REFUSALS,
} from '../../server/protocol/wire';
import { fetchLargeView } from './large-view';
import { createWay } from './way';

export type ViewOf = { participant: ParticipantView; facilitator: FacilitatorView; screen: ScreenView };

/** `refused` is final: the server will not have this client (wrong token, unknown session, other protocol). */
export type ConnectionStatus = 'connecting' | 'online' | 'offline' | 'refused';

export type ConnectionState<A extends Audience> = {
  readonly status: ConnectionStatus;
  /** Why, when `refused`. */
  readonly refusal?: RefusalCode;
  readonly view?: ViewOf[A];
  /** The seq `view` was made from; 0 before the first snapshot. */
  readonly rev: number;
  readonly mine?: Mine;
  readonly mineRev: number;
  readonly presence?: Presence;
  /** Add to Date.now() to get the server's clock. */
  readonly clockOffset: number;
};

export type LiveConnection<A extends Audience> = {
  state(): ConnectionState<A>;
  subscribe(listener: () => void): () => void;
  /** Undefined: no answer came, so nothing is known. Send the same message again later. */
  send(message: CommandMessage, timeoutMs?: number): Promise<Ack | undefined>;
  /** Ideas like the one being typed. Undefined when there is no answer: nothing is shown then, and nothing waits for it. */
  similar(question: SimilarQuestion): Promise<readonly SimilarIdea[] | undefined>;
  /** The person came back (page shown, network up): reconnect, or check that the line still lives. */
  wake(): void;
  close(): void;
};

type LiveSocket = Socket<ServerToClient, ClientToServer>;

export type ConnectionOptions<A extends Audience> = {
  readonly code: string;
  readonly role: A;
  /** Browsers leave it out: their cookie carries it. */
  readonly token?: string;
  /** What the page was served with, to show something before the socket is up. */
  readonly initial?: { readonly view: ViewOf[A]; readonly rev: number; readonly mine?: Mine; readonly now: number };
  /** Another server than the page's own; for tests and tools. */
  readonly url?: string;
  /** How long a line by polling goes on before it looks whether a socket works; for tests. */
  readonly lookAfterMs?: number;
};

const COMMAND_TIMEOUT_MS = 5_000;
const SYNC_TIMEOUT_MS = 5_000;
/** Heartbeats come every 6 s; three missed in a row mean that the line may be dead without having said so. */
const SILENCE_MS = 20_000;
/** How long an attempt to connect may take before waking gives it up and dials again. */
const PATIENCE_MS = 8_000;
/** How long a socket may take from dialling to being welcomed before the line goes by polling. */
const SOCKET_PATIENCE_MS = 5_000;
const CLOCK_SAMPLES = 8;
/** No message that arrives at all has travelled this long. */
const CLOCK_JUMP_MS = 20_000;

const FINAL_REFUSALS: readonly string[] = [
  'unauthorised',
  'unknown_session',
  'protocol_unknown',
  'malformed',
  'forbidden',
];

export function createConnection<A extends Audience>(options: ConnectionOptions<A>): LiveConnection<A> {
  const { code, role, token, initial, url, lookAfterMs } = options;
  const way = createWay();
  const auth: Handshake = { protocol: PROTOCOL_VERSION, code, role, ...(token === undefined ? {} : { token }) };
  const socketOptions = {
    // Asked at every attempt: the server then sends no view that is here already.
    auth: (say: (shake: object) => void) => say(role === 'participant' ? { ...auth, rev: state.rev } : auth),
    transports: way.transports(),
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
    randomizationFactor: 0.5,
    timeout: 10_000,
  };
  const socket: LiveSocket = url === undefined ? io(socketOptions) : io(url, socketOptions);

  const listeners = new Set<() => void>();
  let clockSamples: number[] = [];
  let lastHeard = Date.now();
  let syncing = false;
  /** A large view is on its way outside the socket: until it is here, nothing else can fit. */
  let fetching = false;
  /** The view served within a page is slim, without the other languages: patches fit it, its checksum says nothing. */
  let whole = false;
  let closed = false;
  /** When the attempt under way began; undefined while none is. */
  let dialledAt: number | undefined = Date.now();
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let connectedAt = 0;
  /** Whether the line there is, or was last, is a WebSocket. */
  let bySocket = false;
  /** Commands in a row that got no answer. */
  let unanswered = 0;

  let state: ConnectionState<A> = {
    status: 'connecting',
    rev: initial?.rev ?? 0,
    mineRev: initial?.rev ?? 0,
    clockOffset: initial === undefined ? 0 : initial.now - Date.now(),
    ...(initial === undefined ? {} : { view: initial.view }),
    ...(initial?.mine === undefined ? {} : { mine: initial.mine }),
  };

  function update(change: Partial<ConnectionState<A>>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  /** Each sample is the true offset minus the time the message travelled, so the largest is the nearest. */
  function offsetWith(serverNow: number): number {
    const sample = serverNow - Date.now();
    // A clock that was set, the server's or this one: the samples before are of another one.
    const jumped = clockSamples.some((before) => Math.abs(before - sample) > CLOCK_JUMP_MS);
    clockSamples = [...(jumped ? [] : clockSamples), sample].slice(-CLOCK_SAMPLES);
    return Math.max(...clockSamples);
  }

  function takeSnapshot(snapshot: Snapshot): void {
    lastHeard = Date.now();
    whole = true;
    const { mine: _before, ...rest } = state;
    state = rest as ConnectionState<A>;
    update({
      status: 'online',
      view: snapshot.view as ViewOf[A],
      rev: snapshot.rev,
      mineRev: snapshot.rev,
      clockOffset: offsetWith(snapshot.now),
      ...(snapshot.mine === undefined ? {} : { mine: snapshot.mine }),
    });
  }

  /** A fresh snapshot after a gap; also the probe that tells a living line from a dead one. */
  async function sync(): Promise<void> {
    if (syncing || fetching || !socket.connected) return;
    syncing = true;
    try {
      const answer = await socket.timeout(SYNC_TIMEOUT_MS).emitWithAck('sync', {});
      if ('view' in answer) takeSnapshot(answer);
      else if ('spreadMs' in answer) void fetchView(answer.spreadMs, 0);
      else if (FINAL_REFUSALS.includes(answer.code)) refuse(answer.code);
      else setTimeout(() => void sync(), answer.retryAfterMs ?? 1_000);
    } catch {
      // No answer on a line that claims to be up: drop it, so that the client dials again, another way.
      if (socket.connected) {
        if (bySocket) way.failed();
        socket.io.engine.close();
      }
    } finally {
      syncing = false;
    }
  }

  /** What the socket would be blocked by. A slow line may take its time: it is not called dead meanwhile. */
  async function fetchView(spreadMs: number, since?: number): Promise<void> {
    if (fetching) return;
    fetching = true;
    try {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * spreadMs));
      const from = { url: url ?? '', code, role, since: since ?? (state.view === undefined ? 0 : state.rev) };
      const large = await fetchLargeView(from, () => state);
      if (large !== undefined) {
        whole ||= large.whole;
        update({ view: large.view as unknown as ViewOf[A], rev: large.rev });
      }
      lastHeard = Date.now();
      if (socket.connected && state.view !== undefined) update({ status: 'online' });
      fetching = false;
    } catch {
      fetching = false;
      void sync();
    }
  }

  function takeCurrent({ rev, mine, now, spreadMs }: Current): void {
    lastHeard = Date.now();
    const known = mine === undefined ? {} : { mine, mineRev: rev };
    const isHere = state.view !== undefined;
    update({ clockOffset: offsetWith(now), ...known, ...(isHere ? { status: 'online' as const } : {}) });
    if (!isHere || rev !== state.rev) void fetchView(spreadMs);
  }

  function takePatch({ base, rev, patch }: PatchMessage): void {
    lastHeard = Date.now();
    if (rev <= state.rev) return;
    if (base !== state.rev || state.view === undefined) {
      if (!fetching) void sync();
      return;
    }
    const view = applyPatch(state.view as unknown as JsonObject, patch) as unknown as ViewOf[A];
    update({ view, rev });
  }

  function takeHeartbeat({ rev, hash, now }: Heartbeat): void {
    lastHeard = Date.now();
    const offset = offsetWith(now);
    if (Math.abs(offset - state.clockOffset) > 50) update({ clockOffset: offset });
    if (state.view === undefined || fetching) return;
    const drifted = whole && rev === state.rev && viewHash(state.view as unknown as Json) !== hash;
    if (rev > state.rev || drifted) void sync();
  }

  function refuse(refusal: RefusalCode): void {
    socket.disconnect();
    update({ status: 'refused', refusal });
  }

  socket.on('snapshot', takeSnapshot);
  socket.on('current', takeCurrent);
  socket.on('patch', takePatch);
  socket.on('mine', ({ rev, mine }) => {
    lastHeard = Date.now();
    if (rev >= state.mineRev) update({ mine, mineRev: rev });
  });
  socket.on('heartbeat', takeHeartbeat);
  socket.on('presence', (presence) => update({ presence }));
  socket.on('connect', () => {
    lastHeard = Date.now();
    connectedAt = Date.now();
    unanswered = 0;
    dialledAt = undefined;
    clockSamples = [];
    clearTimeout(patienceTimer);
    if (!bySocket) lookLater();
  });
  socket.io.on('reconnect_attempt', noteDialling);
  socket.io.on('open', () => {
    bySocket = socket.io.engine.transport.name === 'websocket';
  });
  socket.on('disconnect', (reason) => {
    dialledAt = undefined;
    clearTimeout(lookTimer);
    // Asked for by us or by the server it says nothing of the way.
    if (bySocket && !reason.startsWith('io ')) way.broke(Date.now() - connectedAt);
    if (closed || state.status === 'refused') return;
    update({ status: 'offline' });
    // The client dials again by itself, except when it was the server that hung up.
    if (reason === 'io server disconnect') dialLater(500 + Math.random() * 1_000);
  });
  socket.on('connect_error', (error) => {
    dialledAt = undefined;
    clearTimeout(patienceTimer);
    const refused = (error as Error & { data?: Partial<Refused> }).data;
    const reason = refused?.code ?? error.message;
    if (FINAL_REFUSALS.includes(reason)) refuse(reason as RefusalCode);
    else {
      update({ status: 'offline' });
      // Refused by the handshake for now (busy, stopping): socket.io leaves dialling again to us.
      if (!socket.active) dialLater(refused?.retryAfterMs ?? 1_000 + Math.random() * 2_000);
    }
  });

  function dialLater(delayMs: number): void {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => {
      if (!closed && !socket.connected) dial();
    }, delayMs);
  }

  function dial(): void {
    noteDialling();
    socket.connect();
  }

  function noteDialling(): void {
    dialledAt = Date.now();
    socket.io.opts.transports = way.transports();
    clearTimeout(patienceTimer);
    if (way.transports()[0] === 'websocket') patienceTimer = setTimeout(dialAnotherWay, SOCKET_PATIENCE_MS);
  }

  /** A socket that neither opens nor fails would be waited for for ever. */
  function dialAnotherWay(): void {
    if (closed || socket.connected || state.status === 'refused') return;
    way.failed();
    socket.disconnect();
    dial();
  }

  function lookLater(): void {
    clearTimeout(lookTimer);
    lookTimer = setTimeout(look, (lookAfterMs ?? way.nextLookMs()) * (0.75 + Math.random() / 2));
  }

  /** Opens a second line as a socket, beside the one that works, and goes over to it if the server answers. */
  function look(): void {
    const options = { transports: ['websocket'], reconnection: false, timeout: SOCKET_PATIENCE_MS };
    const trial = url === undefined ? new Manager(options) : new Manager(url, options);
    trial.on('error', () => {
      way.failed();
      if (!closed && socket.connected) lookLater();
    });
    trial.on('open', () => {
      trial._close();
      if (closed || !socket.connected) return;
      way.works();
      socket.disconnect();
      dial();
    });
  }

  noteDialling();
  const watchdog = setInterval(() => {
    if (socket.connected && Date.now() - lastHeard > SILENCE_MS) void sync();
  }, 4_000);

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async send(message, timeoutMs = COMMAND_TIMEOUT_MS) {
      // Nothing is buffered below us: a message that waited in the socket could overtake one sent after it.
      if (!socket.connected) return undefined;
      const sentAt = Date.now();
      try {
        const answer = await socket.timeout(timeoutMs).emitWithAck('command', message);
        unanswered = 0;
        return answer;
      } catch {
        // Either nothing comes any more, or what is sent no longer arrives: ask the line itself.
        unanswered += 1;
        if (lastHeard < sentAt || unanswered > 1) void sync();
        return undefined;
      }
    },
    async similar(question) {
      if (!socket.connected) return undefined;
      try {
        const answer = await socket.timeout(COMMAND_TIMEOUT_MS).emitWithAck('similar', question);
        return answer.ok ? answer.ideas : undefined;
      } catch {
        return undefined;
      }
    },
    wake() {
      if (closed || state.status === 'refused') return;
      if (!socket.connected) {
        // An attempt on a slow network must be left to finish: waking happens at every page load.
        if (dialledAt !== undefined && Date.now() - dialledAt < PATIENCE_MS) return;
        // Skip the back-off that grew while the phone slept.
        socket.disconnect();
        dial();
      } else if (Date.now() - lastHeard > 6_000) void sync();
    },
    close() {
      closed = true;
      for (const timer of [retryTimer, patienceTimer, lookTimer]) clearTimeout(timer);
      clearInterval(watchdog);
      socket.disconnect();
      listeners.clear();
    },
  };
}

/** Whether the same command may still be counted later. */
export function isTemporary(code: RefusalCode): boolean {
  return TEMPORARY_REFUSALS.includes(code);
}
