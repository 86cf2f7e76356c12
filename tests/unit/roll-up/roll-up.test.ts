// Districts side by side: shares, matches by a person, and what stays withheld.
import { composeDraft } from '../../../server/engine/draft/compose';
import { decideRollUp, type RollUpWish } from '../../../server/engine/roll-up/decide-roll-up';
import type { RollUpDesign } from '../../../server/engine/roll-up/design';
import { type District, districtOf } from '../../../server/engine/roll-up/district';
import { rollUp } from '../../../server/engine/roll-up/roll-up';
import { votesBehind } from '../../../server/engine/roll-up/votes-behind';
import { renderMarkdown } from '../../../server/export/markdown';
import { buildRollUpDocument } from '../../../server/export/roll-up/roll-up-document';
import { renderRollUpJson } from '../../../server/export/roll-up/roll-up-json';
import { buildRollUpWorkbook } from '../../../server/export/roll-up/roll-up-workbook';
import { playSeminar } from '../../support/seminar';
import { inAll } from '../../support/workshop';

type Votes = readonly [heading: string, votes: number, byGroup?: Readonly<Record<string, number>>, isGoal?: boolean];

function district(code: string, options: Readonly<Record<string, readonly Votes[]>>): District {
  const priorities = Object.entries(options).flatMap(([themeId, list]) =>
    list.map(([text, all, byGroup = {}, isGoal = false], at) => ({
      id: `${themeId}-${at}`,
      themeId,
      heading: { text, lang: 'ky' as const },
      isGoal,
      votes: { all, byGroup },
    })),
  );
  const groups = ['heads', 'communities'];
  const whole = groups.filter((group) => priorities.every(({ votes }) => votes.byGroup[group] !== undefined));
  const total = (of: (one: (typeof priorities)[number]) => number) => priorities.reduce((sum, one) => sum + of(one), 0);
  return {
    code,
    gone: [],
    closingHash: `hash of ${code}`,
    seal: { kind: 'unsigned' },
    title: inAll('Vision'),
    timeZone: 'Asia/Bishkek',
    rehearsal: false,
    ended: true,
    joined: 20,
    ballots: 18,
    groups: groups.map((id) => ({ id, name: inAll(id) })),
    themes: ['law', 'services'].map((id) => ({ id, name: inAll(id) })),
    priorities,
    votes: {
      all: total(({ votes }) => votes.all),
      byGroup: Object.fromEntries(whole.map((group) => [group, total(({ votes }) => votes.byGroup[group] ?? 0)])),
    },
  };
}

const A = district('AAAAAA', {
  law: [['Өз бюджетин өзү түзөт', 10, { heads: 6, communities: 4 }, true]],
  services: [
    ['Ар бир үйгө таза суу', 20, { heads: 2, communities: 18 }, true],
    ['Көчөлөргө жарык', 10, { heads: 2, communities: 8 }],
  ],
});
const B = district('BBBBBB', {
  law: [['Жергиликтүү бюджет өз алдынча', 5]],
  services: [['Ар бир үйдө таза суу', 15, {}, true]],
});
const C = district('CCCCCC', { services: [['Таза суу ар бир айылга', 4, { heads: 1, communities: 3 }]] });
const sessions = new Map([A, B, C].map((one) => [one.code, one]));
const EMPTY: RollUpDesign = {
  title: 'Issyk-Kul',
  districts: [A, B, C].map(({ code }, at) => ({ code, place: `Place ${at + 1}` })),
  matches: [],
  apart: [],
};
const member = ({ code }: District, priorityId: string) => ({ code, priorityId });
const water = [member(A, 'services-0'), member(B, 'services-0')];
const match = (members = water, matchId = 'water'): RollUpWish => ({
  type: 'match',
  matchId,
  heading: { text: ' Таза суу ', lang: 'ky' },
  members,
});
const decided = (...wishes: RollUpWish[]): RollUpDesign =>
  wishes.reduce((design, wish) => {
    const next = decideRollUp(design, wish, sessions);
    if (typeof next === 'string') throw new Error(next);
    return next;
  }, EMPTY);
const theme = (design: RollUpDesign, id: string) => {
  const found = rollUp(design, sessions).themes.find((one) => one.theme.id === id);
  if (found === undefined) throw new Error(`no theme ${id}`);
  return found;
};

describe('[ROLL1] the heat table', () => {
  test('has the share of each district’s own votes that fell on the theme', () => {
    expect(theme(EMPTY, 'services').shares).toEqual([0.75, 0.75, 1]);
    expect(theme(EMPTY, 'law').shares).toEqual([0.25, 0.25, 0]);
  });

  test('leaves a district without votes empty, not zero', () => {
    const none = district('DDDDDD', {});
    const design = { ...EMPTY, districts: [{ code: 'DDDDDD', place: 'New' }] };
    const { themes } = rollUp(design, new Map([['DDDDDD', none]]));
    expect(themes.map(({ shares }) => shares)).toEqual([[null], [null]]);
  });

  test('names a session that is not here', () => {
    const { missing, districts } = rollUp(EMPTY, new Map([['AAAAAA', A]]));
    expect(missing).toEqual(['BBBBBB', 'CCCCCC']);
    expect(districts.map(({ place }) => place)).toEqual(['Place 1']);
  });
});

