import fc from 'fast-check';
import type { Answer } from '../../../server/engine/commands';
import { countMargins } from '../../../server/engine/voting/measures/pairwise';
import { agreement } from '../../../server/engine/voting/methods/agreement';
import { approval } from '../../../server/engine/voting/methods/approval';
import type { DotsBallot, DotsTally } from '../../../server/engine/voting/methods/dots';
import { dots } from '../../../server/engine/voting/methods/dots';
import type { BallotMethod, OptionRules, Turnout } from '../../../server/engine/voting/methods/method';
import { ranking } from '../../../server/engine/voting/methods/ranking';
import { score } from '../../../server/engine/voting/methods/score';

const options = ['b', 'a', 'c', 'd'];
const some = fc.shuffledSubarray(options, { maxLength: 3 });

/** Random people cast, change and withdraw; afterwards the tally must be that of the ballots that stand. */
function incrementalEqualsRecount<Rules extends OptionRules, Ballot, Tally extends Turnout>(
  method: BallotMethod<Rules, Ballot, Tally>,
  rules: Rules,
  ballots: fc.Arbitrary<Ballot>,
): void {
  const acts = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.option(ballots, { nil: undefined })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(acts, (all) => {
      const standing = new Map<number, Ballot>();
      const groupOf = (person: number) => ['heads', 'women', 'youth'][person % 3]!;
      let tally = method.emptyTally(rules);
      for (const [person, wished] of all) {
        const checked = wished === undefined ? undefined : method.check(wished, rules);
        if (checked !== undefined && typeof checked === 'object' && checked !== null && 'rejected' in checked)
          throw new Error(`refused ${JSON.stringify(checked)}`);
        const after = checked === undefined || method.isEmpty(checked as Ballot) ? undefined : (checked as Ballot);
        tally = method.replace(tally, rules, groupOf(person), standing.get(person), after);
        if (after === undefined) standing.delete(person);
        else standing.set(person, after);
      }
      let recount = method.emptyTally(rules);
      for (const [person, ballot] of standing)
        recount = method.replace(recount, rules, groupOf(person), undefined, ballot);
      expect(withoutZeros(tally)).toEqual(withoutZeros(recount));
      expect(tally.ballots).toBe(standing.size);
    }),
  );
}

/** A group whose people all withdrew has zeros where a recount has nothing: the same figures. */
function withoutZeros(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((item) => isZero(item)) ? undefined : value.map((item) => withoutZeros(item));
  if (typeof value !== 'object' || value === null) return value === 0 ? undefined : value;
  const left = Object.entries(value).map(([key, item]) => [key, withoutZeros(item)]);
  return Object.fromEntries(left.filter(([, item]) => item !== undefined && !isZero(item)));
}

function isZero(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isZero);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isZero);
  return value === 0 || value === undefined;
}

describe('dots', () => {
  const rules = { options, budget: 5, cap: 3 };
  const ballots = some.chain((named) =>
    fc.tuple(
      ...named.map((option) => fc.record({ option: fc.constant(option), dots: fc.integer({ min: 0, max: 1 }) })),
    ),
  );

  test('[BAL1] the tally equals a recount, in all and by group', () => {
    incrementalEqualsRecount<typeof rules, DotsBallot, DotsTally>(dots, rules, ballots);
  });

  test('[BAL2] a ballot has one canonical form, or a reason why it cannot stand', () => {
    const row = (option: string, given: number) => ({ option, dots: given });
    expect(dots.check([row('c', 2), row('b', 0), row('a', 3)], rules)).toEqual([row('a', 3), row('c', 2)]);
    expect(dots.check([row('a', 4)], rules)).toEqual({ rejected: 'over_cap', params: { cap: 3 } });
    expect(dots.check([row('a', 3), row('b', 3)], rules)).toEqual({ rejected: 'no_dots_left', params: { budget: 5 } });
    for (const bad of [-1, 0.5, Number.NaN])
      expect(dots.check([row('a', bad)], rules)).toEqual({ rejected: 'bad_dots' });
    expect(dots.check([row('x', 1)], rules)).toEqual({ rejected: 'unknown_option' });
    expect(dots.check([row('a', 1), row('a', 1)], rules)).toEqual({ rejected: 'duplicate_option' });
  });
});

