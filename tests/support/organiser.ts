// The scope of an organiser, made as a request's is: for what asks for one.
import { createAccess } from '../../server/auth/access';
import type { OrganiserScope } from '../../server/auth/scopes';
import { createTokens } from '../../server/auth/tokens';

const tokens = createTokens('a secret of nobody, long enough to be one');
const nobody = { openRoom: async () => undefined };
const admission = { failed: async () => 'unknown_session' as const, succeeded: () => {} };

export const organiser = createAccess({ tokens, rooms: nobody, admission }).organiser({
  token: tokens.organiserToken,
  cookies: new Map(),
}) as OrganiserScope;
