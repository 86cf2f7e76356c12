// A hall that votes without pause and remembers every answer it got: the history that the log is held against.
import { randomInt } from 'node:crypto';
import { io } from 'socket.io-client';
import type { Command } from '../../../server/engine/commands';
import { type Ack, type CommandMessage, PROTOCOL_VERSION, TEMPORARY_REFUSALS } from '../../../server/protocol/wire';
import { type LiveSocket, newId } from '../../support/client';

export type Hall = { readonly url: string; readonly code: string };

/** One command that was answered for good, with every seq it was ever answered with. */
export type Answered = { readonly message: CommandMessage; readonly seqs: Set<number>; refusal?: string };

const ANSWER_MS = 1_500;
const PAUSE_MS = 50;

/** Sends one command after the other, each again and again with the same id until it is told yes or no. */
export class StormPhone {
  readonly history: Answered[] = [];
  readonly #token: string;
  readonly #socket: LiveSocket;
  hasLeft = false;

  constructor({ url, code }: Hall, role: 'participant' | 'facilitator', token = newId()) {
    this.#token = token;
    this.#socket = io(url, {
      auth: { protocol: PROTOCOL_VERSION, code, role, token },
      transports: ['websocket'],
      reconnectionDelay: 100,
      reconnectionDelayMax: 400,
      forceNew: true,
    });
  }

  get token(): string {
    return this.#token;
  }

  async send(command: Command): Promise<Answered> {
    const answered: Answered = { message: { id: newId(), ...command }, seqs: new Set() };
    await this.#deliver(answered);
    this.history.push(answered);
    return answered;
  }

  /** What a phone does that missed the answer, also long after and to another process. */
  async repeatSome(count: number): Promise<void> {
    for (let i = 0; i < count && this.history.length > 0; i += 1) {
      await this.#deliver(this.history[randomInt(this.history.length)] as Answered);
    }
  }

  leave(): void {
    this.hasLeft = true;
    this.#socket.disconnect();
  }

  async #deliver(answered: Answered): Promise<void> {
    while (!this.hasLeft) {
      const ack = await this.#ask(answered.message);
      if (ack?.ok) return void answered.seqs.add(ack.seq);
      if (ack !== undefined && !TEMPORARY_REFUSALS.includes(ack.code)) {
        answered.refusal = ack.code;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, ack?.retryAfterMs ?? PAUSE_MS));
    }
  }

  async #ask(message: CommandMessage): Promise<Ack | undefined> {
    if (!this.#socket.connected) return undefined;
    try {
      return await this.#socket.timeout(ANSWER_MS).emitWithAck('command', message);
    } catch {
      return undefined;
    }
  }
}

/** A ballot that never equals the one before it, so that each leaves a fact. */
export function nextBallot(options: readonly string[], turn: number): { option: string; dots: number }[] {
  const first = options[turn % options.length] as string;
  const second = options[(turn + 1 + randomInt(options.length - 1)) % options.length] as string;
  return [
    { option: first, dots: 3 },
    { option: second, dots: 1 },
  ];
}
