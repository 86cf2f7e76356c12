// How long a cold room of a million facts takes to open: `npx tsx tests/load/cold-room.ts [events] [participants]`.
// Needs TEST_DATABASE_URL, or starts a throw-away database.
import { randomBytes } from 'node:crypto';
import { loadTemplate } from '../../prisma/templates/load';
import { createContainer, postgresStorage } from '../../server/container';
import type { LogRow } from '../../server/data/event-store';
import type { Event } from '../../server/engine/events';
import { hashLine, readLine, recordEvent } from '../../server/live/log-line';
import { openLog } from '../../server/live/open-log';
import { foldOnThread } from '../../server/live/snapshots';
import { createTestDatabase } from '../support/postgres';
import { silent } from '../support/server';

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const PEOPLE = Number(process.argv[3] ?? 1_000);
const AFTER_SNAPSHOT = 20_000;
const newId = () => randomBytes(16).toString('base64url');

async function main(): Promise<void> {
  const database = await createTestDatabase();
  const storage = postgresStorage(database.url, silent);
  const { store, sessions } = storage;
  const container = createContainer({ storage, secret: newId().repeat(2), logger: silent });
  const design = loadTemplate();
  const workshop = await sessions.saveWorkshop({ slug: 'load', title: design.title, design });
  const { sessionId, code } = await container.openSession({ workshopId: workshop.id, design, rehearsal: false });

  const [first] = await store.read(sessionId, 0, 1);
  if (first === undefined) throw new Error('no first fact');
  let { seq } = readLine(first.body).recorded;
  let prev = hashLine(first.body);
  let rows: LogRow[] = [];
  async function put(event: Event, participantId?: string): Promise<void> {
    seq += 1;
    const actor =
      participantId === undefined
        ? ({ role: 'facilitator' } as const)
        : ({ role: 'participant', id: participantId } as const);
    const commandId = newId();
    const { line } = recordEvent(event, { seq, at: 1_790_000_000_000 + seq, actor, commandId, prev });
    prev = hashLine(line);
    rows.push({ sessionId, seq, type: event.type, commandId, body: line });
    if (rows.length >= 5_000) {
      await store.append(rows);
      rows = [];
    }
  }
  const activity = (kind: string) => design.agenda.find((one) => one.kind === kind)?.id as string;
  const people = Array.from({ length: PEOPLE }, newId);
  const pick = <T>(items: readonly T[], i: number): T => items[i % items.length] as T;

  let at = performance.now();
  await put({ type: 'SessionStarted', data: {} });
  for (const [i, participantId] of people.entries()) {
    await put(
      { type: 'ParticipantJoined', data: { participantId, groupId: pick(design.groups, i).id } },
      participantId,
    );
  }
  const collect = activity('collect');
  await put({ type: 'ActivityOpened', data: { activityId: collect } });
  const ideas = Array.from({ length: PEOPLE * 3 }, newId);
  for (const [i, ideaId] of ideas.entries()) {
    const participantId = pick(people, i);
    const place = { themeId: pick(design.themes, i).id, horizonId: '2030' as const };
    const text = `Жаңы муундар үчүн таза суу жана билим берүү, идея ${i}`;
    await put(
      { type: 'IdeaSubmitted', data: { participantId, activityId: collect, ideaId, text, lang: 'ky', ...place } },
      participantId,
    );
  }
  await put({ type: 'ActivityClosed', data: { activityId: collect } });
  const vote = activity('vote');
  const options = ideas.slice(0, 60).map((id, i) => ({
    id,
    themeId: pick(design.themes, i).id,
    horizonId: '2030' as const,
    heading: { text: `Идея ${i}`, lang: 'ky' as const },
    ideaIds: [id],
  }));
  await put({ type: 'ActivityOpened', data: { activityId: vote, options } });
  const ballots = async (until: number) => {
    while (seq < until) {
      const participantId = pick(people, seq);
      const choices = [0, 1, 2].map((n) => ({ option: pick(options, seq + n * 7).id, dots: 1 + (n % 2) }));
      await put({ type: 'BallotCast', data: { participantId, activityId: vote, choices } }, participantId);
    }
    await store.append(rows);
    rows = [];
  };
  await ballots(EVENTS - AFTER_SNAPSHOT);
  console.log(`${seq} facts written in ${Math.round(performance.now() - at)} ms`);

  at = performance.now();
  await foldOnThread(database.url)(sessionId);
  console.log(`first snapshot, of everything, on its own thread: ${Math.round(performance.now() - at)} ms`);
  await ballots(EVENTS);

  for (let round = 0; round < 3; round += 1) {
    global.gc?.();
    const cold = createContainer({ storage, secret: newId().repeat(2), logger: silent });
    const lag = worstLag();
    at = performance.now();
    const room = await cold.rooms.open(code);
    const ms = Math.round(performance.now() - at);
    console.log(
      `cold room of ${seq} facts, ${AFTER_SNAPSHOT} of them after the snapshot, open in ${ms} ms, event loop held at most ${lag()} ms`,
    );
    if (room === undefined) throw new Error('not opened');
  }
  at = performance.now();
  await foldOnThread(database.url)(sessionId);
  console.log(`next snapshot (${AFTER_SNAPSHOT} facts) on its own thread: ${Math.round(performance.now() - at)} ms`);
  at = performance.now();
  const whole = await openLog({ ...store, latestSnapshot: async () => undefined }, sessionId);
  console.log(`without any snapshot: ${Math.round(performance.now() - at)} ms for ${whole?.state.seq}`);
  await storage.close();
  await database.drop();
}

function worstLag(): () => number {
  let worst = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    worst = Math.max(worst, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  return () => {
    clearInterval(timer);
    return Math.round(worst);
  };
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
