// How long health and votes wait while an archive of many facts comes in and its room is opened for the first time:
// `npx tsx tests/load/large-import.ts [facts] [participants] [archive]`. The archive is made at the path when none is there.
// The server is a process of its own and tells how long its event loop was held and how much memory it took. Needs
// TEST_DATABASE_URL, or starts a throw-away database.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, openAsBlob, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { ImportAnswer } from '../../server/protocol/organiser';
import { connect } from '../support/client';
import { createTestDatabase } from '../support/postgres';
import { sealed } from '../support/sealed';
import { startTestServer, type TestServer } from '../support/server';
import { Session } from '../support/specification';

const FACTS = Number(process.argv[2] ?? 300_000);
const PEOPLE = Number(process.argv[3] ?? 1_000);
const ASK_EVERY_MS = 20;
/** As often as one person may. */
const ANSWER_EVERY_MS = 400;

type Ready = Pick<TestServer, 'url' | 'code' | 'facilitatorToken' | 'screenToken' | 'organiserToken'>;
/** Since the last look: milliseconds, seconds of work of the thread that counts, megabytes. */
type Held = { readonly p99: number; readonly longest: number; readonly worked: number; readonly memory: number };

function playLargeHall(): Session {
  const session = new Session();
  const people = Array.from({ length: PEOPLE }, (_, at) => `person-${at}`);
  for (const [at, who] of people.entries())
    session.wish(who, { type: 'participant.join', groupId: ['heads', 'communities', 'civil'][at % 3] ?? '' });
  session.wish('facilitator', { type: 'session.start' });
  session.wish('facilitator', { type: 'activity.open', activityId: 'collect' });
  for (const ideaId of ['i1', 'i2', 'i3'])
    session.wish(people[0] ?? '', {
      ...{ type: 'idea.submit', activityId: 'collect', ideaId, text: ideaId, lang: 'en' },
      ...{ themeId: 'law', horizonId: '2030' },
    });
  session.wish('facilitator', { type: 'activity.open', activityId: 'vote' });
  for (let turn = 0; session.log.length < FACTS - 3; turn += 1) {
    const option = ['i1', 'i2', 'i3'][Math.floor(turn / PEOPLE) % 3] ?? '';
    session.wish(people[turn % PEOPLE] ?? '', {
      ...{ type: 'ballot.cast', activityId: 'vote' },
      choices: [{ option, dots: 1 + (turn % 3) }],
    });
  }
  session.wish('facilitator', { type: 'session.end' });
  return session;
}

async function serve(databaseUrl: string): Promise<void> {
  const { url, code, facilitatorToken, screenToken, organiserToken } = await startTestServer({ databaseUrl });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let memory = 0;
  let before = performance.eventLoopUtilization();
  setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, ASK_EVERY_MS);
  process.on('message', () => {
    const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e6);
    const worked = Math.round(performance.eventLoopUtilization(before).active / 100) / 10;
    const [p99, longest] = [ms(delay.percentile(99)), ms(delay.max)];
    process.send?.({ p99, longest, worked, memory: Math.round(memory / 1e6) } satisfies Held);
    before = performance.eventLoopUtilization();
    delay.reset();
    memory = 0;
  });
  process.on('disconnect', () => process.exit(1));
  process.send?.({ url, code, facilitatorToken, screenToken, organiserToken } satisfies Ready);
}

const nextMessage = <T>(child: ChildProcess) =>
  new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)));

function heldOf(child: ChildProcess): Promise<Held> {
  const held = nextMessage<Held>(child);
  child.send('look');
  return held;
}

/** How long each asking took until it is stopped. */
function asking(everyMs: number, ask: (turn: number) => Promise<unknown>): () => Promise<string> {
  const waits: number[] = [];
  let isOver = false;
  const asked = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const at = performance.now();
      await ask(turn);
      waits.push(performance.now() - at);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return async () => {
    isOver = true;
    await asked;
    waits.sort((a, b) => a - b);
    const at = (share: number) => Math.round(waits[Math.floor(share * (waits.length - 1))] ?? 0);
    return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms of ${waits.length}`;
  };
}

async function main(): Promise<void> {
  const file = process.argv[4] ?? path.join(mkdtempSync(path.join(tmpdir(), 'eles-load-')), 'large.eles');
  if (!existsSync(file)) writeFileSync(file, `${sealed(playLargeHall()).join('\n')}\n`);
  console.log(`archive: ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  const database = await createTestDatabase();
  const child = fork(__filename, [], { env: { ...process.env, SERVE: database.url } });
  const server = (await nextMessage<Ready>(child)) as TestServer;
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'ask' });
  const person = await connect(server);
  await person.must({ type: 'participant.join', groupId: 'heads' });

  async function during<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    await heldOf(child);
    const health = asking(ASK_EVERY_MS, async () => (await fetch(`${server.url}/api/health`)).text());
    const answer = { type: 'idea.submit', activityId: 'ask', ideaId: 'same', lang: 'ky' } as const;
    const acks = asking(ANSWER_EVERY_MS, (turn) => person.must({ ...answer, text: `Жооп ${turn}` }));
    const began = performance.now();
    const result = await work();
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(`${name}: ${seconds} s\n  health ${await health()}\n  acks ${await acks()}`);
    const { p99, longest, worked, memory } = await heldOf(child);
    console.log(
      `  event loop at work ${worked} s, held p99 ${p99} ms, longest ${longest} ms; memory at most ${memory} MB`,
    );
    return result;
  }

  await during('nothing', () => new Promise((resolve) => setTimeout(resolve, 3_000)));
  const imported = await during('import', async () => {
    const headers = { authorization: `Bearer ${server.organiserToken}` };
    const body = await openAsBlob(file);
    const response = await fetch(`${server.url}/api/organiser/archives`, { method: 'POST', headers, body });
    return (await response.json()) as ImportAnswer;
  });
  console.log(JSON.stringify(imported));
  if (!imported.ok) throw new Error('not imported');
  await during('first look at the room', async () => {
    const { pathname, hash } = new URL(imported.facilitatorUrl, server.url);
    const code = pathname.split('/').pop() ?? '';
    (await connect({ ...server, code, facilitatorToken: hash.slice(1) }, { role: 'facilitator' })).close();
  });
  person.close();
  facilitator.close();
  child.kill('SIGTERM');
  await database.drop();
}

const { SERVE } = process.env;
if (SERVE !== undefined) void serve(SERVE);
else {
  main().then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}
