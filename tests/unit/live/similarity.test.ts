import { Similarity } from '../../../server/live/similarity';
import { collecting, facilitates, goto, idea } from '../../support/scenes';
import type { Session } from '../../support/specification';
import { given } from '../../support/specification';

const words = [
  'clean water',
  'good roads',
  'new schools',
  'street lamps',
  'village clinics',
  'waste bins',
  'bus lines',
];
const question = { activityId: 'collect', text: 'clean drinking water', themeId: 'law', horizonId: '2030' } as const;

function beside(session: Session, clock?: () => number): Similarity {
  return new Similarity(() => session.state, clock);
}
const shown = (similarity: Similarity, person = 'p2') => {
  const answer = similarity.similar(person, question);
  return answer.ok ? answer.ideas.map(({ ideaId }) => ideaId) : answer.code;
};

describe('the similarity beside a room', () => {
  test('[SIM5] is made from the state alone, and follows edits, moves, hiding and undo', async () => {
    const { session } = given(...collecting, ['p1', idea('i1', 'Clean drinking water')]);
    const similarity = beside(session);
    await similarity.groups();
    expect(shown(similarity)).toEqual(['i1']);
    session.wish('p1', idea('i1', 'Street lamps'));
    await similarity.groups();
    expect(shown(similarity)).toEqual([]);
    session.wish('p1', idea('i1', 'Clean drinking water'));
    session.wish('facilitator', { type: 'idea.move', ideaId: 'i1', themeId: 'services', horizonId: '2030' });
    await similarity.groups();
    expect(shown(similarity)).toEqual([]);
    session.wish('facilitator', { type: 'moderation.undo', seq: session.state.seq });
    await similarity.groups();
    expect(shown(similarity)).toEqual(['i1']);
    const reopened = beside(session);
    await reopened.groups();
    expect(shown(reopened)).toEqual(['i1']);
  });

  test('[SIM3] opposites are in no group, and two priorities are not suggested to be one', async () => {
    const { session } = given(
      ...collecting,
      ['p1', idea('i1', 'Open the village school')],
      ['p2', idea('i2', 'Close the village school')],
      ['p1', idea('i3', 'Clean drinking water in every village')],
      ['p2', idea('i4', 'Clean drinking water in each village')],
    );
    const similarity = beside(session);
    expect(await similarity.groups()).toEqual([{ ideaIds: ['i3', 'i4'], kind: 'same' }]);
    for (const id of ['i3', 'i4']) {
      const heading = { text: id, lang: 'en' } as const;
      session.wish('facilitator', { type: 'ideas.merge', priorityId: `m-${id}`, ideaIds: [id], heading });
    }
    expect(await similarity.groups()).toEqual([]);
  });

  test('[SIM2] together, questions take only their share of the time: then the next is told to wait', async () => {
    const { session } = given(...collecting, ['p1', idea('i1', 'Clean drinking water')]);
    let now = 0;
    // Each look at the clock costs 40 ms, so that a question seems to take as long.
    const similarity = beside(session, () => {
      now += 40;
      return now;
    });
    const answers = Array.from({ length: 10 }, () => similarity.similar('p2', question));
    const waiting = answers.find((answer) => !answer.ok);
    expect(waiting).toMatchObject({ code: 'rate_limited' });
    now += 10_000;
    expect(similarity.similar('p2', question)).toMatchObject({ ok: true });
  });

  test('[SIM5] 500 ideas of one place are grouped without holding anybody up for long', async () => {
    const people = Array.from({ length: 170 }, (_, at) => `q${at}`);
    const joining = people.map((id) => [id, { type: 'participant.join', groupId: 'heads' }] as const);
    const { session } = given(...collecting, ...(joining as never[]));
    for (let at = 0; at < 500; at += 1) {
      const text = `${words[at % 7]} for ${words[(at * 3) % 7]} near number ${at} ${'abcdefgh'.slice(at % 5)}`;
      session.wish(people[at % 170] ?? '', idea(`i${at}`, text));
    }
    expect(session.state.ideas.size).toBe(500);
    const similarity = beside(session);
    const pauses: number[] = [];
    let last = process.cpuUsage();
    const watch = setInterval(() => {
      pauses.push(process.cpuUsage(last).user / 1_000);
      last = process.cpuUsage();
    }, 1);
    await similarity.groups();
    clearInterval(watch);
    // In one piece it would be a single pause of half a second. Of our own time: what others take of a busy machine is not ours.
    expect(pauses.length).toBeGreaterThan(10);
    expect(pauses.filter((pause) => pause > 100).length).toBeLessThan(pauses.length / 4);
    const took = Array.from({ length: 5 }, () => {
      const asked = process.cpuUsage();
      similarity.similar('p1', question);
      return process.cpuUsage(asked).user / 1_000;
    });
    expect(Math.min(...took)).toBeLessThan(50);
  });

  test('[SIM2] nothing is answered once the activity is closed', () => {
    const { session } = given(...collecting, ...facilitates(goto('group')));
    expect(shown(beside(session))).toBe('activity_closed');
  });
});
