// Sends a log as an archive, in pieces as it is read.
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EventStore } from '../../data/event-store';
import { type ArchivedLog, archiveChunks } from '../../export/archive';
import { hashLine, headerLine, trailerLine } from '../log-line';
import { DATA_HEADERS, disposition } from './download';

/** `store` answers for the session that the header names. */
export type LogToSend = { readonly log: ArchivedLog; readonly store: Pick<EventStore, 'read'> };

export async function sendLog(response: ServerResponse, name: string, { log, store }: LogToSend): Promise<true> {
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': disposition(name),
    ...DATA_HEADERS,
  });
  await pipeline(Readable.from(archiveChunks(store, log, { headerLine, hashLine, trailerLine })), response);
  return true;
}