describe('approval', () => {
  const rules = { options, max: 3 };

  test('[BAL1] the tally equals a recount, in all and by group', () => {
    incrementalEqualsRecount(approval, rules, some);
  });

  test('[BAL2] a ballot has one canonical form, or a reason why it cannot stand', () => {
    expect(approval.check(['c', 'a'], rules)).toEqual(['a', 'c']);
    expect(approval.check(['c', 'x'], rules)).toEqual({ rejected: 'unknown_option' });
    expect(approval.check(['c', 'c'], rules)).toEqual({ rejected: 'duplicate_option' });
    expect(approval.check(options, rules)).toEqual({ rejected: 'too_many_choices', params: { max: 3 } });
    expect(approval.isEmpty([])).toBe(true);
  });
});

describe('agreement', () => {
  const answers = fc.constantFrom<Answer>('agree', 'disagree', 'pass');
  const ballots = fc
    .tuple(some, fc.infiniteStream(answers))
    .map(([named, stream]) => named.map((option) => ({ option, answer: stream.next().value as Answer })));

  test('[BAL1] the tally equals a recount, in all and by group', () => {
    incrementalEqualsRecount(agreement, { options }, ballots);
  });

  test('[BAL2] a ballot has one canonical form, or a reason why it cannot stand', () => {
    const extra = { option: 'c', answer: 'pass' as const, note: 'dropped' };
    expect(agreement.check([extra, { option: 'a', answer: 'agree' }], { options })).toEqual([
      { option: 'a', answer: 'agree' },
      { option: 'c', answer: 'pass' },
    ]);
    expect(agreement.check([{ option: 'a', answer: 'maybe' as Answer }], { options })).toEqual({
      rejected: 'bad_answer',
    });
    expect(agreement.check([extra, extra], { options })).toEqual({ rejected: 'duplicate_option' });
    expect(agreement.check([{ option: 'x', answer: 'pass' }], { options })).toEqual({ rejected: 'unknown_option' });
  });
});

describe('score', () => {
  const rules = { options, criteria: ['importance', 'feasibility'], scale: 5 };
  const ballots = fc.uniqueArray(
    fc.record({
      option: fc.constantFrom(...options),
      criterion: fc.constantFrom(...rules.criteria),
      score: fc.integer({ min: 1, max: 5 }),
    }),
    { selector: ({ option, criterion }) => `${option} ${criterion}` },
  );

  test('[BAL1] the tally equals a recount, in all and by group', () => {
    incrementalEqualsRecount(score, rules, ballots);
  });

  test('[BAL2] a ballot has one canonical form, or a reason why it cannot stand', () => {
    const row = { option: 'a', criterion: 'importance', score: 4 };
    expect(score.check([row, { ...row, criterion: 'feasibility' }], rules)).toEqual([
      { ...row, criterion: 'feasibility' },
      row,
    ]);
    for (const bad of [0, 6, 2.5, Number.NaN])
      expect(score.check([{ ...row, score: bad }], rules)).toEqual({ rejected: 'bad_answer', params: { max: 5 } });
    expect(score.check([{ ...row, criterion: 'cost' }], rules)).toEqual({ rejected: 'unknown_criterion' });
    expect(score.check([{ ...row, option: 'x' }], rules)).toEqual({ rejected: 'unknown_option' });
    expect(score.check([row, { ...row, score: 1 }], rules)).toEqual({ rejected: 'duplicate_option' });
  });
});

describe('ranking', () => {
  const rules = { options, top: 3 };
  const ballots = fc
    .tuple(some, fc.integer({ min: 0, max: 3 }))
    .map(([named, cut]) => [named.slice(0, cut), ...named.slice(cut).map((option) => [option])]);

  test('[BAL1] the tally equals a recount, in all and by group', () => {
    incrementalEqualsRecount(ranking, rules, ballots);
  });

  test('[BAL1] its margins are those of the ballots written out', () => {
    const tally = ranking.replace(ranking.emptyTally(rules), rules, 'women', undefined, [['a', 'c'], ['b']]);
    expect(tally.margins).toEqual(countMargins(4, [[1, [[1, 2], [0], [3]]]]));
    expect(tally.named).toEqual([1, 1, 1, 0]);
    expect(tally.byGroup).toEqual({ women: { margins: tally.margins, named: tally.named } });
  });

  test('[BAL2] a ballot has one canonical form, or a reason why it cannot stand', () => {
    expect(ranking.check([['c', 'a'], [], ['b']], rules)).toEqual([['a', 'c'], ['b']]);
    expect(ranking.check([['a'], ['a']], rules)).toEqual({ rejected: 'duplicate_option' });
    expect(ranking.check([['x']], rules)).toEqual({ rejected: 'unknown_option' });
    expect(ranking.check([['a', 'b'], ['c'], ['d']], rules)).toEqual({
      rejected: 'too_many_choices',
      params: { max: 3 },
    });
    expect(ranking.isEmpty([[], []])).toBe(true);
  });
});
