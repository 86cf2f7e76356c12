// Which workshops and sessions exist. What happened inside a session is the log's business only.
import type { SealSignature } from '../audit/seal-signature';
import type { OrganiserScope } from '../auth/scopes';
import type { LocalText, WorkshopDesign } from '../engine/vocabulary';
import type { LogRow } from './event-store';

export type SessionRow = {
  readonly id: string;
  readonly workshopId: string;
  readonly code: string;
  readonly rehearsal: boolean;
  readonly createdAt: Date;
  readonly endedAt?: Date;
  /** When its archive was brought from another server; missing where it was run here. */
  readonly importedAt?: Date;
  /** Of that archive. */
  readonly signatures?: readonly SealSignature[];
};

export type WorkshopRow = {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalText;
  readonly design: WorkshopDesign;
};

/** `timeZone`: of its workshop's clock. */
export type ListedSession = SessionRow & { readonly title: LocalText; readonly timeZone: string };

export type NewSession = Pick<SessionRow, 'id' | 'workshopId' | 'code' | 'rehearsal'>;

export type Sessions = {
  find(id: string): Promise<SessionRow | undefined>;
  /** `code` must be normalised. */
  findByCode(code: string): Promise<SessionRow | undefined>;
  /** Of those that have not ended and are no rehearsal: one that has begun before one with people, that before an empty one; then the one made last. */
  findRunning(): Promise<SessionRow | undefined>;
  /** The session and its first fact together or not at all. False: the code is taken, choose another. */
  create(session: NewSession, firstFact: LogRow): Promise<boolean>;
  /** The join codes of all sessions. */
  codes(): Promise<readonly string[]>;
  /** Newest first, at most `limit`. */
  list(by: OrganiserScope, limit: number): Promise<readonly ListedSession[]>;
  markEnded(sessionId: string, at: Date): Promise<void>;
  markRehearsal(sessionId: string): Promise<void>;
  findWorkshop(id: string): Promise<WorkshopRow | undefined>;
  /** The oldest workshop: the one a new hall begins with. */
  findFirstWorkshop(): Promise<WorkshopRow | undefined>;
  /** Oldest first. */
  listWorkshops(by: OrganiserScope): Promise<readonly WorkshopRow[]>;
  /** The workshop of that slug; added when there is none, never changed. */
  findOrAddWorkshop(workshop: Omit<WorkshopRow, 'id'>): Promise<WorkshopRow>;
  /** Adds the template, or changes it to this design when the slug exists. Sessions keep the copy in their log. */
  saveWorkshop(workshop: Omit<WorkshopRow, 'id'>): Promise<WorkshopRow>;
  /** Puts one design in the place of another; false, and nothing changed, when that is not what stands there any more. */
  changeDesign(by: OrganiserScope, id: string, from: WorkshopDesign, to: WorkshopDesign): Promise<boolean>;
};
