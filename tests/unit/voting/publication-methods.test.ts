import type { Ballot } from '../../../server/engine/commands';
import { PersistentMap } from '../../../server/engine/persistent-map';
import type { VoteMethod } from '../../../server/engine/vocabulary';
import { countingOf } from '../../../server/engine/voting/methods/counting';
import { replaceJudgement } from '../../../server/engine/voting/methods/gradient';
import { publishedAgreement } from '../../../server/engine/voting/publishing/published-agreement';
import { lineOnView, publishEndorsement } from '../../../server/engine/voting/publishing/published-endorsement';
import { publishVote, voteOnView } from '../../../server/engine/voting/publishing/published-vote';
import { smallWorkshop } from '../../support/workshop';

const GROUP_OF = { h: 'heads', m: 'communities', c: 'civil' } as const;
const groupOf = (id: string): string => GROUP_OF[id[0] as keyof typeof GROUP_OF];
const people = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
const [HEADS, COMMUNITIES] = [people('h', 3), people('m', 4)];

function standing(method: VoteMethod, cast: Readonly<Record<string, Ballot>>) {
  const counting = countingOf(method, ['i1', 'i2']);
  const tally = Object.entries(cast).reduce(
    (sum, [id, ballot]) => counting.replace(sum, groupOf(id), undefined, ballot),
    counting.emptyTally(),
  );
  return { ballots: PersistentMap.from(Object.entries(cast)), tally, round: 1 };
}

const each = <Value>(ids: readonly string[], value: Value): Record<string, Value> =>
  Object.fromEntries(ids.map((id) => [id, value]));

test('[CELL1] [CELL4] answers are published option by option, by who answered it', () => {
  const method = { name: 'agreement' } as const;
  const tables = { method, options: ['i1', 'i2'], groupOf, workshop: smallWorkshop, rules: 2 } as const;
  const answers = (i1: 'agree' | 'pass', i2?: 'disagree' | 'pass'): Ballot => ({
    answers: [{ option: 'i1', answer: i1 }, ...(i2 === undefined ? [] : [{ option: 'i2', answer: i2 } as const])],
  });
  const first = { ...each(HEADS, answers('agree')), ...each(COMMUNITIES, answers('agree', 'pass')) };
  const one = publishVote(undefined, 10, standing(method, first), tables);
  // The heads all answer the second option, and one of them changes the first.
  const second = { ...first, ...each(HEADS, answers('agree', 'disagree')), h1: answers('pass', 'disagree') };
  const two = publishVote(one, 20, standing(method, second), tables);

  const shown = voteOnView(two, smallWorkshop)!;
  expect(shown).toMatchObject({ seq: 20, held: true });
  expect(shown.tally).toMatchObject({
    options: { i1: { agree: 7, pass: 0 }, i2: { disagree: 3, pass: 4 } },
  });
  expect(shown.cellsOf('i1').respondents).toEqual({ heads: 3, communities: 4 });
  expect(voteOnView(one, smallWorkshop)?.cellsOf('i2').respondents).toEqual({ communities: 4 });
});

test('[CELL4] scores are published criterion by criterion', () => {
  const method = {
    name: 'score',
    criteria: ['importance', 'feasibility'].map((id) => ({ id, name: { ky: id, ru: id, en: id } })),
    scale: 5,
  } as const;
  const tables = { method, options: ['i1', 'i2'], groupOf, workshop: smallWorkshop, rules: 2 } as const;
  const scores = (importance: number, feasibility: number): Ballot => ({
    scores: [
      { option: 'i1', criterion: 'feasibility', score: feasibility },
      { option: 'i1', criterion: 'importance', score: importance },
    ],
  });
  const first = each(COMMUNITIES, scores(5, 2));
  const second = { ...first, ...each(['m1', 'm2', 'm3'], scores(4, 2)), m4: scores(5, 3) };
  const one = publishVote(undefined, 10, standing(method, first), tables);
  const shown = voteOnView(publishVote(one, 20, standing(method, second), tables), smallWorkshop)!;
  expect(shown.tally).toMatchObject({
    options: { i1: { importance: { counts: [0, 0, 0, 3, 1] }, feasibility: { counts: [0, 4, 0, 0, 0] } } },
  });
});

test('[CELL4] an endorsement is published line by line', () => {
  const tables = { lines: ['goal:i1', 'goal:i2'], groupOf, workshop: smallWorkshop, rules: 2 } as const;
  const judged = (levels: Readonly<Record<string, Readonly<Record<string, 1 | 3 | 8>>>>) => ({
    judgements: PersistentMap.from(Object.entries(levels)),
    tally: Object.values(levels).reduce<Readonly<Record<string, readonly number[]>>>(
      (sum, own) =>
        Object.entries(own).reduce((all, [line, level]) => replaceJudgement(all, line, undefined, level), sum),
      {},
    ),
  });
  const before = { 'goal:i1': 8, 'goal:i2': 1 } as const;
  const first = each([...HEADS, ...COMMUNITIES], before);
  const one = publishEndorsement(undefined, 10, judged(first), tables);
  const second = {
    ...first,
    ...each(HEADS, { 'goal:i1': 3, 'goal:i2': 1 } as const),
    m1: { 'goal:i1': 8, 'goal:i2': 3 } as const,
  };
  const two = publishEndorsement(one, 20, judged(second), tables);
  expect(lineOnView(two, 'goal:i1', tables)).toMatchObject({ seq: 20, held: false, counts: [0, 0, 3, 0, 0, 0, 0, 4] });
  expect(lineOnView(two, 'goal:i2', tables)).toMatchObject({ seq: 10, held: true, counts: [7, 0, 0, 0, 0, 0, 0, 0] });
  expect(lineOnView(undefined, 'goal:i2', tables)).toBeUndefined();
});

test('[CELL7] consensus is made of what is shown: exact groups, bounds, and the rest as one', () => {
  const rules = (withheld: readonly string[], respondents: Readonly<Record<string, number>>) => ({
    ...smallWorkshop,
    withheld: new Set(withheld),
    respondents,
  });
  const byGroup = {
    heads: { agree: 1, disagree: 1, pass: 0 },
    communities: { agree: 5, disagree: 3, pass: 1 },
    civil: { agree: 1, disagree: 0, pass: 1 },
  };
  const total = { agree: 7, disagree: 4, pass: 2 };
  const small = publishedAgreement(total, byGroup, rules(['heads', 'civil'], { heads: 2, communities: 9, civil: 2 }));
  expect(small).toEqual({
    byGroup: { communities: byGroup.communities },
    parts: [byGroup.communities, { agree: 2, disagree: 0, pass: 2 }],
  });

  const alike = { ...byGroup, heads: { agree: 5, disagree: 0, pass: 0 }, civil: { agree: 1, disagree: 2, pass: 1 } };
  const bound = publishedAgreement(
    { agree: 11, disagree: 5, pass: 2 },
    alike,
    rules([], { heads: 5, communities: 9, civil: 4 }),
  );
  expect(bound).toEqual({
    byGroup: { communities: byGroup.communities },
    nearlyAll: { heads: { point: 0, atLeast: 4, of: 5 } },
    parts: [byGroup.communities, { agree: 4, disagree: 0, pass: 1 }, { agree: 2, disagree: 0, pass: 2 }],
  });
});
