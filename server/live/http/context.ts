// What every HTTP route in front of Next is given. A route answers and returns true, or leaves the request alone.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerKey } from '../../auth/server-key';
import type { Tokens } from '../../auth/tokens';
import type { EventStore } from '../../data/event-store';
import type { Imports } from '../../data/imports';
import type { RollUps } from '../../data/roll-ups';
import type { Sessions } from '../../data/sessions';
import type { RenderThread } from '../../export/render-thread';
import type { WriteFacts } from '../../import/write-facts';
import type { Logger } from '../../observability/logger';
import type { Budgets } from '../budget';
import type { Intake } from '../intake';
import type { OpenSession } from '../new-session';
import type { RoomRegistry } from '../room-registry';
import type { Admission } from './admission';
import type { Caller, FindCaller } from './caller';
import type { Outcomes } from './phone-outcomes';

export type HttpContext = {
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
  readonly openSession: OpenSession;
  /** Slows down those who guess join codes; `findRoom` uses it. */
  readonly admission: Admission;
  /** What became of form posts, for the page they are answered with. */
  readonly outcomes: Outcomes;
  /** Makes exports, off the thread that counts. */
  readonly documents: RenderThread;
  readonly logger: Logger;
  /** Scheme, host and port under which phones reach this server, if it knows. */
  phoneOrigin(): string | undefined;
  readonly findCaller: FindCaller;
  /** Who sends this request. */
  readonly caller: Caller;
  /** Path and query, parsed once. The host in it is not to be trusted. */
  readonly url: URL;
};

export type Route = (request: IncomingMessage, response: ServerResponse, context: HttpContext) => Promise<boolean>;
