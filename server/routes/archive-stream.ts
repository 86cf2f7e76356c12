// Sends a log as an archive, in pieces as it is read.
import { Readable } from 'node:stream';
import type { OrganiserScope } from '../auth/scopes';
import type { EventStore } from '../data/event-store';
import { type ArchivedLog, archiveChunks } from '../export/archive';
import { hashLine, headerLine, trailerLine } from '../live/log-line';
import { type Answer, DATA_HEADERS } from './answer';
import { disposition } from './download';

/** `store` answers for the session that the header names. */
export type LogToSend = { readonly log: ArchivedLog; readonly store: Pick<EventStore, 'read'> };

export function archiveAnswer(_to: OrganiserScope, name: string, { log, store }: LogToSend): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': disposition(name),
      ...DATA_HEADERS,
    },
    body: Readable.from(archiveChunks(store, log, { headerLine, hashLine, trailerLine })),
  };
}
