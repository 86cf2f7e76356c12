// Who may open a socket, and as whom. Refusals reach the client as `connect_error` with `data.code`.
import type { IncomingHttpHeaders } from 'node:http';
import { normaliseJoinCode } from '../auth/join-code';
import { isDeviceToken, type Tokens } from '../auth/tokens';
import { parseHandshake } from '../protocol/schemas';
import { PROTOCOL_VERSION, type RefusalCode } from '../protocol/wire';
import type { Admission } from './http/admission';
import type { Caller, FindCaller } from './http/caller';
import { DEVICE_COOKIE, linkCookie, readCookies } from './http/cookies';
import type { Sender } from './intake';
import type { Reconnects } from './reconnects';
import type { OpenRoom, RoomRegistry } from './room-registry';

/** `rev`: of the view that a participant has already; undefined of a client that fetches nothing. */
export type Seat = { readonly opened: OpenRoom; readonly sender: Sender; readonly rev?: number | undefined };

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
  readonly rooms: RoomRegistry;
  readonly tokens: Tokens;
  readonly admission: Admission;
  readonly findCaller: FindCaller;
  readonly reconnects: Reconnects;
};

export async function takeSeat(
  auth: unknown,
  first: FirstRequest,
  { rooms, tokens, admission, findCaller, reconnects }: HandshakeParts,
): Promise<Seat | RefusalCode> {
  // An old client may send fields we no longer know: its version is what it has to be told about.
  if (typeof auth !== 'object' || auth === null) return 'malformed';
  if ('protocol' in auth && auth.protocol !== PROTOCOL_VERSION) return 'protocol_unknown';
  const shake = parseHandshake(auth);
  if (shake === undefined) return 'malformed';

  const caller = findCaller(first.headers, { remoteAddress: first.address });
  const code = normaliseJoinCode(shake.code);
  const opened = code === undefined ? undefined : await rooms.openRoom(code);
  if (code === undefined || opened === undefined) return admission.failed(caller.address);
  admission.succeeded(caller.address);

  const { role } = shake;
  const cookies = mayUseCookies(caller, first) ? readCookies(first.headers.cookie) : new Map<string, string>();
  const { sessionId } = opened.room;
  if (role === 'participant') {
    const device = shake.token ?? cookies.get(DEVICE_COOKIE);
    if (!isDeviceToken(device)) return 'unauthorised';
    const { address } = caller;
    const participantId = tokens.participantId(sessionId, device);
    if (!reconnects.mayEnter(address, participantId, opened.room.state.participants.has(participantId)))
      return 'rate_limited';
    return { opened, sender: { role, participantId, address }, rev: shake.rev };
  }
  const token = shake.token ?? cookies.get(linkCookie(role, code));
  return token !== undefined && tokens.fits(token, role, sessionId) ? { opened, sender: { role } } : 'unauthorised';
}
