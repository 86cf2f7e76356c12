// Writes the facts of a checked archive into the log, and the snapshot that its room opens from. Reads the file and the store
// only, so it may run on any thread.
import { createReadStream } from 'node:fs';
import { linesOf } from '../audit/lines-of';
import type { EventStore, LogRow } from '../data/event-store';
import { evolve } from '../engine/evolve';
import { initialState } from '../engine/state';
import { encodeState } from '../engine/state-codec';
import { commandKey, packHashes } from '../live/command-memory';
import { readLine } from '../live/log-line';
import { FEWEST_EVENTS } from '../live/snapshots';

export type WriteFacts = (file: string, sessionId: string) => Promise<void>;

/** Facts in one write: small enough that the database takes votes between two of them. */
const PAGE = 500;

export const writeHere =
  ({ last, append, saveSnapshot }: Pick<EventStore, 'last' | 'append' | 'saveSnapshot'>): WriteFacts =>
  async (file, sessionId) => {
    // What an import that was cut off has written is the same, line for line: it goes on after it.
    const written = (await last(sessionId))?.seq ?? 0;
    const commands = new Set<string>();
    let state = initialState;
    let page: LogRow[] = [];
    for await (const body of linesOf(createReadStream(file))) {
      const { recorded } = readLine(body);
      const { seq, type, actor, commandId } = recorded;
      // Header and trailer are no facts.
      if (seq === undefined) continue;
      state = evolve(state, recorded);
      commands.add(commandKey(actor, commandId));
      if (seq <= written) continue;
      page.push({ sessionId, seq, type, commandId, body });
      if (page.length < PAGE) continue;
      await append(page);
      page = [];
    }
    await append(page);
    if (state.seq < FEWEST_EVENTS) return;
    await saveSnapshot({
      ...{ sessionId, seq: state.seq, state: encodeState(state) },
      commandHashes: packHashes(commands),
    });
  };