describe('[ROLL2] matches', () => {
  test('everything is particular until a person says that it is one', () => {
    const before = theme(EMPTY, 'services');
    expect(before.common).toEqual([]);
    expect(before.particular.map(({ heading }) => heading.text)).toEqual([
      'Таза суу ар бир айылга',
      'Ар бир үйдө таза суу',
      'Ар бир үйгө таза суу',
      'Көчөлөргө жарык',
    ]);
    const { common, particular } = theme(decided(match()), 'services');
    expect(common).toMatchObject([{ matchId: 'water', heading: { text: 'Таза суу' }, goalIn: 2 }]);
    expect(common[0]?.cells.map((cell) => cell && [cell.votes, cell.share])).toEqual([[20, 0.5], [15, 0.75], null]);
    expect(particular).toHaveLength(2);
  });

  test('the same match is widened, reworded and taken back', () => {
    const wider = decided(match(), match([...water, member(C, 'services-0')]));
    expect(theme(wider, 'services').common[0]?.cells.every((cell) => cell !== null)).toBe(true);
    const gone = decideRollUp(wider, { type: 'unmatch', matchId: 'water' }, sessions);
    expect(gone).toEqual(EMPTY);
  });

  test.each([
    ['too_few', match(water.slice(0, 1))],
    ['two_of_one_district', match([member(A, 'services-0'), member(A, 'services-1')])],
    ['different_themes', match([member(A, 'services-0'), member(B, 'law-0')])],
    ['unknown_priority', match([member(A, 'services-0'), member(B, 'services-9')])],
    ['already_matched', match([member(A, 'services-0'), member(C, 'services-0')], 'other')],
    ['empty_text', { ...match(), heading: { text: ' ', lang: 'ky' } }],
    ['unknown_match', { type: 'unmatch', matchId: 'none' }],
    ['unknown_district', { type: 'place', code: 'ZZZZZZ', place: 'x' }],
    ['text_too_long', { type: 'rename', title: 'x'.repeat(81) }],
  ] as readonly (readonly [string, RollUpWish])[])('refuses %s', (code, wish) => {
    expect(decideRollUp(decided(match()), wish, sessions)).toBe(code);
  });

  test('places and the title are named by people', () => {
    const named = decided({ type: 'place', code: 'BBBBBB', place: ' Ак-Суу ' }, { type: 'rename', title: 'Ысык-Көл' });
    expect(rollUp(named, sessions)).toMatchObject({ title: 'Ысык-Көл', districts: [{}, { place: 'Ак-Суу' }, {}] });
  });
});

describe('[ROLL3] suggestions', () => {
  const suggested = (design: RollUpDesign) =>
    theme(design, 'services').suggestions.map(({ members, matchId }) => [
      members.map(({ code }) => code).sort(),
      matchId,
    ]);

  test('are of one theme and of different districts, and merge nothing', () => {
    expect(suggested(EMPTY)).toEqual([[['AAAAAA', 'BBBBBB', 'CCCCCC'], undefined]]);
  });

  test('go on from a match, and come to an end', () => {
    expect(suggested(decided(match()))).toEqual([[['AAAAAA', 'BBBBBB', 'CCCCCC'], 'water']]);
    expect(suggested(decided(match([...water, member(C, 'services-0')])))).toEqual([]);
  });

  test('do not come back once a person has said that they differ', () => {
    const different: RollUpWish = { type: 'apart', members: [...water, member(C, 'services-0')] };
    expect(suggested(decided(different))).toEqual([]);
    expect(suggested(decided({ type: 'apart', members: water }))).toHaveLength(1);
    // A match takes the warning back.
    expect(decided(different, match()).apart).toHaveLength(2);
  });
});

