// The moment in which every phone of the hall is sent the same: the reveal of a vote over a hundred options.
import { get } from 'node:http';
import { withMethod } from '../../../components/activities/vote/default-settings';
import { fillIn } from '../../../server/engine/activities/vote/practised-ballot';
import type { VoteView } from '../../../server/engine/activities/vote/types';
import { diff, type JsonObject } from '../../../server/engine/patch';
import type { VoteMethodName, VoteSettings } from '../../../server/engine/vocabulary';
import { Random } from '../../../server/rehearsal/random';
import { connect, newId, openSocket, type TestClient } from '../../support/client';
import { startTestServer } from '../../support/server';
import { smallWorkshop } from '../../support/workshop';

const OPTIONS = 100;
const PEOPLE = 20;
const MOST_BYTES = 10_000;
const METHODS = ['dots', 'approval', 'score', 'ranking', 'agreement'] as const satisfies readonly VoteMethodName[];
const TEXT = 'Ар бир айылда таза суу, жылуу мектеп жана кышында да ачык жол болсун';

/** With so many ideas of a person as this test needs. */
const design = {
  ...smallWorkshop,
  agenda: smallWorkshop.agenda.map((step) =>
    step.kind === 'collect' ? { ...step, maxPerPerson: OPTIONS / PEOPLE } : step,
  ),
};

const voteOf = ({ view }: TestClient) => view?.activity as VoteView;

/** Closed, with everybody's ballot in it. */
async function holdVote(facilitator: TestClient, people: readonly TestClient[], method: VoteMethodName) {
  await facilitator.must({ type: 'session.start' });
  for (const [at, person] of people.entries()) {
    await person.must({ type: 'participant.join', groupId: ['heads', 'communities', 'civil'][at % 3] ?? '' });
  }
  await facilitator.must({ type: 'activity.open', activityId: 'collect' });
  for (let at = 0; at < OPTIONS; at += 1) {
    const place = { activityId: 'collect', themeId: at % 2 ? 'law' : 'services', horizonId: '2030' } as const;
    await people[at % PEOPLE]?.must({
      type: 'idea.submit',
      ideaId: newId(),
      text: `${TEXT}, ${at}`,
      lang: 'ky',
      ...place,
    });
  }
  const vote = smallWorkshop.agenda.find(({ kind }) => kind === 'vote') as { readonly settings: VoteSettings };
  const settings = withMethod(vote.settings, method, vote.settings);
  if (method !== 'dots') await facilitator.must({ type: 'vote.configure', activityId: 'vote', settings });
  await facilitator.must({ type: 'activity.open', activityId: 'vote' });
  await facilitator.until((one) => voteOf(one)?.options?.length === OPTIONS);
  const random = new Random(method);
  const ids = voteOf(facilitator).options.map(({ id }) => id);
  for (const person of people) {
    await person.must({
      type: 'ballot.cast',
      activityId: 'vote',
      ...fillIn(settings.method, random.shuffle(ids), random),
    });
  }
  await facilitator.must({ type: 'activity.close', activityId: 'vote' });
}

/** What comes over the wire, compressed as it is. */
const bytesOf = (url: string) =>
  new Promise<number>((resolve, reject) =>
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve(bytes));
    }).on('error', reject),
  );

test.each(METHODS)(
  '[WIRE18] the reveal of %s over a hundred options is at most 10 kB for each phone',
  async (method) => {
    const server = await startTestServer({ design });
    const facilitator = await connect(server, { role: 'facilitator' });
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => connect(server)));
    await holdVote(facilitator, people, method);
    const older = people[0] as TestClient;
    await older.until((one) => voteOf(one)?.status === 'closed');
    const [before, { rev }] = [older.view as unknown as JsonObject, older];
    const phone = openSocket(server, {
      auth: { protocol: 1, code: server.code, role: 'participant', token: newId(), rev },
    });
    let pushed = 0;
    const heard = new Promise<string>((resolve) =>
      phone.onAny((event: string, message: { readonly rev?: number }) => {
        if ((message.rev ?? 0) <= rev) return;
        pushed += JSON.stringify([event, message]).length;
        resolve(event);
      }),
    );
    await new Promise<void>((done) => phone.once('connect', done));
    await facilitator.must({ type: 'results.reveal', activityId: 'vote' });
    const event = await heard;
    await older.until((one) => voteOf(one).revealed);
    const address = `${server.url}/api/sessions/${server.code}/view?role=participant`;
    const sizes = {
      method,
      event,
      // A client that does not fetch is pushed this.
      patch: JSON.stringify(diff(before, older.view as unknown as JsonObject)).length,
      phone: pushed + (event === 'current' ? await bytesOf(`${address}&since=${rev}`) : 0),
      // Of one that was away.
      whole: await bytesOf(`${address}&since=0`),
    };
    if (process.env.SIZES) console.log(JSON.stringify(sizes));
    phone.disconnect();
    for (const client of [facilitator, ...people]) client.close();
    await server.close();
    expect(sizes.phone).toBeLessThanOrEqual(MOST_BYTES);
    expect(sizes.whole).toBeLessThanOrEqual(MOST_BYTES);
    // Scores carry how often each point was given, for every criterion.
    if (method !== 'score') expect(sizes.patch).toBeLessThanOrEqual(MOST_BYTES);
  },
);
