// How long health waits, and how much memory is taken, while an archive of many facts comes in:
// `npx tsx tests/load/large-import.ts [facts] [participants]`. Needs TEST_DATABASE_URL, or starts a throw-away database.
import type { ImportAnswer } from '../../server/protocol/organiser';
import { createTestDatabase } from '../support/postgres';
import { sealed } from '../support/sealed';
import { startTestServer } from '../support/server';
import { Session } from '../support/specification';

const FACTS = Number(process.argv[2] ?? 300_000);
const PEOPLE = Number(process.argv[3] ?? 1_000);

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

async function main(): Promise<void> {
  const database = await createTestDatabase();
  const server = await startTestServer({ databaseUrl: database.url });
  const file = `${sealed(playLargeHall()).join('\n')}\n`;
  console.log(`archive: ${(file.length / 1e6).toFixed(0)} MB`);
  const waits: number[] = [];
  let isOver = false;
  let largest = 0;
  const asking = (async () => {
    while (!isOver) {
      const asked = performance.now();
      await (await fetch(`${server.url}/api/health`)).text();
      waits.push(performance.now() - asked);
      largest = Math.max(largest, process.memoryUsage().rss);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const headers = { authorization: `Bearer ${server.organiserToken}` };
  const response = await fetch(`${server.url}/api/organiser/archives`, { method: 'POST', headers, body: file });
  const answer = (await response.json()) as ImportAnswer;
  const seconds = (performance.now() - began) / 1_000;
  isOver = true;
  await asking;
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.floor(share * (waits.length - 1))] ?? 0);
  console.log(JSON.stringify(answer));
  console.log(`import: ${seconds.toFixed(1)} s; health p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
  console.log(`memory: ${Math.round((largest - before) / 1e6)} MB more at most`);
  await server.close();
  await database.drop();
}

void main();
