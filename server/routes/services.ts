// What the routes work with. The container puts it together once.
import type { Access } from '../auth/access';
import type { ServerKey } from '../auth/server-key';
import type { Tokens } from '../auth/tokens';
import type { EventStore } from '../data/event-store';
import type { Imports } from '../data/imports';
import type { RollUps } from '../data/roll-ups';
import type { Sessions } from '../data/sessions';
import type { RenderThread } from '../export/render-thread';
import type { WriteFacts } from '../import/write-facts';
import type { Budgets } from '../live/budget';
import type { Intake } from '../live/intake';
import type { OpenSession } from '../live/new-session';
import type { RoomRegistry } from '../live/room-registry';
import type { Logger } from '../observability/logger';
import type { Outcomes } from './phone/outcomes';

export type Services = {
  readonly access: Access;
  readonly rooms: RoomRegistry;
  readonly sessions: Sessions;
  readonly rollUps: RollUps;
  readonly imports: Imports;
  /** Imports, one after another. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Of an archive that has been checked. */
  readonly writeFacts: WriteFacts;
  /** What this server signs closing hashes with. */
  serverKey(): Promise<ServerKey>;
  readonly store: EventStore;
  readonly tokens: Tokens;
  /** Where commands enter, with the sender's budget. */
  readonly intake: Intake;
  readonly budgets: Budgets;
  /** What became of form posts, for the page they are answered with. */
  readonly outcomes: Outcomes;
  readonly openSession: OpenSession;
  /** Makes exports, off the thread that counts. */
  readonly documents: RenderThread;
  readonly logger: Logger;
  /** Scheme, host and port under which phones reach this server, if it knows. */
  phoneOrigin(): string | undefined;
};
