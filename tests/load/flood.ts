// An honest person among flooders: `npx tsx tests/load/flood.ts [sockets] [events per second each] [seconds]`.
// Server and generator are processes of their own; the flooders read nothing, come back when they are cut off, and try
// with fresh devices. Prints the honest acks, quiet and in the flood, and what became of the flooders. Needs
// TEST_DATABASE_URL, or starts a throw-away database.
import { type ChildProcess, fork } from 'node:child_process';
import { WebSocket } from 'ws';
import { connect, newId, type TestClient } from '../support/client';
import { createTestDatabase } from '../support/postgres';
import { startTestServer, type TestServer } from '../support/server';

const SOCKETS = Number(process.argv[2] ?? 50);
const PER_SECOND = Number(process.argv[3] ?? 1_800);
const SECONDS = Number(process.argv[4] ?? 10);
const ACK_EVERY_MS = 100;
const REDIAL_MS = 200;

type Ready = Pick<TestServer, 'url' | 'code' | 'facilitatorToken' | 'screenToken'>;
type Flood = { readonly sent: number; readonly cut: number; readonly opened: number };

const nextMessage = <T>(child: ChildProcess) =>
  new Promise<T>((resolve) => child.once('message', (m) => resolve(m as T)));
const percentile = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;

async function serve(databaseUrl: string): Promise<void> {
  const { url, code, facilitatorToken, screenToken } = await startTestServer({ databaseUrl });
  process.send?.({ url, code, facilitatorToken, screenToken });
  process.on('disconnect', () => process.exit(1));
}

/** Runs until it is told to stop. */
function flood(url: string, code: string): void {
  const counts = { sent: 0, cut: 0, opened: 0 };
  const isOver = { now: false };
  const dial = () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    let timer: NodeJS.Timeout | undefined;
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(timer);
      counts.cut += 1;
      if (!isOver.now) setTimeout(dial, REDIAL_MS);
    });
    socket.on('open', () => {
      counts.opened += 1;
      socket.send(`40${JSON.stringify({ protocol: 1, code, role: 'participant', token: newId() })}`);
      timer = setInterval(() => {
        if (socket.bufferedAmount > 5e6) return;
        for (let i = 0; i < PER_SECOND / 20; i += 1) {
          socket.send(`42${i}["sync",{}]`);
          counts.sent += 1;
        }
      }, 50);
    });
  };
  for (let i = 0; i < SOCKETS; i += 1) dial();
  process.once('message', () => {
    isOver.now = true;
    process.send?.(counts satisfies Flood);
    setTimeout(() => process.exit(0), 100);
  });
  process.on('disconnect', () => process.exit(1));
}

async function acks(person: TestClient, seconds: number): Promise<Readonly<Record<string, number>>> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  for (let turn = 0; performance.now() < end; turn += 1) {
    const at = performance.now();
    await person.must({
      type: 'idea.submit',
      activityId: 'ask',
      ideaId: 'same',
      text: `Жооп ${turn} ${at}`,
      lang: 'ky',
    });
    times.push(performance.now() - at);
    await new Promise((resolve) => setTimeout(resolve, 2 * ACK_EVERY_MS));
  }
  times.sort((a, b) => a - b);
  return { acks: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99), max: percentile(times, 1) };
}

async function main(): Promise<void> {
  const database = await createTestDatabase();
  const child = fork(__filename, [], { env: { ...process.env, SERVE: database.url } });
  const server = (await nextMessage<Ready>(child)) as TestServer;
  const facilitator = await connect(server, { role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'ask' });
  const person = await connect(server);
  await person.must({ type: 'participant.join', groupId: 'heads' });
  const quiet = await acks(person, Math.min(SECONDS, 5));
  const generator = fork(__filename, process.argv.slice(2), {
    env: { ...process.env, FLOOD: JSON.stringify([server.url, server.code]) },
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const loud = await acks(person, SECONDS);
  const report = nextMessage<Flood>(generator);
  generator.send('stop');
  const flooders = await report;
  console.log(JSON.stringify({ quiet, loud, flooders }));
  person.close();
  facilitator.close();
  child.kill('SIGTERM');
  await database.drop();
}

const { SERVE, FLOOD } = process.env;
if (SERVE !== undefined) void serve(SERVE);
else if (FLOOD !== undefined) flood(...(JSON.parse(FLOOD) as [string, string]));
else {
  main().then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}
