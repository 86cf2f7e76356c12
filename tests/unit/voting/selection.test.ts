import fc from 'fast-check';
import type { Fraction } from '../../../server/engine/voting/fraction';
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  ONE,
  subtract,
  toText,
  ZERO,
} from '../../../server/engine/voting/fraction';
import type { ApprovalElection } from '../../../server/engine/voting/selecting/election';
import { prepare } from '../../../server/engine/voting/selecting/election';
import { createEqualShares, equalShares } from '../../../server/engine/voting/selecting/equal-shares';
import { mostApproved, mostSatisfying, selectHighest } from '../../../server/engine/voting/selecting/most-supported';
import { createPhragmen, sequentialPhragmen } from '../../../server/engine/voting/selecting/phragmen';
import { compareSelections, reasons } from '../../../server/engine/voting/selecting/reasons';
import { everyOutcome } from '../../../server/engine/voting/selecting/stage';
import { tieOrder } from '../../../server/engine/voting/selecting/ties';

const RULES = {
  mostApproved,
  mostSatisfying,
  sequentialPhragmen,
  equalShares: (e: ApprovalElection) => equalShares(e),
};

const elections: fc.Arbitrary<ApprovalElection> = fc.integer({ min: 1, max: 6 }).chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    seats: fc.integer({ min: 1, max: candidates }),
    ballots: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: candidates - 1 })), { minLength: 1, maxLength: 9 }),
  }),
);
const weight = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).map(([n, d]) => fraction(n, d));
const weightedElections = elections.chain((election) =>
  fc
    .array(weight, { minLength: election.ballots.length, maxLength: election.ballots.length })
    .map((weights) => ({ ...election, weights })),
);

function repeat(ballot: readonly number[], times: number): readonly (readonly number[])[] {
  return Array.from({ length: times }, () => ballot);
}

