// Archives on their way in. Only what this server itself began may be continued or thrown away; what stands is set aside
// whole, never written over.
import type { SealSignature } from '../audit/seal-signature';
import type { OrganiserScope } from '../auth/scopes';
import type { SessionRow } from './sessions';

export type ImportedSession = SessionRow & {
  readonly importedAt: Date;
  /** As they stood in the archive. */
  readonly signatures: readonly SealSignature[];
};

/** A session that gives way, as the organiser saw it. */
export type Replaced = {
  readonly sessionId: string;
  readonly code: string;
  readonly facts: number;
  readonly closingHash: string;
  /** As they stood in the archive it came in with. */
  readonly signatures: readonly SealSignature[];
};

export type SetAsideRow = Replaced & {
  /** Under which its facts are kept in the log. */
  readonly id: string;
  readonly replacedBy: string;
  readonly setAsideAt: Date;
};

export type Imports = {
  /**
   * Marks the import of a session that is not here. An earlier import of it that was cut off goes on when it was of the same
   * archive, and is thrown away when not. `taken`: a session, or a log of one, is here and no import began it.
   * @param replaced sessions that are set aside first, in the same transaction
   */
  begin(sessionId: string, closingHash: string, replaced: readonly Replaced[]): Promise<'begun' | 'taken'>;
  /** Takes the mark away and lists the session, both or neither. False: its code or id is taken, or the mark is another's. */
  finish(session: ImportedSession, closingHash: string): Promise<boolean>;
  findSetAside(by: OrganiserScope, id: string): Promise<SetAsideRow | undefined>;
  /** Newest first, at most `limit`. */
  listSetAside(by: OrganiserScope, limit: number): Promise<readonly SetAsideRow[]>;
};
