// The one gate: who may what, by HTTP and by socket. Nothing else makes a scope.

import type { RoomRegistry } from '../live/room-registry';
import type { Admission, WrongCode } from './admission';
import { type Credentials, DEVICE_COOKIE, linkCookie, ORGANISER_COOKIE } from './credentials';
import { normaliseJoinCode } from './join-code';
import type { OrganiserScope, PublicScope } from './scopes';
import type { DeviceScope, FacilitatorScope, ScreenScope, SessionScopes, VisitorScope } from './session-scopes';
import { isDeviceToken, type LinkRole, newDeviceToken, type Tokens } from './tokens';

/** What is shown, and the address it is shown from (see caller.ts). */
export type Shown = { readonly credentials: Credentials; readonly address: string };

export type Access = {
  readonly anybody: PublicScope;
  /** From a typed join code. `rate_limited`: wrong, as too many were. */
  visitor(typedCode: string, address: string): Promise<VisitorScope | WrongCode>;
  /** Undefined: nothing that is shown makes one that. */
  as<Role extends keyof SessionScopes>(
    role: Role,
    visitor: VisitorScope,
    shown: Shown,
  ): SessionScopes[Role] | undefined;
  /** The device that is shown, or one that is known from now on. */
  deviceOrNew(visitor: VisitorScope, shown: Shown): DeviceScope;
  organiser(credentials: Credentials): OrganiserScope | undefined;
  /** Which link of the session this token is of. */
  linkOf(token: string, visitor: VisitorScope): LinkRole | undefined;
};

export type AccessParts = {
  readonly tokens: Tokens;
  readonly rooms: Pick<RoomRegistry, 'openRoom'>;
  readonly admission: Admission;
};

/** The one place where something becomes a scope. */
const scope = <Scope extends { readonly role: string }>(value: Omit<Scope, symbol>) => value as unknown as Scope;

export function createAccess({ tokens, rooms, admission }: AccessParts): Access {
  /** A participant's token that is shown wins over the cookie. */
  function device({ room, presence }: VisitorScope, token: string, isNew: boolean, address: string): DeviceScope {
    const participantId = tokens.participantId(room.sessionId, token);
    return scope<DeviceScope>({ role: 'participant', room, presence, participantId, token, isNew, address });
  }

  /** For facilitator and screen either the token or the cookie is enough. */
  function holdsLink(role: LinkRole, { room }: VisitorScope, { token, cookies }: Credentials): boolean {
    const kept = cookies.get(linkCookie(role, room.code));
    return [token, kept].some((one) => one !== undefined && tokens.fits(one, role, room.sessionId));
  }

  const makers: {
    [Role in keyof SessionScopes]: (visitor: VisitorScope, shown: Shown) => SessionScopes[Role] | undefined;
  } = {
    participant(visitor, { credentials, address }) {
      const token = deviceIn(credentials);
      return token === undefined ? undefined : device(visitor, token, false, address);
    },
    facilitator: (visitor, { credentials }) =>
      holdsLink('facilitator', visitor, credentials)
        ? scope<FacilitatorScope>({ ...visitor, role: 'facilitator' })
        : undefined,
    screen: (visitor, { credentials }) =>
      holdsLink('screen', visitor, credentials) ? scope<ScreenScope>({ ...visitor, role: 'screen' }) : undefined,
  };

  return {
    anybody: scope<PublicScope>({ role: 'public' }),
    async visitor(typedCode, address) {
      const code = normaliseJoinCode(typedCode);
      const opened = code === undefined ? undefined : await rooms.openRoom(code);
      if (opened === undefined) return admission.failed(address);
      admission.succeeded(address);
      return scope<VisitorScope>({ role: 'visitor', room: opened.room, presence: opened.presence });
    },
    as: (role, visitor, shown) => makers[role](visitor, shown),
    deviceOrNew(visitor, shown) {
      const known = deviceIn(shown.credentials);
      return device(visitor, known ?? newDeviceToken(), known === undefined, shown.address);
    },
    organiser({ token, cookies }) {
      const isOne = [token, cookies.get(ORGANISER_COOKIE)].some((one) => one !== undefined && tokens.isOrganiser(one));
      return isOne ? scope<OrganiserScope>({ role: 'organiser' }) : undefined;
    },
    linkOf: (token, { room }) =>
      (['facilitator', 'screen'] as const).find((role) => tokens.fits(token, role, room.sessionId)),
  };
}

/** The device that is shown, if one is. */
export function deviceIn({ token, cookies }: Credentials): string | undefined {
  const shown = token ?? cookies.get(DEVICE_COOKIE);
  return isDeviceToken(shown) ? shown : undefined;
}
