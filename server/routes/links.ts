// Links that open a session for a role. Who asks for one shows that it is theirs to hand out.
import type { OrganiserScope } from '../auth/scopes';
import type { FacilitatorScope } from '../auth/session-scopes';
import type { LinkRole } from '../auth/tokens';
import type { Room } from '../live/room';
import type { Services } from './services';

/** A reference, to be resolved against the address the client already uses: the Host header must not reach a link. */
export function linkTo(
  _by: FacilitatorScope | OrganiserScope,
  role: LinkRole,
  { sessionId, code }: Pick<Room, 'sessionId' | 'code'>,
  { tokens }: Pick<Services, 'tokens'>,
): string {
  const page = role === 'screen' ? 'screen' : 'console';
  return `/${page}/${code}#${tokens.linkToken(role, sessionId)}`;
}
