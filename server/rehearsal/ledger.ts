// Everything the rehearsal sent and what it was told: the figures of the last line, and what the archive must hold.
import type { Ack, RefusalCode } from '../protocol/wire';

export type Settled = {
  /** The participant's id, or `facilitator`: what the log calls the sender. */
  readonly sender: string;
  readonly commandId: string;
  readonly type: string;
  readonly ack: Ack;
  /** The sender knew that its wish was fulfilled already, so that no fact can come of it. */
  readonly changesNothing: boolean;
};

export type Summary = {
  readonly commands: {
    /** Different commands; sending one again does not count. */
    readonly sent: number;
    readonly counted: number;
    readonly refused: Readonly<Partial<Record<RefusalCode, number>>>;
  };
  /** From the send that was answered to its answer, in milliseconds. */
  readonly ackMs: { readonly p50: number; readonly p95: number; readonly p99: number };
};

export class Ledger {
  readonly settled: Settled[] = [];
  readonly #ackMs: number[] = [];
  #sent = 0;
  /** Times a command had to be sent again: no answer, or asked to wait. */
  resent = 0;

  countSent(): void {
    this.#sent += 1;
  }

  countAnswer(ms: number): void {
    this.#ackMs.push(ms);
  }

  settle(settled: Settled): void {
    this.settled.push(settled);
  }

  /** Commands that wait for their answer. */
  get open(): number {
    return this.#sent - this.settled.length;
  }

  summary(): Summary {
    const refused: Partial<Record<RefusalCode, number>> = {};
    let counted = 0;
    for (const { ack } of this.settled) {
      if (ack.ok) counted += 1;
      else refused[ack.code] = (refused[ack.code] ?? 0) + 1;
    }
    const sorted = [...this.#ackMs].sort((a, b) => a - b);
    // Nearest rank: a time that was really measured.
    const at = (share: number) => Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10;
    return {
      commands: { sent: this.#sent, counted, refused },
      ackMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    };
  }
}
