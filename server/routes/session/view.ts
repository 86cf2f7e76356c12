// The views of a session over HTTP, for clients without a socket and for what is too large to be pushed.
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { VisitorScope } from '../../auth/session-scopes';
import { snapshotFor } from '../../live/snapshot-for';
import { type Answer, jsonAnswer, refuse } from '../answer';
import { route } from '../row';
import { anyOf } from '../who';

const unpack = promisify(gunzip);

export const viewRows = [
  route({
    method: 'GET',
    path: '/api/sessions/:code/view',
    who: anyOf<'participant' | 'facilitator' | 'screen'>(),
    says: 'A snapshot: anybody’s of what every participant sees, with a token of what its role does.',
    query: ['role', 'since'],
    answer(holder, { query: { role = 'participant', since } }, { headers }) {
      if (role !== 'participant' && role !== 'facilitator' && role !== 'screen') return refuse('malformed');
      if (role === 'participant' && since !== undefined) return viewSince(holder.visitor, headers, Number(since));
      // What every participant sees is no secret from somebody who has the code; their own things need their token.
      const scope = holder.as(role) ?? (role === 'participant' ? holder.visitor : undefined);
      return scope === undefined ? refuse('unauthorised') : jsonAnswer(200, snapshotFor(scope));
    },
  }),
];

/** The phones' view, the same for everybody: compressed once, and not at all for a phone that has it. */
async function viewSince({ room }: VisitorScope, headers: IncomingHttpHeaders, since: number): Promise<Answer> {
  const { rev, bytes } = room.since(since);
  const etag = `"${room.sessionId}-${rev}"`;
  if (since === rev || headers['if-none-match'] === etag)
    return { status: 304, headers: { etag, 'cache-control': 'no-cache' } };
  const packed = await bytes;
  const isGzip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      etag,
      ...(isGzip ? { 'content-encoding': 'gzip' } : {}),
    },
    body: isGzip ? packed : await unpack(packed),
  };
}
