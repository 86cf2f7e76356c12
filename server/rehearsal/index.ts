// npm run rehearse: plays the whole seminar against a running server, as a facilitator and N participants, by the real
// protocol only. Ends with the exports in a folder and one line of JSON; exit code 1 when the recount does not agree.
import { setMaxListeners } from 'node:events';
import { accessSync, constants, createReadStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { linesOf } from '../audit/lines-of';
import { sha256 } from '../audit/node-sha256';
import { recount } from '../audit/recount';
import { RULES_OF_METHOD, type VoteMethodName } from '../engine/vocabulary';
import { findDifferences } from './compare';
import { loadSayings } from './corpus';
import { Facilitator } from './facilitator';
import { download, findStage, RehearsalProblem, type Stage } from './hall';
import { Ledger } from './ledger';
import { Pace } from './pace';
import { Participant } from './participant';
import { makePeople } from './people';

type Options = {
  readonly participants: number;
  readonly seed: string;
  readonly speed: number;
  readonly url?: string | undefined;
  readonly out?: string | undefined;
  readonly facilitator?: string | undefined;
  readonly organiser?: string | undefined;
  readonly code?: string | undefined;
  readonly method?: VoteMethodName | undefined;
};

const USAGE =
  'Usage: npm run rehearse -- [--participants 40] [--seed 1] [--speed 10] [--url http://127.0.0.1:3000] [--out FOLDER] [--facilitator LINK] [--organiser LINK] [--code CODE] [--method dots|approval|score|ranking|agreement]';
/** The facilitator's line is down for this long: the server is not coming back by itself. */
const GIVE_UP_MS = 60_000;
const DIFFERENCES_TOLD = 20;

function readOptions(): Options {
  const named = ['participants', 'seed', 'speed', 'url', 'out', 'facilitator', 'organiser', 'code', 'method'] as const;
  const options = Object.fromEntries(named.map((name) => [name, { type: 'string' as const }]));
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    values = parseArgs({ options }).values;
  } catch (error) {
    throw new RehearsalProblem(`${(error as Error).message} ${USAGE}`);
  }
  const text = (name: (typeof named)[number]) => values[name] as string | undefined;
  const number = (name: 'participants' | 'speed', fallback: number, low: number, high: number) => {
    const value = Number(text(name) ?? fallback);
    if (value >= low && value <= high) return value;
    throw new RehearsalProblem(`--${name} must be a number from ${low} to ${high}.`);
  };
  return {
    participants: Math.round(number('participants', 40, 1, 2_000)),
    speed: number('speed', 10, 1, 100),
    seed: text('seed') ?? '1',
    url: text('url'),
    out: text('out'),
    facilitator: text('facilitator'),
    organiser: text('organiser'),
    code: text('code'),
    method: methodNamed(text('method')),
  };
}

function methodNamed(name: string | undefined): VoteMethodName | undefined {
  const methods = Object.keys(RULES_OF_METHOD) as VoteMethodName[];
  if (name === undefined) return undefined;
  const found = methods.find((method) => method === name);
  if (found === undefined) throw new RehearsalProblem(`--method must be one of ${methods.join(', ')}.`);
  return found;
}

const startedAt = Date.now();

