// Who may open a socket, and as whom. Refusals reach the client as `connect_error` with `data.code`.
import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from '../auth/access';
import type { Caller, FindCaller } from '../auth/caller';
import { readCookies } from '../auth/credentials';
import type { SessionScopes } from '../auth/session-scopes';
import { parseHandshake } from '../protocol/schemas';
import { PROTOCOL_VERSION, type RefusalCode } from '../protocol/wire';
import type { Reconnects } from './reconnects';

/** `rev`: of the view that a participant has already; undefined of a client that fetches nothing. */
export type Seat = { readonly sender: SessionScopes[keyof SessionScopes]; readonly rev?: number | undefined };

/** What the first request of a socket told us; polling goes on with other requests. */
export type FirstRequest = {
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
  readonly transport: string;
};

/**
 * A cookie speaks only for our own pages. A WebSocket without Origin is a program, which has a token to show. A polling
 * GET of our own page has no Origin; another site's page cannot read the answer to one, so it never gets a socket.
 */
const mayUseCookies = ({ origin }: Caller, { transport }: FirstRequest) =>
  origin === 'own' || (origin === 'none' && transport === 'polling');

export type HandshakeParts = {
  readonly access: Access;
  readonly findCaller: FindCaller;
  readonly reconnects: Reconnects;
};

export async function takeSeat(
  auth: unknown,
  first: FirstRequest,
  { access, findCaller, reconnects }: HandshakeParts,
): Promise<Seat | RefusalCode> {
  // An old client may send fields we no longer know: its version is what it has to be told about.
  if (typeof auth !== 'object' || auth === null) return 'malformed';
  if ('protocol' in auth && auth.protocol !== PROTOCOL_VERSION) return 'protocol_unknown';
  const shake = parseHandshake(auth);
  if (shake === undefined) return 'malformed';

  const caller = findCaller(first.headers, { remoteAddress: first.address });
  const visitor = await access.visitor(shake.code, caller.address);
  if (typeof visitor === 'string') return visitor;
  // A token that is shown is the whole of what is shown.
  const isShown = shake.token !== undefined || !mayUseCookies(caller, first);
  const cookies = isShown ? new Map<string, string>() : readCookies(first.headers.cookie);
  const shown = { credentials: { token: shake.token, cookies }, address: caller.address };
  const sender = access.as(shake.role, visitor, shown);
  if (sender === undefined) return 'unauthorised';
  if (sender.role !== 'participant') return { sender };
  const { participantId, room } = sender;
  if (!reconnects.mayEnter(caller.address, participantId, room.state.participants.has(participantId)))
    return 'rate_limited';
  return { sender, rev: shake.rev };
}
