// As whom somebody was let into a session. Each of these holds its room: nobody shows one room's key and names another.
import type { ParticipantId } from '../engine/vocabulary';
import type { OpenRoom } from '../live/room-registry';
import type { Made } from './scopes';

/** Has the join code, and has shown nothing else so far. */
export type VisitorScope = Made<'visitor', OpenRoom>;

/** `token`: the device itself. `isNew`: nobody knew it before this request. `address`: where it is now, see caller.ts. */
export type DeviceScope = Made<
  'participant',
  OpenRoom & {
    readonly participantId: ParticipantId;
    readonly token: string;
    readonly isNew: boolean;
    readonly address: string;
  }
>;

export type FacilitatorScope = Made<'facilitator', OpenRoom>;
export type ScreenScope = Made<'screen', OpenRoom>;

/** What there is to be in a session, beside a visitor. */
export type SessionScopes = {
  readonly participant: DeviceScope;
  readonly facilitator: FacilitatorScope;
  readonly screen: ScreenScope;
};
