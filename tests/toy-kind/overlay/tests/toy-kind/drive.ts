// Runs the toy kind through a real server: by form and by socket, as a made-up person, onto wall and desk, out into the files. Its
// last line is what came of it, as JSON.
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256 } from '../../server/audit/node-sha256';
import { practiceOf } from '../../server/engine/activities/registry';
import type { WorkshopDesign } from '../../server/engine/vocabulary';
import { Ledger } from '../../server/rehearsal/ledger';
import { Pace } from '../../server/rehearsal/pace';
import { Participant } from '../../server/rehearsal/participant';
import { makePeople } from '../../server/rehearsal/people';
import { checkArchive } from '../../server/verify/check-archive';
import { sentenceOf } from '../../server/verify/sentence';
import { connect } from '../support/client';
import { startTestServer } from '../support/server';
import { inAll, smallWorkshop } from '../support/workshop';

const activityId = 'pulse';
const design: WorkshopDesign = {
  ...smallWorkshop,
  agenda: [
    {
      id: activityId,
      kind: 'pulse',
      title: inAll('Pulse'),
      prompt: inAll('How do you feel?'),
      minutes: 1,
      moods: ['bright', 'tired'].map((id) => ({ id, name: inAll(`Mood ${id}`) })),
    },
  ],
};

async function drive() {
  const server = await startTestServer({ design });
  const facilitator = await connect(server, { role: 'facilitator' });
  const wall = await connect(server, { role: 'screen' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId });

  // By socket.
  const phone = await connect(server);
  await phone.must({ type: 'participant.join', groupId: 'heads' });
  await phone.must({ type: 'pulse.tell', activityId, mood: 'bright' });
  await phone.until(({ mine }) => mine?.pulses[activityId] === 'bright', 'its own word');

  // Without script.
  const first = await fetch(`${server.url}/j/${server.code}`);
  const jar = first.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const post = (fields: Record<string, string>) =>
    fetch(`${server.url}/j/${server.code}/act`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: jar, origin: server.url },
      body: new URLSearchParams(fields),
    });
  const joined = await post({ type: 'participant.join', groupId: 'civil' });
  const page = await fetch(`${server.url}/j/${server.code}`, { headers: { cookie: jar, 'accept-language': 'en' } });
  const html = await page.text();
  const told = await post({ type: 'pulse.tell', activityId, mood: 'tired' });
  const refused = await post({ type: 'pulse.tell', activityId, mood: 'none of these' });

  // As in a rehearsal.
  const [person] = makePeople(1, 'toy', ['communities']);
  const stage = {
    url: server.url,
    code: server.code,
    facilitatorToken: server.facilitatorToken,
    organiserToken: server.organiserToken,
    isReady: true,
  };
  const ledger = new Ledger();
  const madeUp = new Participant(
    { ...person!, traits: new Set() },
    {
      stage,
      pace: new Pace(2_000, new AbortController().signal),
      ledger,
      sayings: [],
      madeFrom: new Map(),
      people: 1,
      note() {},
    },
  );
  await madeUp.comeIn();
  await facilitator.until(({ view }) => view?.activity?.turnout?.voted === 3, 'three who took part');
  await madeUp.finished();
  madeUp.leave();

  const early = await facilitator.send({ type: 'results.reveal', activityId });
  await facilitator.must({ type: 'activity.close', activityId });
  await facilitator.must({ type: 'results.reveal', activityId });
  await wall.until(({ view }) => view?.activity?.revealed === true, 'the reveal');
  await facilitator.must({ type: 'session.end' });
  await sleep(50);

  const get = async (path: string, token = server.facilitatorToken) =>
    (
      await fetch(`${server.url}/api/sessions/${server.code}/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).text();
  const archive = (await get('archive', server.organiserToken)).trimEnd().split('\n');
  const verdict = await checkArchive(() => archive, sha256);
  const result = {
    seconds: practiceOf('pulse').seconds,
    html: ['How are you?', 'Mood bright', 'name="mood"', 'value="pulse.tell"'].filter((part) => html.includes(part)),
    forms: [joined.status, told.status, refused.status],
    early,
    wall: wall.view?.activity,
    sent: ledger.settled.map(({ type, ack }) => [type, ack.ok]),
    verdict,
    sentence: sentenceOf(verdict, 'en'),
    markdown: await get('exports/draft.md?lang=en'),
    json: JSON.parse(await get('exports/draft.json?lang=en')) as unknown,
  };
  for (const client of [facilitator, wall, phone]) client.close();
  await server.close();
  return result;
}

void drive().then((result) => console.log(JSON.stringify(result)));
