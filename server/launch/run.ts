// The life of the process: settings → lock → Postgres → migrations → the server itself → announcement, and back in the
// opposite order on a signal. What went up comes down, also when the start fails half-way.
import { migrate } from '../../prisma/migrate';
import { type EmbeddedProgress, startEmbeddedPostgres } from '../data/embedded/start-embedded-postgres';
import { announce, type ReadySession, withdraw } from './announce';
import { type Environment, readEnvironment } from './environment';
import { acquireLock } from './lock.cjs';
import { onNpmGone } from './npm-parent.cjs';
import { explain } from './problems';
import { loadSecrets } from './secrets';
import { StartProblem, say } from './words.cjs';

export type ServerParts = { environment: Environment; secret: string; databaseUrl: string };

/** The server proper: seeds, listens, and on close() refuses new commands, answers the open ones and lets go of the port. */
export type Serve = (parts: ServerParts) => Promise<ReadySession & { close(): Promise<void> }>;

/** A way back. Whatever it does, or never does, the next one is gone after so long. */
type Step = { readonly longestMs: number; readonly take: () => Promise<void> | void };

/** Answers what was accepted and keeps snapshots; a drain that hangs must not keep a laptop from shutting down. */
const serverMs = 20_000;
/** Asks twice and kills within 40 s, but one that is just being recovered has to be up before. */
const databaseMs = 180_000;
const migrationMs = 20_000;
const momentMs = 2_000;

export async function run(serve: Serve): Promise<void> {
  const undo: Step[] = [];
  const stopAsked = listenForStop();
  // A start that never comes to an end is stopped like any other: what it has begun is on the list.
  start(serve, undo, stopAsked).catch((error) => {
    if (!stopAsked.reason) stopAsked.fail(error);
  });
  await stopAsked.promise;
  if (stopAsked.reason === 'signal') console.log(say('stopping'));
  for (const step of undo.reverse()) {
    try {
      await inTime(step);
    } catch (error) {
      stopAsked.fail(error);
    }
  }
  if (stopAsked.error !== undefined) report(stopAsked.error);
  process.exit(stopAsked.error === undefined ? 0 : 1);
}

async function inTime({ take, longestMs }: Step): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StartProblem('stopTooSlow')), longestMs);
  });
  try {
    await Promise.race([take(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What has been begun is ended once it is there; one that failed has said so where it was begun. */
const whenThere =
  <Begun>(begun: Promise<Begun>, end: (begun: Begun) => Promise<void>) =>
  () =>
    begun.then(end, () => {});

async function start(serve: Serve, undo: Step[], stopAsked: StopAsked): Promise<void> {
  const environment = readEnvironment();
  const { dataFolder } = environment;
  const lock = await acquireLock(dataFolder);
  if (!lock) throw new StartProblem('alreadyRunning', { folder: dataFolder });
  undo.push({ longestMs: momentMs, take: () => lock.release() });
  withdraw(dataFolder);
  const { secret } = loadSecrets(dataFolder);

  const databaseUrl = environment.databaseUrl ?? (await startDatabase(dataFolder, undo));
  if (stopAsked.reason) return;
  const migrating = migrate({ url: databaseUrl });
  undo.push({ longestMs: migrationMs, take: whenThere(migrating, async () => {}) });
  await migrating;
  if (stopAsked.reason) return;

  const serving = serve({ environment, secret, databaseUrl });
  undo.push({ longestMs: serverMs, take: whenThere(serving, (served) => served.close()) });
  const served = await serving;
  if (stopAsked.reason) return;
  undo.push({ longestMs: momentMs, take: () => withdraw(dataFolder) });
  announce(environment, served);
}

async function startDatabase(dataFolder: string, undo: Step[]): Promise<string> {
  const onProgress = (step: EmbeddedProgress) => {
    // Starting takes a fifth of a second: not worth a line.
    if (step !== 'starting') console.log(say(`database_${step}`));
  };
  const starting = startEmbeddedPostgres({ dataFolder, onProgress });
  undo.push({ longestMs: databaseMs, take: whenThere(starting, (postgres) => postgres.stop()) });
  const postgres = await starting;
  if (postgres.outsideFolder) console.log(say('databaseOutside', { folder: postgres.outsideFolder }));
  return postgres.url;
}

type StopAsked = ReturnType<typeof listenForStop>;

/** A signal ends the run well; an error nobody caught ends it the same way, so that what can be saved is. */
function listenForStop() {
  const asked = {
    reason: undefined as 'signal' | 'error' | undefined,
    error: undefined as unknown,
    promise: Promise.resolve(),
    fail: (error: unknown) => end('error', error),
  };
  let resolve = () => {};
  asked.promise = new Promise((done) => {
    resolve = done;
  });
  function end(reason: 'signal' | 'error', error?: unknown) {
    asked.reason ??= reason;
    asked.error ??= error;
    resolve();
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end('signal'));
  onNpmGone(() => end('signal'));
  // Whoever read our lines may go away (a closed pipe, a closed window): no reason to end a session.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', asked.fail);
  process.on('unhandledRejection', asked.fail);
  return asked;
}

function report(error: unknown): void {
  const problem = explain(error);
  console.error(problem instanceof StartProblem ? `\n${problem.message}\n` : problem);
}
