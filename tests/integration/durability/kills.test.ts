// The whole of `npm start`, killed at random moments of a vote. Jepsen's set check: acknowledged ⊆ log ⊆ sent, once each.
import { createServer } from 'node:net';
import { linesOf } from '../../../server/audit/lines-of';
import { sha256 } from '../../../server/audit/node-sha256';
import { recount, type Totals } from '../../../server/audit/recount';
import type { FacilitatorView } from '../../../server/engine/views';
import type { Snapshot } from '../../../server/protocol/wire';
import { createDataFolder } from '../../support/launched';
import { type NpmStart, npmStart, type Victim } from '../../support/npm-start';
import { until } from '../../support/patience';
import { type Hall, nextBallot, StormPhone } from './storm';

const PHONES = 30;
const IDEAS = 12;
const VICTIMS: readonly Victim[] = ['server', 'group', 'postgres', 'server and postgres', 'npm'];
/** Between two kills at least so many ballots are counted, and then as long passes again as chance will have it. */
const CALM_BALLOTS = 2 * PHONES;
const LONGEST_CALM_MS = 1_500;

const data = createDataFolder();
let server: NpmStart | undefined;
const crowd: StormPhone[] = [];
afterAll(async () => {
  for (const one of crowd) one.leave();
  server?.kill('npm', 'SIGTERM');
  await server?.ended;
  data.remove();
});

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000));

test('[START3] [WIRE1] [CMD2] killed at random moments of a vote: nothing acknowledged is lost, nothing counts twice', async () => {
  const port = await freePort();
  server = await npmStart(data.folder, port);
  const { url, code, facilitatorUrl } = server.start;
  const hall: Hall = { url, code };
  const token = new URL(facilitatorUrl).hash.slice(1);
  const facilitator = new StormPhone(hall, 'facilitator', token);
  const phones = Array.from({ length: PHONES }, () => new StormPhone(hall, 'participant'));
  crowd.push(facilitator, ...phones);
  const ask = async (path: string) => {
    const response = await fetch(`${url}/api/sessions/${code}/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    return response;
  };
  const viewNow = async () => ((await (await ask('view?role=facilitator')).json()) as Snapshot).view as FacilitatorView;
  const must = async (...[command]: Parameters<StormPhone['send']>) => {
    expect(await facilitator.send(command)).not.toHaveProperty('refusal');
  };

  const { groups, themes } = await viewNow();
  const [themeId, secondGroup] = [themes[0]?.id as string, groups[1]?.id as string];
  await must({ type: 'session.start' });
  await must({ type: 'activity.open', activityId: 'goals-and-steps' });
  await Promise.all(phones.map((phone) => phone.send({ type: 'participant.join', groupId: secondGroup })));
  const options = Array.from({ length: IDEAS }, (_, i) => `storm-idea-${i}`);
  await Promise.all(
    options.map((ideaId, i) =>
      phones[i]?.send({
        type: 'idea.submit',
        activityId: 'goals-and-steps',
        ideaId,
        text: `Таза суу ар бир айылга, ${i}`,
        lang: 'ky',
        themeId,
        horizonId: '2030',
      }),
    ),
  );
  await must({ type: 'agenda.goto', activityId: 'vote-goals' });
  await must({ type: 'activity.open', activityId: 'vote-goals' });

  let isStormy = true;
  const storms = phones.map(async (phone) => {
    for (let turn = 0; isStormy && !phone.hasLeft; turn += 1) {
      await phone.send({ type: 'ballot.cast', activityId: 'vote-goals', choices: nextBallot(options, turn) });
      if (turn % 10 === 9) await phone.repeatSome(1);
    }
  });
  const ballots = () => phones.reduce((sum, { history }) => sum + history.length, 0);
  for (const victim of VICTIMS) {
    const already = ballots();
    await until(() => ballots() >= already + CALM_BALLOTS, 'ballots to be counted');
    await seconds((Math.random() * LONGEST_CALM_MS) / 1_000);
    server.kill(victim);
    // Postgres alone comes back by itself, under the same server.
    if (victim === 'postgres') await seconds(3);
    else {
      await server.ended;
      server = await npmStart(data.folder, port);
      expect(server.start).toMatchObject({ url, code, facilitatorUrl });
    }
  }
  await seconds(1);
  isStormy = false;
  await Promise.all(storms);
  await Promise.all(phones.map((phone) => phone.repeatSome(3)));
  await must({ type: 'activity.close', activityId: 'vote-goals' });
  await must({ type: 'results.reveal', activityId: 'vote-goals' });

  const { activity } = await viewNow();
  await must({ type: 'session.end' });
  const archive = await fetch(`${url}/api/sessions/${code}/archive`, {
    headers: { authorization: `Bearer ${server.start.organiserUrl.split('#')[1]}` },
  });
  const lines: string[] = [];
  for await (const line of linesOf(archive.body as unknown as AsyncIterable<Uint8Array>)) lines.push(line);
  const totals = (await recount(lines, sha256)) as Totals;
  expect(totals).not.toHaveProperty('badRecord');
  const facts = lines.slice(1, -1).map((line) => JSON.parse(line) as Fact);

  const logged = new Map<string, Fact>();
  const doubles: string[] = [];
  for (const fact of facts.filter(({ type }) => type === 'BallotCast')) {
    if (logged.has(fact.commandId)) doubles.push(fact.commandId);
    logged.set(fact.commandId, fact);
  }
  expect(doubles).toEqual([]);
  const history = phones.flatMap((phone) => phone.history).filter(({ message }) => message.type === 'ballot.cast');
  expect(history.filter(({ refusal }) => refusal !== undefined)).toEqual([]);
  expect(history.filter(({ message, seqs }) => [...seqs].some((seq) => logged.get(message.id)?.seq !== seq))).toEqual(
    [],
  );
  expect(logged.size).toBe(history.length);
  expect(history.length).toBeGreaterThan(VICTIMS.length * PHONES);

  // The log holds a ballot in the options' order.
  const plain = (ballots: Iterable<Ballot | undefined>) =>
    [...ballots]
      .map((ballot) => JSON.stringify([...(ballot ?? [])].sort((x, y) => (x.option < y.option ? -1 : 1))))
      .sort();
  const standing = new Map([...logged.values()].map(({ actor, data }) => [actor.id, data.choices]));
  const last = phones.map((phone) => phone.history.findLast(({ message }) => message.type === 'ballot.cast')?.message);
  expect(plain(standing.values())).toEqual(plain(last.map((message) => (message as { choices: Ballot }).choices)));

  const results = (activity as { results?: Record<string, { dots: number; supporters: number }> } | undefined)?.results;
  const shown = Object.entries(results ?? {}).map(([id, { dots, supporters }]) => [id, dots, supporters]);
  const counted = Object.entries(totals.votes['vote-goals']?.options ?? {}).map(([id, o]) => [
    id,
    o.dots,
    o.supporters,
  ]);
  expect(shown.sort()).toEqual(counted.sort());
  expect(shown).toHaveLength(IDEAS);

  server.kill('npm', 'SIGTERM');
  expect(await server.ended).toBe(0);
});

type Ballot = readonly { readonly option: string; readonly dots: number }[];
type Fact = {
  readonly seq: number;
  readonly type: string;
  readonly actor: { readonly id?: string };
  readonly commandId: string;
  readonly data: { readonly choices: Ballot };
};

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
