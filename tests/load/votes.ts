// One room, many phones, a steady rain of votes: `npx tsx tests/load/votes.ts [phones] [votes per second] [seconds] [exports]`.
// In the second half of the time that many documents are made one after another; acks of both halves are told apart.
// The server runs as a process of its own, so that the figures are its and not this one's. Needs TEST_DATABASE_URL,
// or starts a throw-away database.
import { type ChildProcess, fork } from 'node:child_process';
import { loadTemplate } from '../../prisma/templates/load';
import type { Command } from '../../server/engine/commands';
import { connect, type TestClient } from '../support/client';
import { createTestDatabase } from '../support/postgres';
import { startTestServer, type TestServer } from '../support/server';

const PHONES = Number(process.argv[2] ?? 300);
const PER_SECOND = Number(process.argv[3] ?? 500);
const SECONDS = Number(process.argv[4] ?? 20);
const EXPORTS = Number(process.argv[5] ?? 0);

type Ready = Pick<TestServer, 'url' | 'code' | 'sessionId' | 'facilitatorToken' | 'screenToken'>;

function figures(latencies: number[]) {
  latencies.sort((a, b) => a - b);
  return {
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    max: percentile(latencies, 1),
  };
}

async function serve(databaseUrl: string): Promise<void> {
  const server = await startTestServer({ databaseUrl, design: loadTemplate() });
  const { url, code, sessionId, facilitatorToken, screenToken } = server;
  process.send?.({ url, code, sessionId, facilitatorToken, screenToken });
  const begun = process.cpuUsage();
  // Not a process to be left behind when the script fails.
  process.on('disconnect', () => process.exit(1));
  process.on('message', () => {
    const { user, system } = process.cpuUsage(begun);
    process.send?.({ cpuSeconds: (user + system) / 1e6, rssMb: Math.round(process.memoryUsage().rss / 1e6) });
  });
}

const nextMessage = <T>(child: ChildProcess) =>
  new Promise<T>((resolve) => child.once('message', (m) => resolve(m as T)));
const percentile = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;

/** Until `isOver`: the next document as soon as the one before is there. Counts those that came and those put off. */
async function download(server: TestServer, ending: string, isOver: () => boolean, made: Record<string, number>) {
  const url = `${server.url}/api/sessions/${server.code}/exports/draft.${ending}`;
  while (!isOver()) {
    const response = await fetch(url, { headers: { authorization: `Bearer ${server.facilitatorToken}` } });
    await response.arrayBuffer();
    const name = response.ok ? ending : `${response.status}`;
    made[name] = (made[name] ?? 0) + 1;
  }
}

async function main(): Promise<void> {
  const database = await createTestDatabase();
  const child = fork(__filename, [], { env: { ...process.env, SERVE: database.url } });
  const server = (await nextMessage<Ready>(child)) as TestServer;
  const facilitator = await connect(server, { role: 'facilitator' });
  const screen = await connect(server, { role: 'screen' });
  const design = loadTemplate();
  const vote = design.agenda.find((activity) => activity.kind === 'vote');
  const horizonId = vote?.horizonIds[0];
  const collect = design.agenda.find(
    (activity) => activity.kind === 'collect' && activity.horizonIds.some((id) => id === horizonId),
  );
  if (vote === undefined || horizonId === undefined || collect === undefined)
    throw new Error('the template has no vote');

  let at = performance.now();
  const phones: TestClient[] = [];
  for (let i = 0; i < PHONES; i += 50) {
    const some = Array.from({ length: Math.min(50, PHONES - i) }, () => connect(server));
    phones.push(...(await Promise.all(some)));
  }
  const group = (i: number) => design.groups[i % design.groups.length]?.id as string;
  await Promise.all(phones.map((phone, i) => phone.must({ type: 'participant.join', groupId: group(i) })));
  console.log(`${PHONES} phones connected and joined in ${Math.round(performance.now() - at)} ms`);

  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: collect.id });
  await Promise.all(
    phones.slice(0, 60).map((phone, i) => {
      const themeId = design.themes[i % design.themes.length]?.id as string;
      const text = `Таза суу ар бир айылга, ${i}`;
      return phone.must({
        type: 'idea.submit',
        activityId: collect.id,
        ideaId: `idea-${i}`,
        text,
        lang: 'ky',
        themeId,
        horizonId,
      });
    }),
  );
  await facilitator.must({ type: 'agenda.goto', activityId: vote.id });
  await facilitator.must({ type: 'activity.open', activityId: vote.id });

  const quiet: number[] = [];
  const exporting: number[] = [];
  const made: Record<string, number> = {};
  let isOver = false;
  let downloads: Promise<void>[] | undefined;
  const refused: Record<string, number> = {};
  let sent = 0;
  child.send('begin');
  const before = await nextMessage<{ cpuSeconds: number }>(child);
  at = performance.now();
  const waiting: Promise<void>[] = [];
  while (performance.now() - at < SECONDS * 1_000) {
    const isSecondHalf = EXPORTS > 0 && performance.now() - at > SECONDS * 500;
    if (isSecondHalf)
      downloads ??= Array.from({ length: EXPORTS }, (_, one) =>
        download(server, ['pdf', 'docx', 'xlsx', 'json', 'md'][one % 5] as string, () => isOver, made),
      );
    const latencies = isSecondHalf ? exporting : quiet;
    const due = Math.floor(((performance.now() - at) / 1_000) * PER_SECOND);
    for (; sent < due; sent += 1) {
      const phone = phones[sent % PHONES] as TestClient;
      const choices = [0, 1].map((n) => ({
        option: `idea-${(sent * 7 + Math.floor(sent / PHONES) + n * 13) % Math.min(60, PHONES)}`,
        dots: 1,
      }));
      const command: Command = { type: 'ballot.cast', activityId: vote.id, choices };
      const begun = performance.now();
      waiting.push(
        phone.send(command).then((ack) => {
          latencies.push(performance.now() - begun);
          if (!ack.ok) refused[ack.code] = (refused[ack.code] ?? 0) + 1;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(waiting);
  isOver = true;
  await Promise.all(downloads ?? []);
  const seconds = (performance.now() - at) / 1_000;
  child.send('end');
  const after = await nextMessage<{ cpuSeconds: number; rssMb: number }>(child);
  console.log(
    JSON.stringify({
      phones: PHONES,
      votes: sent,
      perSecond: Math.round(sent / seconds),
      refused,
      ackMs: figures(quiet),
      ...(EXPORTS === 0 ? {} : { ackMsWhileExporting: figures(exporting), documents: made }),
      serverCpuSecondsPer1000Votes: Math.round(((after.cpuSeconds - before.cpuSeconds) / sent) * 1e6) / 1e3,
      serverRssMb: after.rssMb,
      patchesPerSecond: {
        screen: Math.round((screen.patches / seconds) * 10) / 10,
        phone: Math.round(((phones[0]?.patches ?? 0) / seconds) * 10) / 10,
      },
      gaps: [screen, facilitator, ...phones].reduce((sum, client) => sum + client.gaps, 0),
      drifts: [screen, facilitator, ...phones].reduce((sum, client) => sum + client.drifts, 0),
    }),
  );
  child.kill();
  await new Promise((resolve) => child.once('exit', resolve));
  await database.drop();
}

const work = process.env.SERVE === undefined ? main() : serve(process.env.SERVE);
work.then(
  () => process.env.SERVE ?? process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
