// One person's line to the room: the browser's own connection, and a queue that sends until it is told yes or no.
import { randomBytes } from 'node:crypto';
import {
  type ConnectionStatus,
  createConnection,
  isTemporary,
  type LiveConnection,
  type ViewOf,
} from '../../components/live/connection';
import type { Command } from '../engine/commands';
import type { Audience } from '../engine/views';
import type { Ack, CommandMessage, DeskParts, SimilarIdea, SimilarQuestion } from '../protocol/wire';
import type { Ledger } from './ledger';
import type { Pace } from './pace';

/** 128 random bits, 22 characters: for commands, devices and the things people make. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

export type LineParts = {
  readonly url: string;
  readonly code: string;
  readonly token: string;
  /** The participant's id, or `facilitator`. */
  readonly sender: string;
  readonly pace: Pace;
  readonly ledger: Ledger;
};

export type SendOptions = {
  /** A tap that was taken for two: the same message goes out twice at once. */
  readonly twice?: boolean;
  readonly changesNothing?: boolean;
};

const RECONNECT_PAUSE_MS = 200;
const DEFAULT_RETRY_MS = 500;
/** A server that can only say `retry` for this long is not going to take it. */
const MOST_ATTEMPTS = 300;

export class Line<A extends Audience> {
  #connection: LiveConnection<A> | undefined;
  #unsubscribe: (() => void) | undefined;
  #view: ViewOf[A] | undefined;
  #rev = 0;
  /** Commands go out one after the other, as typed: the queue is this chain. */
  #queue: Promise<unknown> = Promise.resolve();
  #cut = false;
  #closed = false;

  constructor(
    private readonly role: A,
    private readonly parts: LineParts,
    private readonly onView: (view: ViewOf[A]) => void = () => {},
  ) {}

  /** The latest view; while offline the last one that came. */
  get view(): ViewOf[A] | undefined {
    return this.#view;
  }

  get status(): ConnectionStatus {
    return this.#connection?.state().status ?? 'offline';
  }

  get rev(): number {
    return this.#rev;
  }

  open(): void {
    const { url, code, token } = this.parts;
    const connection = createConnection({ code, role: this.role, token, url });
    this.#connection = connection;
    this.#cut = false;
    this.#unsubscribe = connection.subscribe(() => {
      const { view, rev } = connection.state();
      if (view === undefined || view === this.#view) return;
      this.#view = view;
      this.#rev = rev;
      this.onView(view);
    });
  }

  /** Out of reach of the access point: what is sent now waits. */
  async loseNetwork(seconds: number): Promise<void> {
    this.#cut = true;
    this.#hangUp();
    await this.parts.pace.wait(seconds);
    if (!this.#closed) this.open();
  }

  close(): void {
    this.#closed = true;
    this.#hangUp();
  }

  #hangUp(): void {
    this.#unsubscribe?.();
    this.#connection?.close();
    this.#connection = undefined;
  }

  /** Settles with the final answer. Rejects at Ctrl-C only. */
  send(command: Command & DeskParts, options: SendOptions = {}): Promise<Ack> {
    const message = { id: newId(), ...command };
    this.parts.ledger.countSent();
    const answered = this.#queue.then(() => this.#deliver(message, options));
    // The one after goes out whatever became of this one.
    this.#queue = answered.catch(() => undefined);
    return answered;
  }

  /** Ideas like these words, as the phone asks for them; none while there is no answer. */
  async similar(question: SimilarQuestion): Promise<readonly SimilarIdea[] | undefined> {
    return this.#isReachable ? this.#connection?.similar(question) : undefined;
  }

  /** When everything sent so far has been answered. */
  async drained(): Promise<void> {
    await this.#queue;
  }

  /** Until the view holds everything up to this fact. */
  async caughtUp(seq: number): Promise<void> {
    while (this.#rev < seq) await this.parts.pace.waitReal(25);
  }

  async #deliver(message: CommandMessage, { twice = false, changesNothing = false }: SendOptions): Promise<Ack> {
    const { ledger, pace, sender } = this.parts;
    let hasGoneOut = false;
    for (let attempt = 0; ; attempt += 1) {
      const isReachable = this.#isReachable;
      if (isReachable && hasGoneOut) ledger.resent += 1;
      hasGoneOut ||= isReachable;
      const [ack, second] = await Promise.all([this.#try(message), twice ? this.#try(message) : undefined]);
      const isFinal = (one: Ack | undefined) => one !== undefined && (one.ok || !isTemporary(one.code));
      const answer = [ack, second].find(isFinal) ?? ack ?? second;
      if (answer !== undefined && (isFinal(answer) || attempt >= MOST_ATTEMPTS)) {
        ledger.settle({ sender, commandId: message.id, type: message.type, ack: answer, changesNothing });
        return answer;
      }
      await pace.waitReal(answer?.ok === false ? (answer.retryAfterMs ?? DEFAULT_RETRY_MS) : RECONNECT_PAUSE_MS);
    }
  }

  get #isReachable(): boolean {
    return !this.#cut && this.status === 'online';
  }

  async #try(message: CommandMessage): Promise<Ack | undefined> {
    if (this.#connection === undefined || !this.#isReachable) return undefined;
    const start = performance.now();
    const ack = await this.#connection.send(message);
    if (ack !== undefined) this.parts.ledger.countAnswer(performance.now() - start);
    return ack;
  }
}
