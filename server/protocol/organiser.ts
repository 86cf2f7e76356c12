// What the organiser's page is told, see docs/protocol/http.md#for-the-organiser. Times are milliseconds since 1970.
import type { RollUpRefusal } from '../engine/roll-up/decide-roll-up';
import type { RollUp } from '../engine/roll-up/roll-up';
import type { LocalText, Organisation, RulesEdition } from '../engine/vocabulary';

/** How far an archive that came in can be believed, as `npm run verify` says it. */
export type ImportProof = {
  readonly facts: number;
  readonly verdict: 'consistent' | 'signed';
  readonly confirmed: boolean;
  /** The edition of the rules that the session went by. */
  readonly rules: RulesEdition;
  readonly expectedAt?: number;
  readonly signedBy: readonly { readonly fingerprint: string; readonly facts: number; readonly known: boolean }[];
  /** Activities of kinds that the recount does not know; there are none of Eles' own. */
  readonly notRecounted?: readonly string[];
};

/** One of two logs that cannot both stand: what the organiser has to choose by. */
export type ImportSide = {
  readonly code: string;
  readonly facts: number;
  readonly closingHash: string;
  readonly endedAt?: number;
  readonly importedAt?: number;
  /** Fingerprints of the keys that have signed all of it. */
  readonly signedBy: readonly string[];
};

/** What became of an archive that was sent. */
export type ImportAnswer =
  | {
      readonly ok: true;
      readonly code: string;
      readonly known: boolean;
      readonly proof: ImportProof;
      readonly facilitatorUrl: string;
    }
  | {
      readonly ok: false;
      readonly code: 'not_verified';
      /** As `npm run verify` says it. */
      readonly verdict: {
        readonly code: string;
        readonly verdict: 'broken' | 'unread';
        readonly badRecord: number;
        readonly why: string;
      };
    }
  | {
      readonly ok: false;
      readonly code: 'code_taken' | 'differs';
      readonly sessionCode: string;
      readonly here: readonly ImportSide[];
      readonly file: ImportSide;
      /** All of `here` came in as archives. What was run on this server is never replaced. */
      readonly replaceable: boolean;
    }
  | { readonly ok: false; readonly code: 'not_ended' | 'too_large' | 'unauthorised' };

/** A session that was replaced, as the record has it. */
export type SetAside = Pick<ImportSide, 'code' | 'facts' | 'closingHash' | 'signedBy'> & {
  /** Its archive is at `/api/organiser/set-aside/ID.eles`. */
  readonly id: string;
  readonly replacedBy: string;
  readonly setAsideAt: number;
};

export type OrganiserSession = {
  readonly code: string;
  /** Of the workshop. */
  readonly title: LocalText;
  readonly rehearsal: boolean;
  readonly createdAt: number;
  readonly endedAt?: number;
  /** Of the workshop's clock. */
  readonly timeZone: string;
  /** Signs the organiser in at the session's console; relative to the address in use. */
  readonly facilitatorUrl: string;
};

export type OrganiserWorkshop = {
  readonly id: string;
  readonly title: LocalText;
  readonly organisations: readonly Organisation[];
  /** Of the organisations: another one when anybody has changed them. */
  readonly version: string;
};

/** `changed`: somebody has changed them since `version` of the request; this is how they are now. */
export type OrganisationsAnswer =
  | { readonly ok: true; readonly version: string }
  | ({ readonly ok: false; readonly code: 'changed' } & Pick<OrganiserWorkshop, 'version' | 'organisations'>)
  | { readonly ok: false; readonly code: 'bad_picture' | 'unknown_workshop' };

export type ListedRollUp = {
  readonly id: string;
  readonly title: string;
  /** Names of the places. */
  readonly districts: readonly string[];
  readonly createdAt: number;
};

/** `version` is what the next wish has to name. */
export type RollUpAnswer = {
  readonly ok: true;
  readonly id: string;
  readonly version: number;
  readonly rollUp: RollUp;
};
/** `changed`: somebody else has decided something meanwhile. */
export type RollUpRefused = { readonly ok: false; readonly code: RollUpRefusal | 'changed' | 'unknown_roll_up' };
