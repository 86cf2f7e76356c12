// Who may: the guards that stand in the rows. Each asks the gate (auth/access.ts) and adds nothing of its own.
import type { OrganiserScope, PublicScope } from '../auth/scopes';
import type { DeviceScope, FacilitatorScope, SessionScopes, VisitorScope } from '../auth/session-scopes';
import type { GateRefusal } from './answer';
import type { Exchange, Guard, Who } from './row';

/** Somebody with the join code, as whatever of `Role` they show credentials for. */
export type Holder<Role extends keyof SessionScopes> = {
  readonly visitor: VisitorScope;
  as<One extends Role>(role: One): SessionScopes[One] | undefined;
};

const NAMES = { participant: 'device', facilitator: 'facilitator', screen: 'screen' } as const satisfies Record<
  keyof SessionScopes,
  Who
>;

type Session = 'code';

const visitorAt = (code: string, { services, address }: Exchange) => services.access.visitor(code, address);

export const anybody: Guard<PublicScope> = {
  who: ['public'],
  admit: (_asked, { services }) => services.access.anybody,
};

/** Anybody who has the code. */
export const visitor: Guard<VisitorScope, Session> = {
  who: ['public'],
  admit: ({ params }, exchange) => visitorAt(params.code, exchange),
};

/** Anybody who has the code; the device is known from now on. */
export const newcomer: Guard<DeviceScope, Session> = {
  who: ['public'],
  async admit({ params }, exchange) {
    const found = await visitorAt(params.code, exchange);
    return typeof found === 'string' ? found : exchange.services.access.deviceOrNew(found, exchange);
  },
};

/** The facilitator of this session. */
export const facilitator: Guard<FacilitatorScope, Session> = {
  who: ['facilitator'],
  admit: ({ params }, exchange) => facilitatorAt(params.code, exchange),
};

/** The facilitator of the session that the body names. */
export const facilitatorFrom: Guard<FacilitatorScope, never, { readonly from: string }> = {
  who: ['facilitator'],
  after: 'body',
  admit: ({ body }, exchange) => facilitatorAt(body.from, exchange),
};

async function facilitatorAt(code: string, exchange: Exchange): Promise<FacilitatorScope | GateRefusal> {
  const found = await visitorAt(code, exchange);
  if (typeof found === 'string') return found;
  return exchange.services.access.as('facilitator', found, exchange) ?? 'unauthorised';
}

/** With one of these roles at least. */
export function oneOf<Role extends keyof SessionScopes>(...roles: readonly Role[]): Guard<Holder<Role>, Session> {
  return {
    who: roles.map((role) => NAMES[role]),
    async admit({ params }, exchange) {
      const holder = await holderAt<Role>(params.code, exchange);
      if (typeof holder === 'string') return holder;
      return roles.some((role) => holder.as(role) !== undefined) ? holder : 'unauthorised';
    },
  };
}

/** Anybody who has the code; the function looks whether they are more. */
export const anyOf = <Role extends keyof SessionScopes>(): Guard<Holder<Role>, Session> => ({
  who: ['public'],
  admit: ({ params }, exchange) => holderAt<Role>(params.code, exchange),
});

async function holderAt<Role extends keyof SessionScopes>(
  code: string,
  exchange: Exchange,
): Promise<Holder<Role> | GateRefusal> {
  const found = await visitorAt(code, exchange);
  if (typeof found === 'string') return found;
  // Each role costs a keyed hash: asked for at most once.
  const known: { [One in keyof SessionScopes]?: SessionScopes[One] | undefined } = {};
  return {
    visitor: found,
    as: (role) => {
      if (!(role in known)) known[role] = exchange.services.access.as(role, found, exchange);
      return known[role];
    },
  };
}

export const organiser: Guard<OrganiserScope> = {
  who: ['organiser'],
  admit: (_asked, { services, credentials }) => services.access.organiser(credentials) ?? 'unauthorised',
};

/**
 * Single ballots under a pseudonym: nobody reads them while they can still steer somebody, and never whoever knows who
 * sat where. The facilitator is told why, not merely turned away.
 */
export const organiserOnly: Guard<{ readonly organiser: OrganiserScope; readonly visitor: VisitorScope }, Session> = {
  who: ['organiser'],
  async admit({ params }, exchange) {
    const { access } = exchange.services;
    const found = await visitorAt(params.code, exchange);
    if (typeof found === 'string') return found;
    const one = access.organiser(exchange.credentials);
    if (one !== undefined) return { organiser: one, visitor: found };
    return access.as('facilitator', found, exchange) === undefined ? 'unauthorised' : 'organiser_only';
  },
};