describe('by hand', () => {
  const blocs: ApprovalElection = {
    candidates: 10,
    seats: 5,
    ballots: [...repeat([0, 1, 2, 3, 4], 6), ...repeat([5, 6, 7, 8, 9], 4)],
  };

  test('[SEL1] most supported gives every place to the larger bloc, fair share gives two of five to 4 people of 10', () => {
    expect(mostApproved(blocs).committee).toEqual([0, 1, 2, 3, 4]);
    const fair = equalShares(blocs);
    expect(fair.committee).toEqual([0, 1, 2, 5, 6]);
    expect(fair.trace.map(({ price }) => toText(price!))).toEqual(['1/6', '1/6', '1/6', '1/4', '1/4']);
    expect(compareSelections(mostApproved(blocs), fair)).toEqual({
      both: [0, 1, 2],
      onlyFirst: [3, 4],
      onlySecond: [5, 6],
    });
  });

  test('[SEL1] sequential Phragmén divides places among parties as D’Hondt does: 53, 24, 23 people and 7 places give 4, 2, 1', () => {
    const lists = [0, 1, 2].map((party) => Array.from({ length: 7 }, (_, at) => 7 * party + at));
    const ballots = [...repeat(lists[0]!, 53), ...repeat(lists[1]!, 24), ...repeat(lists[2]!, 23)];
    const { committee } = sequentialPhragmen({ candidates: 21, seats: 7, ballots });
    expect([0, 1, 2].map((party) => committee.filter((c) => Math.floor(c / 7) === party).length)).toEqual([4, 2, 1]);
  });

  test('[SEL5] a reason counts the people who pay and their groups', () => {
    const groupOfVoter = ['a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'c', 'd'];
    const [first] = reasons(equalShares(blocs), groupOfVoter);
    expect(first).toMatchObject({ add: 0, place: 1, people: 6, groups: 3, peopleByGroup: { a: 2, b: 3, c: 1 } });
    expect(first!.tiedWith).toEqual([1, 2, 3, 4]);
  });

  test('[SEL4] the candidates equal at the last place are named, a clear cut names nobody', () => {
    expect(
      selectHighest(
        [5, 3, 3, 3, 1].map((n) => fraction(n)),
        3,
      ).tiedAtCut,
    ).toEqual([1, 2, 3]);
    expect(
      selectHighest(
        [5, 3, 3, 2].map((n) => fraction(n)),
        3,
      ).tiedAtCut,
    ).toEqual([]);
  });

  test('[SEL4] equals go by supporters, then consensus, then the earlier item', () => {
    const keys = { supporters: [1, 2, 2, 2], consensus: [ONE, fraction(1, 3), fraction(1, 2), fraction(1, 3)] };
    expect(tieOrder(keys)).toEqual([2, 1, 3, 0]);
    const equal = [ONE, ONE, ONE, ONE];
    expect(selectHighest(equal, 2, [], tieOrder(keys)).order).toEqual([2, 1]);
  });

  test('[SEL2] what nobody approves is taken only when nothing else is left, and has no price', () => {
    for (const rule of [sequentialPhragmen, equalShares]) {
      const { order, trace, tiedAtCut } = rule({ candidates: 4, seats: 3, ballots: [[2], [3], [2]] });
      expect(order).toEqual([2, 3, 0]);
      expect(trace[2]).toEqual({ add: 0, tied: [0, 1], phase: 'unsupported', payers: [] });
      expect(tiedAtCut).toEqual([0, 1]);
    }
  });

  test('[SEL1] an election nobody voted in still has an answer, of unsupported candidates', () => {
    for (const rule of Object.values(RULES))
      expect(rule({ candidates: 3, seats: 2, ballots: [] }).committee).toEqual([0, 1]);
  });

  test('[SEL1] what no caller may pass throws instead of electing something else', () => {
    expect(() => mostApproved({ candidates: 2, seats: 3, ballots: [] })).toThrow(RangeError);
    expect(() => mostApproved({ candidates: 2, seats: 1, ballots: [[2]] })).toThrow(RangeError);
    expect(() => equalShares({ candidates: 2, seats: 1, ballots: [[1]], weights: [fraction(-1)] })).toThrow(RangeError);
    expect(() => equalShares({ candidates: 2, seats: 1, ballots: [[1]], weights: [] })).toThrow(RangeError);
  });
});

describe.each(Object.entries(RULES))('%s', (_name, rule) => {
  test('[SEL6] who votes first changes nothing', () => {
    fc.assert(
      fc.property(weightedElections, fc.infiniteStream(fc.double({ noNaN: true })), (election, keys) => {
        const mixed = election.ballots
          .map((ballot, voter) => ({ ballot, weight: election.weights[voter]!, key: keys.next().value }))
          .sort((a, b) => a.key - b.key);
        const other = rule({
          ...election,
          ballots: mixed.map(({ ballot }) => [...ballot].reverse()),
          weights: mixed.map((voter) => voter.weight),
        });
        const strip = ({ trace }: typeof other) =>
          trace.map(({ add, price, tied }) => [add, price && toText(price), tied]);
        expect(strip(other)).toEqual(strip(rule(election)));
      }),
    );
  });

  test('[SEL6] weights all multiplied by one number elect the same', () => {
    fc.assert(
      fc.property(weightedElections, weight, (election, factor) => {
        const scaled = { ...election, weights: election.weights.map((one) => multiply(one, factor)) };
        expect(rule(scaled).order).toEqual(rule(election).order);
      }),
    );
  });

  test('[SEL6] a whole weight is that many people with one ballot', () => {
    fc.assert(
      fc.property(elections, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (election, stream) => {
        const times = election.ballots.map(() => stream.next().value);
        fc.pre(times.some((count) => count > 0));
        const people = election.ballots.flatMap((ballot, voter) => repeat(ballot, times[voter]!));
        const alone = rule({ ...election, weights: times.map((count) => fraction(count)) });
        const together = rule({ ...election, ballots: people });
        expect(alone.order).toEqual(together.order);
        expect(alone.trace.map(({ price }) => price)).toEqual(together.trace.map(({ price }) => price));
      }),
    );
  });

  test('[SEL1] fills every place, each step by a tied candidate', () => {
    fc.assert(
      fc.property(elections, (election) => {
        const { order, trace, committee } = rule(election);
        expect(new Set(order).size).toBe(election.seats);
        expect(committee).toEqual([...order].sort((a, b) => a - b));
        for (const step of trace) expect(step.add).toBe(Math.min(...step.tied));
      }),
    );
  });
});

test('[SEL7] Phragmén’s list for one place more extends the list', () => {
  fc.assert(
    fc.property(weightedElections, (election) => {
      const whole = sequentialPhragmen({ ...election, seats: election.candidates }).order;
      expect(sequentialPhragmen(election).order).toEqual(whole.slice(0, election.seats));
    }),
  );
});

test('[SEL8] Equal Shares leaves no cohesive group without its share (EJR)', () => {
  fc.assert(
    fc.property(elections, fc.constantFrom('none' as const, 'phragmen' as const), (election, completion) => {
      const { candidates, seats, ballots } = election;
      const elected = new Set(equalShares(election, completion).committee);
      for (let set = 1; set < 1 << candidates; set++) {
        const wanted = Array.from({ length: candidates }, (_, c) => c).filter((c) => set & (1 << c));
        if (wanted.length > seats) continue;
        // All who want these ℓ candidates and have fewer than ℓ of what they approve: too few to deserve ℓ places.
        const poor = ballots.filter(
          (ballot) =>
            wanted.every((candidate) => ballot.includes(candidate)) &&
            ballot.filter((candidate) => elected.has(candidate)).length < wanted.length,
        );
        expect(poor.length * seats).toBeLessThan(Math.max(1, wanted.length * ballots.length));
      }
    }),
    { numRuns: 500 },
  );
});

test('[SEL8] whatever is bought costs the voters exactly one place', () => {
  fc.assert(
    fc.property(weightedElections, (election) => {
      const stage = createEqualShares(election, 'none');
      const total = () => stage.money().reduce(add, ZERO);
      expect(total()).toEqual(fraction(election.seats));
      for (let offer = stage.cheapest(); offer !== undefined; offer = stage.cheapest()) {
        const before = total();
        stage.take(offer.tied.at(-1)!);
        expect(subtract(before, total())).toEqual(ONE);
        for (const money of stage.money()) expect(money.n >= 0n).toBe(true);
      }
    }),
  );
});

test('[SEL4] whatever the tie order, the committee is one that following every tie finds', () => {
  const withOrder = elections.chain((election) =>
    fc
      .shuffledSubarray(
        Array.from({ length: election.candidates }, (_, c) => c),
        { minLength: election.candidates },
      )
      .map((order) => ({ ...election, tieOrder: order })),
  );
  fc.assert(
    fc.property(withOrder, (election) => {
      const outcomes = everyOutcome(createEqualShares(election), election.seats);
      if (outcomes !== undefined) expect(outcomes).toContainEqual(equalShares(election).committee);
      const lists = everyOutcome(createPhragmen(prepare(election)), election.seats);
      if (lists !== undefined) expect(lists).toContainEqual(sequentialPhragmen(election).committee);
    }),
  );
});

/** The formulas as they stand in the literature, one fraction at a time: slow, and nothing like the code under test. */
function plainRun(
  election: Required<Pick<ApprovalElection, 'weights'>> & ApprovalElection,
): readonly [number, string][] {
  const { candidates, seats, ballots, weights } = election;
  const total = weights.reduce(add, ZERO);
  let money = weights.map((one) => divide(multiply(one, fraction(seats)), total));
  const left = new Set(Array.from({ length: candidates }, (_, c) => c));
  const supporters = (c: number) => ballots.flatMap((ballot, voter) => (ballot.includes(c) ? [voter] : []));
  const steps: [number, string][] = [];
  const least = (price: (c: number) => Fraction | undefined): readonly [number, Fraction] | undefined => {
    let best: readonly [number, Fraction] | undefined;
    for (const c of left) {
      const q = price(c);
      if (q !== undefined && (best === undefined || compare(q, best[1]) < 0)) best = [c, q];
    }
    return best;
  };
  const sum = (values: readonly Fraction[]) => values.reduce(add, ZERO);
  const smaller = (a: Fraction, b: Fraction) => (compare(a, b) < 0 ? a : b);
  for (;;) {
    const found = least((c) => {
      const group = supporters(c).sort((v, w) =>
        compare(divide(money[v]!, weights[v]!), divide(money[w]!, weights[w]!)),
      );
      // The poorest `poor` give everything, the others share what is missing by weight.
      for (let poor = 0; poor < group.length; poor++) {
        const given = sum(group.slice(0, poor).map((v) => money[v]!));
        const q = divide(subtract(ONE, given), sum(group.slice(poor).map((v) => weights[v]!)));
        if (compare(multiply(q, weights[group[poor]!]!), money[group[poor]!]!) <= 0) return q;
      }
      return undefined;
    });
    if (found === undefined || steps.length === seats) break;
    const [c, q] = found;
    money = money.map((has, v) =>
      ballots[v]!.includes(c) ? subtract(has, smaller(has, multiply(q, weights[v]!))) : has,
    );
    left.delete(c);
    steps.push([c, toText(q)]);
  }
  let loads = money.map((has, v) => divide(subtract(ZERO, has), weights[v]!));
  while (steps.length < seats) {
    const found = least((c) => {
      const group = supporters(c);
      if (group.length === 0) return undefined;
      return divide(
        add(ONE, sum(group.map((v) => multiply(weights[v]!, loads[v]!)))),
        sum(group.map((v) => weights[v]!)),
      );
    });
    if (found === undefined) break;
    const [c, s] = found;
    loads = loads.map((load, v) => (ballots[v]!.includes(c) ? s : load));
    left.delete(c);
    steps.push([c, toText(s)]);
  }
  return steps;
}

test('[SEL3] Equal Shares with weights follows the formulas step by step, price by price', () => {
  fc.assert(
    fc.property(weightedElections, (election) => {
      const found = equalShares(election).trace.filter(({ price }) => price !== undefined);
      expect(found.map(({ add: chosen, price }) => [chosen, toText(price!)])).toEqual(plainRun(election));
    }),
    { numRuns: 300 },
  );
});
