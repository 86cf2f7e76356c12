// As whom somebody was let in. Only access.ts can make these, so that what asks for one cannot be called without.

declare const made: unique symbol;

/** Nobody else has the key that it is made with: writing one by hand does not compile. */
export type Made<Role extends string, Holds = object> = Holds & { readonly role: Role; readonly [made]: Role };

/** Anybody. */
export type PublicScope = Made<'public'>;

/** Whoever is responsible for the whole server. */
export type OrganiserScope = Made<'organiser'>;
