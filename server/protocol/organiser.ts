// What the organiser's page is told, see docs/protocol.md#for-the-organiser. Times are milliseconds since 1970.
import type { LocalText } from '../engine/vocabulary';

/** What became of an archive that was sent. */
export type ImportAnswer =
  | { readonly ok: true; readonly code: string; readonly known: boolean; readonly facilitatorUrl: string }
  | {
      readonly ok: false;
      readonly code: 'not_verified';
      /** As `npm run verify` says it. */
      readonly verdict: { readonly code: string; readonly badRecord: number; readonly why: string };
    }
  | { readonly ok: false; readonly code: 'code_taken' | 'differs'; readonly sessionCode: string }
  | { readonly ok: false; readonly code: 'not_ended' | 'too_large' | 'unauthorised' };

export type OrganiserSession = {
  readonly code: string;
  /** Of the workshop. */
  readonly title: LocalText;
  readonly rehearsal: boolean;
  readonly createdAt: number;
  readonly endedAt?: number;
  /** Signs the organiser in at the session's console; relative to the address in use. */
  readonly facilitatorUrl: string;
};