function note(text: string): void {
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${text}`);
}

async function play(stage: Stage, options: Options, signal: AbortSignal) {
  // Whatever ends the play ends every wait in it, or the process would linger.
  const over = new AbortController();
  const ends = AbortSignal.any([signal, over.signal]);
  // One listener for each person who is waiting for something: no leak.
  setMaxListeners(0, ends);
  const pace = new Pace(options.speed, ends);
  const ledger = new Ledger();
  const madeFrom = new Map();
  const parts = { stage, pace, ledger, madeFrom, note };
  const hall: Participant[] = [];
  const hallIsQuiet = async () => {
    await Promise.all(hall.map((participant) => participant.finished()));
  };
  const facilitator = new Facilitator({ ...parts, hallIsQuiet, method: options.method });
  try {
    const gone = loseServer(facilitator, over.signal);
    const seminar = async () => {
      await facilitator.arrive();
      const groupIds = facilitator.view.groups.map(({ id }) => id);
      const sayings = loadSayings();
      for (const person of makePeople(options.participants, options.seed, groupIds))
        hall.push(new Participant(person, { ...parts, sayings, people: options.participants }));
      const [seq] = await Promise.all([facilitator.run(), ...hall.map((participant) => participant.comeIn())]);
      // The participants' own screens must have seen the end too.
      await Promise.all(hall.map((participant) => participant.caughtUp(seq)));
      return seq;
    };
    const seq = await Promise.race([seminar(), gone]);
    return { seq, ledger, shown: facilitator.shown, final: facilitator.view };
  } finally {
    over.abort();
    for (const participant of hall) participant.leave();
    facilitator.leave();
  }
}

/** Rejects once the server has been out of reach for too long, or will not have this facilitator. */
function loseServer(facilitator: Facilitator, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    let downSince: number | undefined;
    const timer = setInterval(() => {
      if (facilitator.status === 'online') downSince = undefined;
      else downSince ??= Date.now();
      if (facilitator.status === 'refused')
        reject(new RehearsalProblem('The server refused the facilitator’s connection.'));
      if (downSince !== undefined && Date.now() - downSince > GIVE_UP_MS)
        reject(new RehearsalProblem('The server has been out of reach for a minute.'));
    }, 500);
    signal.addEventListener('abort', () => clearInterval(timer));
  });
}

/** Before the play: nobody wants to hear after it that its results cannot be kept. */
function makeFolder(folder: string): void {
  try {
    makeWithParents(folder);
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new RehearsalProblem(`The folder ${folder} cannot be written.`, { cause });
  }
}

/** Node's own recursive way never comes back where the system denies that a folder exists, as in /proc. */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return;
  makeWithParents(path.dirname(folder));
  mkdirSync(folder);
}

async function main(signal: AbortSignal): Promise<number> {
  const options = readOptions();
  // The data folder that `npm start` was told of.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const dataFolder = path.resolve(process.env.ELES_DATA_DIR || '.data');
  const { url, facilitator, organiser, code } = options;
  const stage = await findStage({ url, facilitator, organiser, code, dataFolder });
  note(
    `session ${stage.code} at ${stage.url}: ${options.participants} participants, seed ${options.seed}, speed ${options.speed}`,
  );
  console.log(`\n  The wall: ${stage.screenUrl ?? `${stage.url}/screen/${stage.code} (its link is on the console)`}\n`);

  const folder = path.resolve(options.out ?? path.join(dataFolder, `rehearsal-${stage.code}`));
  makeFolder(folder);
  const { seq, ledger, shown, final } = await play(stage, options, signal);
  note('making the documents, in three languages …');
  const archive = await download(stage, folder);
  note(`documents, tables and archive are in ${folder}`);
  if (stage.isReady)
    note('the ready session is spent; "New session" on the console or the next npm start makes a fresh one');

  const counted = await recount(linesOf(createReadStream(archive)), sha256);
  const differences =
    'badRecord' in counted
      ? [`record ${counted.badRecord} of the archive: ${counted.why}`]
      : findDifferences(counted, shown, final, ledger.settled);
  if (ledger.open > 0) differences.push(`${ledger.open} commands were never answered`);
  for (const difference of differences.slice(0, DIFFERENCES_TOLD)) note(`DIFFERENCE ${difference}`);
  note(
    `${differences.length === 0 ? 'the recount agrees' : `${differences.length} differences`}; ${ledger.resent} sent again`,
  );

  const { commands, ackMs } = ledger.summary();
  console.log(
    JSON.stringify({
      participants: final.joined,
      commands,
      ackMs,
      seq: 'badRecord' in counted ? seq : counted.seq,
      closingHash: 'badRecord' in counted ? '' : counted.closingHash,
      recountMatches: differences.length === 0,
    }),
  );
  return differences.length === 0 ? 0 : 1;
}

const stop = new AbortController();
process.once('SIGINT', () => {
  note('stopping');
  stop.abort();
});

main(stop.signal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (stop.signal.aborted) {
      process.exitCode = 130;
      return;
    }
    if (error instanceof RehearsalProblem) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  },
);
