// Similar ideas over the wire: what a phone gets while typing, and what the facilitator gets to look at.

import { FACILITATOR_LIMITS, PARTICIPANT_LIMITS } from '../../../server/live/intake';
import type { Refused, SimilarIdeas, SimilarQuestion, SuggestedGroups } from '../../../server/protocol/wire';
import { type ConnectOptions, connect, type TestClient } from '../../support/client';
import { PATIENCE_MS, until } from '../../support/patience';
import { startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let facilitator: TestClient;
const clients: TestClient[] = [];
const join = async (options: ConnectOptions = {}) => {
  const client = await connect(server, options);
  clients.push(client);
  return client;
};
const person = async (groupId = 'heads') => {
  const client = await join();
  await client.must({ type: 'participant.join', groupId });
  return client;
};
const place = { themeId: 'services', horizonId: '2030' } as const;
const idea = (ideaId: string, text: string, where: object = place) =>
  ({ type: 'idea.submit', activityId: 'collect', ideaId, text, lang: 'en', ...where }) as never;
const ask = (client: TestClient, text: string, more: Partial<SimilarQuestion> = place) =>
  client.socket.timeout(PATIENCE_MS).emitWithAck('similar', { activityId: 'collect', text, ...more });
const idsOf = (answer: SimilarIdeas | Refused) => (answer.ok ? answer.ideas.map(({ ideaId }) => ideaId) : answer.code);
/** What was committed is indexed a moment later. */
const eventually = (holds: () => Promise<boolean>) =>
  until(async () => {
    // Asked oftener, the questions themselves would be refused.
    await new Promise((resolve) => setTimeout(resolve, 250));
    return holds();
  }, 'the index');
const groups = async (token = server.facilitatorToken) => {
  const url = `${server.url}/api/sessions/${server.code}/suggested-groups`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as SuggestedGroups };
};

beforeEach(async () => {
  server = await startTestServer();
  facilitator = await join({ role: 'facilitator' });
  await facilitator.must({ type: 'session.start' });
  await facilitator.must({ type: 'activity.open', activityId: 'collect' });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

test('[IDEA5] [SIM1] while typing two similar ideas of others come, without their authors', async () => {
  const [writer, typist] = [await person(), await person()];
  await writer.must(idea('i1', 'Clean drinking water in every village'));
  await writer.must(idea('i2', 'Drinking water for every village'));
  await writer.must(idea('i3', 'Every village has clean water to drink'));
  await typist.must(idea('mine', 'Clean drinking water in all villages'));
  const question = 'clean drinking water in every village';
  await eventually(async () => idsOf(await ask(typist, question)).length === 2);
  const answer = (await ask(typist, question)) as SimilarIdeas;
  expect(answer.ideas[0]).toEqual({
    ideaId: 'i1',
    text: 'Clean drinking water in every village',
    lang: 'en',
    kind: 'same',
  });
  expect(idsOf(answer)).not.toContain('mine');
  expect(idsOf(await ask(typist, question, {}))).toHaveLength(2);
});

test('[SIM1] hidden, withdrawn, supported ideas and those of another place are left out', async () => {
  const [writer, typist] = [await person(), await person()];
  await writer.must(idea('i1', 'Clean drinking water in every village'));
  await writer.must(idea('i2', 'Clean drinking water', { themeId: 'law', horizonId: '2030' }));
  await eventually(async () => idsOf(await ask(typist, 'clean drinking water')).includes('i1'));
  expect(idsOf(await ask(typist, 'clean drinking water'))).toEqual(['i1']);
  await facilitator.must({ type: 'idea.hide', ideaId: 'i1' });
  expect(idsOf(await ask(typist, 'clean drinking water'))).toEqual([]);
  await facilitator.must({ type: 'idea.unhide', ideaId: 'i1' });
  await eventually(async () => idsOf(await ask(typist, 'clean drinking water')).includes('i1'));
  await typist.must({ type: 'idea.support', ideaId: 'i1' });
  expect(idsOf(await ask(typist, 'clean drinking water'))).toEqual([]);
  await typist.until(({ mine }) => mine?.supports.i1 !== undefined);
  await typist.must({ type: 'idea.unsupport', ideaId: 'i1' });
  await writer.must({ type: 'idea.withdraw', ideaId: 'i1' });
  expect(idsOf(await ask(typist, 'clean drinking water'))).toEqual([]);
});

test('[SIM1] an opposite is told apart, a translation too', async () => {
  const [writer, typist] = [await person(), await person()];
  await writer.must(idea('i1', 'Open the village school'));
  await eventually(async () => idsOf(await ask(typist, 'Close the village school')).includes('i1'));
  expect(await ask(typist, 'Close the village school')).toMatchObject({ ideas: [{ kind: 'opposite' }] });
  expect(await ask(typist, 'Айылдын мектебин ачуу')).toMatchObject({ ok: true });
});

test('[SIM2] fewer than four letters, a closed activity, strangers and other roles get nothing', async () => {
  const [writer, typist] = [await person(), await person()];
  await writer.must(idea('i1', 'Water'));
  expect(idsOf(await ask(typist, 'wat'))).toEqual([]);
  expect(idsOf(await ask(await join(), 'water'))).toBe('not_joined');
  expect(idsOf(await ask(facilitator, 'water'))).toBe('forbidden');
  expect(idsOf(await ask(typist, 'water', { activityId: 'vote' }))).toBe('wrong_activity');
  expect(idsOf(await ask(typist, 'water', { activityId: 'nowhere' }))).toBe('unknown_activity');
  expect(idsOf(await ask(typist, 'water', { extra: 1 } as never))).toBe('malformed');
  await facilitator.must({ type: 'activity.close', activityId: 'collect' });
  expect(idsOf(await ask(typist, 'water'))).toBe('activity_closed');
});

test('[SIM2] [WIRE8] questions are paid from the sender’s own budget', async () => {
  const typist = await person();
  const answers = await Promise.all(Array.from({ length: PARTICIPANT_LIMITS.burst + 5 }, () => ask(typist, 'water')));
  expect(answers.filter((answer) => !answer.ok && answer.code === 'rate_limited').length).toBeGreaterThan(0);
  expect(FACILITATOR_LIMITS.burst).toBeGreaterThan(PARTICIPANT_LIMITS.burst);
});

test('[SIM3] groups are suggested to the facilitator alone, opposites never, and merging takes them off', async () => {
  const [one, two] = [await person(), await person('civil')];
  await one.must(idea('i1', 'Clean drinking water in every village'));
  await two.must(idea('i2', 'Clean drinking water in each village'));
  await one.must(idea('i3', 'Open the village school'));
  await two.must(idea('i4', 'Close the village school'));
  expect((await groups('x'.repeat(43))).status).toBe(401);
  expect((await groups()).body).toEqual({ ok: true, groups: [{ ideaIds: ['i1', 'i2'], kind: 'same' }] });
  const heading = { text: 'Clean water', lang: 'en' } as const;
  const seq = await facilitator.must({ type: 'ideas.merge', priorityId: 'm1', ideaIds: ['i1', 'i2'], heading });
  expect((await groups()).body.groups).toEqual([]);
  await two.must(idea('i5', 'Clean drinking water in every village!'));
  expect((await groups()).body.groups).toEqual([{ ideaIds: ['i1', 'i2', 'i5'], kind: 'same', priorityId: 'm1' }]);
  await facilitator.must({ type: 'moderation.undo', seq });
  expect((await groups()).body.groups).toEqual([{ ideaIds: ['i1', 'i2', 'i5'], kind: 'same' }]);
});
