// A fact as one line of text, chained to the line before by its hash. These bytes are stored, exported and recounted.
import { createHash } from 'node:crypto';
import type { SealSignature } from '../audit/seal-signature';
import type { ArchivedLine } from '../engine/draft/archived-draft';
import type { Event, RecordedEvent } from '../engine/events';
import type { Actor } from '../engine/vocabulary';

export const ARCHIVE_FORMAT = 'eles-archive';
export const ARCHIVE_VERSION = 1;

/** Opens the archive and the chain. */
export function headerLine(sessionId: string): string {
  return JSON.stringify({ format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, sessionId });
}

/** `draft`: how the vision reads at this fact, for whoever opens the file, and for whoever composes it again. */
export function trailerLine(
  count: number,
  closingHash: string,
  draft: readonly ArchivedLine[],
  signatures: readonly SealSignature[],
): string {
  const signed = signatures.length === 0 ? {} : { signatures };
  return JSON.stringify({ end: true, count, closingHash, draft, ...signed });
}

/** Of the line's UTF-8 bytes without the newline. */
export function hashLine(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

export type Recording = {
  readonly seq: number;
  readonly at: number;
  readonly actor: Actor;
  readonly commandId: string;
  /** Hash of the line before. */
  readonly prev: string;
};

/** The order of the keys is part of the format. */
export function recordEvent(
  event: Event,
  recording: Recording,
): { readonly recorded: RecordedEvent; readonly line: string } {
  const { seq, at, actor, commandId, prev } = recording;
  const recorded = { seq, at, actor, commandId, ...event };
  const { type, data } = event;
  return { recorded, line: JSON.stringify({ seq, at, actor, commandId, type, data, prev }) };
}

export function readLine(line: string): { readonly recorded: RecordedEvent; readonly prev: string } {
  const { prev, ...recorded } = JSON.parse(line) as RecordedEvent & { prev: string };
  return { recorded, prev };
}