describe('[ROLL4] small cells', () => {
  test('a group is summed over the districts that publish all of its votes, and over no others', () => {
    const [row] = theme(decided(match([...water, member(C, 'services-0')])), 'services').common;
    expect(row?.byGroup).toEqual({
      heads: { share: 3 / 11, votes: 3, of: 11, districts: 2 },
      communities: { share: 21 / 33, votes: 21, of: 33, districts: 2 },
    });
  });

  test('a group that is withheld anywhere in a district is not summed there', () => {
    const some = district('EEEEEE', {
      services: [
        ['Таза суу', 4, { heads: 2 }],
        ['Жол', 3, { communities: 1 }],
      ],
    });
    expect(some.votes.byGroup).toEqual({});
    const { themes } = rollUp({ ...EMPTY, districts: [{ code: 'EEEEEE', place: 'E' }] }, new Map([['EEEEEE', some]]));
    expect(themes.flatMap(({ particular }) => particular.map(({ byGroup }) => byGroup))).toEqual([{}, {}]);
  });

  test('a district is made of what its session has published, and of nothing before', () => {
    expect(districtOf(playSeminar('before the vote is revealed').state, '').priorities).toEqual([]);
    const { priorities, votes, ballots } = districtOf(playSeminar().state, '');
    expect(ballots).toBe(7);
    expect(votes.all).toBe(priorities.reduce((sum, one) => sum + (one.votes?.all ?? 0), 0));
    // Its one head of a local self-government body must not be seen.
    expect(votes.byGroup).not.toHaveProperty('heads');
    expect(priorities.filter(({ isGoal }) => isGoal).length).toBeGreaterThan(0);
  });
});

const MANY = { ballots: 20, smallestCell: 5 };

test('[ROLL5] votes mean the same whatever the method: what people give to what they want', () => {
  const counts = { counts: [1, 0, 2, 3, 4], high: 7, countsByGroup: { heads: [0, 0, 1, 1, 2] } };
  const score = { name: 'score', scale: 5, criteria: [{ id: 'importance', name: inAll('Importance') }] } as const;
  expect(votesBehind({ score: { criteria: { importance: counts } } }, score, MANY)).toEqual({
    all: 7,
    byGroup: { heads: 3 },
  });
  expect(votesBehind({ ranking: { borda: 9, named: 4, schulzeTier: 1 } }, { name: 'ranking', top: 3 }, MANY)).toEqual({
    all: 4,
    byGroup: {},
  });
  const byGroup = { heads: { agree: 2, disagree: 1, pass: 0 } };
  expect(
    votesBehind({ agreement: { agree: 5, disagree: 1, pass: 0, consensus: 1, byGroup } }, { name: 'agreement' }, MANY),
  ).toEqual({ all: 5, byGroup: { heads: 2 } });
  expect(
    votesBehind({ approval: { approvals: 3, approvalsByGroup: {} } }, { name: 'approval', max: 3 }, MANY)?.all,
  ).toBe(3);
});

test('[CELL11] what few people voted on, or answered, is withheld from a roll-up', () => {
  const approval = { approval: { approvals: 3, approvalsByGroup: {} } };
  expect(votesBehind(approval, { name: 'approval', max: 3 }, { ballots: 4, smallestCell: 5 })).toBeUndefined();
  expect(votesBehind({ agreement: { few: 4 } }, { name: 'agreement' }, MANY)).toBeUndefined();
  const few = { agree: 3, disagree: 1, pass: 0, byGroup: {} };
  // Sessions by the first rules published it; it goes no further.
  expect(votesBehind({ agreement: few }, { name: 'agreement' }, MANY)).toBeUndefined();
  const score = { name: 'score', scale: 5, criteria: [{ id: 'importance', name: inAll('Importance') }] } as const;
  expect(votesBehind({ score: { criteria: { importance: { few: 2 } } } }, score, MANY)).toBeUndefined();
});

test('[ROLL9] a goal that reads otherwise than it was voted on or judged says so, in every format', async () => {
  const session = playSeminar();
  const madeOf = () => {
    const district = districtOf(session.state, 'abc');
    const design = { title: 'All', districts: [{ code: 'ELES23', place: 'Нарын' }], matches: [], apart: [] };
    return rollUp(design, new Map([['ELES23', district]]));
  };
  const cellOf = () => madeOf().themes.flatMap(({ particular }) => particular.flatMap(({ cells }) => cells))[0];
  // Edited between the vote and the judgement.
  expect(cellOf()).toMatchObject({
    heading: { text: 'Ар бир үйгө таза суу' },
    reads: { since: 'voted', now: { text: 'Таза суу ар бир үйдө' } },
  });
  const base = composeDraft(session.state).lines['goal:p1']?.version ?? 0;
  session.wish('facilitator', { type: 'line.edit', lineId: 'goal:p1', base, text: 'Суу баарына', lang: 'ky' });
  expect(cellOf()?.reads).toMatchObject({
    since: 'judged',
    at: expect.any(Number),
    judged: { text: { text: 'Таза суу ар бир үйдө' } },
    now: { text: 'Суу баарына' },
  });
  const made = madeOf();
  const sheets = buildRollUpWorkbook(made, 0, 'en').sheets.map(({ table }) => table.rows.flat().join(' | '));
  const paper = renderMarkdown(buildRollUpDocument(made, 0, 'en')).replaceAll('\\', '');
  for (const text of [sheets.join(' | '), paper]) {
    expect(text).toContain('Changed after the room judged it');
    expect(text).toContain('What the room judged: Таза суу ар бир үйдө');
    expect(text).toContain('Reads now: Суу баарына');
  }
  expect(renderRollUpJson(made, 0)).toContain('"since": "judged"');
});
