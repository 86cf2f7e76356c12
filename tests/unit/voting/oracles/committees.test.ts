// Choosing k of m from approvals, against the definitions tried out on small elections and against printed examples.
import fc from 'fast-check';
import { add, compare, type Fraction, fraction, ONE, toText, ZERO } from '../../../../server/engine/voting/fraction';
import type { ApprovalElection, Selection } from '../../../../server/engine/voting/selecting/election';
import { createEqualShares, equalShares } from '../../../../server/engine/voting/selecting/equal-shares';
import { mostApproved, mostSatisfying } from '../../../../server/engine/voting/selecting/most-supported';
import { sequentialPhragmen } from '../../../../server/engine/voting/selecting/phragmen';
import { runStages } from '../../../../server/engine/voting/selecting/stage';
import { type PlainStep, plainPhragmen, plainShares } from './plain-shares';

const elections: fc.Arbitrary<ApprovalElection> = fc.integer({ min: 1, max: 5 }).chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    seats: fc.integer({ min: 1, max: candidates }),
    ballots: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: candidates - 1 })), { minLength: 1, maxLength: 6 }),
  }),
);
const priced = ({ trace }: Selection) =>
  trace.flatMap(({ add: chosen, price, tied }) => (price === undefined ? [] : [[chosen, toText(price), tied]]));
const plain = (steps: readonly PlainStep[]) =>
  steps.map(({ add: chosen, price, tied }) => [chosen, toText(price), tied]);

/** Everything `size` large out of 0 … n−1, in the order of a dictionary. */
function setsOf(size: number, n: number): readonly (readonly number[])[] {
  const sets = Array.from({ length: 2 ** n }, (_, bits) =>
    Array.from({ length: n }, (_one, c) => c).filter((c) => bits & (1 << c)),
  );
  const inOrder = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((one, place) => one !== b[place]);
    return at < 0 ? 0 : a[at]! - b[at]!;
  };
  return sets.filter(({ length }) => length === size).sort(inOrder);
}

test.each([
  ['approval voting', mostApproved, (_ballot: readonly number[]) => ONE],
  ['satisfaction approval voting', mostSatisfying, (ballot: readonly number[]) => fraction(1, ballot.length)],
] as const)('[SEL1] %s elects the first of all committees with the highest sum of votes', (_name, rule, worth) => {
  fc.assert(
    fc.property(elections, (election) => {
      const { candidates, seats, ballots } = election;
      const sumOf = (committee: readonly number[]): Fraction =>
        ballots
          .flatMap((ballot) => ballot.filter((one) => committee.includes(one)).map(() => worth(ballot)))
          .reduce(add, ZERO);
      const best = setsOf(seats, candidates).reduce((a, b) => (compare(sumOf(b), sumOf(a)) > 0 ? b : a));
      expect(rule(election).committee).toEqual(best);
    }),
  );
});

test('[SEL1] [SEL3] sequential Phragmén is money that grows with time: same steps, times and ties', () => {
  fc.assert(
    fc.property(elections, (election) => {
      const { candidates, seats, ballots } = election;
      expect(priced(sequentialPhragmen(election))).toEqual(
        plain(plainPhragmen(ballots, { candidates, places: seats })),
      );
    }),
  );
});

test('[SEL1] [SEL3] Equal Shares by its definition: same purchases, prices, ties and money left, then Phragmén from there', () => {
  fc.assert(
    fc.property(elections, (election) => {
      const { candidates, seats, ballots } = election;
      const goods = Array.from({ length: candidates }, (_, one) => ({
        cost: ONE,
        worth: ballots.map((ballot) => (ballot.includes(one) ? ONE : ZERO)),
      }));
      const { steps, money } = plainShares(
        goods,
        ballots.map(() => fraction(seats, ballots.length)),
        seats,
      );
      const stage = createEqualShares(election, 'none');
      expect(priced(runStages(stage, election))).toEqual(plain(steps));
      expect(stage.money().map(toText)).toEqual(money.map(toText));
      const taken = steps.map((step) => step.add);
      const rest = plainPhragmen(ballots, { candidates, places: seats - steps.length, purses: money, taken });
      expect(priced(equalShares(election))).toEqual(plain([...steps, ...rest]));
    }),
  );
});

/** "ab" as 0 and 1. */
const approves = (...ballots: readonly string[]) =>
  ballots.map((letters) => [...letters].map((letter) => letter.charCodeAt(0) - 97));
const elected = ({ committee }: Selection): string => committee.map((one) => String.fromCharCode(97 + one)).join('');

describe('printed examples', () => {
  // Lackner & Skowron, Multi-Winner Voting with Approval Preferences (Springer 2023, arXiv:2007.01795), Example 2.1.
  const running: ApprovalElection = {
    candidates: 8,
    seats: 4,
    ballots: approves('ab', 'ab', 'ab', 'ac', 'ac', 'ac', 'ad', 'ad', 'bcf', 'e', 'f', 'g'),
  };

  test('[SEL1] sequential Phragmén on the running example elects a, b, c and d', () => {
    const selection = sequentialPhragmen(running);
    expect(elected(selection)).toBe('abcd');
    // By hand: eight people share a; b is then cheaper than c by nothing, and so on.
    expect(selection.trace[0]).toMatchObject({ add: 0, price: fraction(1, 8), tied: [0] });
  });

  // The same book, Example 2.12: where Equal Shares and sequential Phragmén part.
  const parting: ApprovalElection = {
    candidates: 4,
    seats: 3,
    ballots: approves('cd', 'cd', 'cd', 'ab', 'ab', 'ac', 'ac', 'bd'),
  };

  test('[SEL1] [SEL3] Equal Shares and Phragmén elect a, c, d and b, c, d of the same votes', () => {
    const shares = equalShares(parting);
    expect(elected(shares)).toBe('acd');
    // By hand: five share c; then two of a's four have 7/40 left and the two others pay 13/40.
    expect(shares.trace.slice(0, 2).map(({ add: chosen, price }) => [chosen, toText(price!)])).toEqual([
      [2, '1/5'],
      [0, '13/40'],
    ]);
    expect(elected(sequentialPhragmen(parting))).toBe('bcd');
  });

  test('[SEL1] of 51 and 49 people with a list of ten each the fair share is five and five', () => {
    // The motivation that the Method of Equal Shares is introduced with (Peters & Skowron 2020; Electowiki).
    const lists = ['abcdefghij', 'klmnopqrst'];
    const ballots = approves(...Array.from({ length: 100 }, (_, voter) => lists[voter < 51 ? 0 : 1]!));
    const election = { candidates: 20, seats: 10, ballots };
    expect(elected(mostApproved(election))).toBe('abcdefghij');
    expect(elected(equalShares(election))).toBe('abcdeklmno');
  });
});
