// Links that open a session for a role.
import type { LinkRole } from '../../auth/tokens';
import type { Room } from '../room';
import type { HttpContext } from './context';

/** A reference, to be resolved against the address the client already uses: the Host header must not reach a link. */
export function linkTo(
  role: LinkRole,
  { sessionId, code }: Pick<Room, 'sessionId' | 'code'>,
  { tokens }: Pick<HttpContext, 'tokens'>,
): string {
  const page = role === 'screen' ? 'screen' : 'console';
  return `/${page}/${code}#${tokens.linkToken(role, sessionId)}`;
}
