// Downloads of a session, for its facilitator: for now the archive, the whole log in one file.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EventStore } from '../../data/event-store';
import { hashLine, headerLine, trailerLine } from '../log-line';
import type { Route } from './context';
import { findRoom, holdsLink } from './find-room';
import { refuse, sendNotAllowed } from './reply';

const PAGE = 1_000;

/** Header, every line as it was stored, trailer. Read in pages: a long log is never in memory whole. */
async function* archiveLines(store: EventStore, sessionId: string): AsyncGenerator<string> {
  const header = headerLine(sessionId);
  let closingHash = hashLine(header);
  let count = 0;
  yield `${header}\n`;
  for (;;) {
    const page = await store.read(sessionId, count, PAGE);
    for (const { body } of page) {
      closingHash = hashLine(body);
      yield `${body}\n`;
    }
    count += page.length;
    if (page.length < PAGE) break;
  }
  yield `${trailerLine(count, closingHash)}\n`;
}

export const exportRoutes: Route = async (request, response, context) => {
  const [, typedCode] = /^\/api\/sessions\/([^/]+)\/archive$/.exec(context.url.pathname) ?? [];
  if (typedCode === undefined) return false;
  if (request.method !== 'GET') return sendNotAllowed(response, 'GET');
  const room = await findRoom(request, typedCode, context);
  if (typeof room === 'string') return refuse(response, room);
  if (!holdsLink(request, 'facilitator', room, context)) return refuse(response, 'unauthorised');
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': `attachment; filename="eles-${room.code}.jsonl"`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  await pipeline(Readable.from(archiveLines(context.store, room.sessionId)), response);
  return true;
};
