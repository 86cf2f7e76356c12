// From a typed join code to its room, and from a request to who sends it. Every route that takes a code goes this way.
import type { IncomingMessage } from 'node:http';
import { normaliseJoinCode } from '../../auth/join-code';
import type { LinkRole } from '../../auth/tokens';
import type { Audience } from '../../engine/views';
import type { Sender } from '../intake';
import type { Room } from '../room';
import type { WrongCode } from './admission';
import type { HttpContext } from './context';
import { bearerOf, deviceOf, linkCookie, readCookies } from './cookies';

/** `rate_limited`: wrong, as too many were. */
export async function findRoom(
  typedCode: string,
  { rooms, admission, caller }: Pick<HttpContext, 'rooms' | 'admission' | 'caller'>,
): Promise<Room | WrongCode> {
  const code = normaliseJoinCode(typedCode);
  const opened = code === undefined ? undefined : await rooms.openRoom(code);
  if (opened === undefined) return admission.failed(caller.address);
  admission.succeeded(caller.address);
  return opened.room;
}

/** The link token that a request carries for this session, if it fits. */
export function holdsLink(
  request: IncomingMessage,
  role: LinkRole,
  room: Room,
  { tokens }: Pick<HttpContext, 'tokens'>,
): boolean {
  const cookie = readCookies(request.headers.cookie).get(linkCookie(role, room.code));
  return [bearerOf(request), cookie].some((token) => token !== undefined && tokens.fits(token, role, room.sessionId));
}

/** Undefined: no credential of that role. */
export function senderOf(
  request: IncomingMessage,
  role: Audience,
  room: Room,
  context: Pick<HttpContext, 'tokens' | 'caller'>,
): Sender | undefined {
  if (role !== 'participant') return holdsLink(request, role, room, context) ? { role } : undefined;
  const device = deviceOf(request);
  return device === undefined
    ? undefined
    : {
        role,
        participantId: context.tokens.participantId(room.sessionId, device),
        address: context.caller.address,
      };
}
