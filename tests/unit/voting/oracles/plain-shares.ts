// Equal Shares and Phragmén as their definitions read, for a handful of voters: every set of people who give all they have is
// tried, and money grows by the clock. Slow, and nothing like the code under test but for exact fractions.
import {
  add,
  compare,
  divide,
  type Fraction,
  multiply,
  ONE,
  subtract,
  ZERO,
} from '../../../../server/engine/voting/fraction';

const sum = (values: readonly Fraction[]): Fraction => values.reduce(add, ZERO);
const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);

export type PlainGood = {
  readonly cost: Fraction;
  /** What it is worth to each voter; 0 for those who do not want it. */
  readonly worth: readonly Fraction[];
};

/**
 * The least q with Σ_v min(money_v, q·worth_v) = cost, found by definition: whatever set of supporters is broke at q, the others
 * pay q each by worth; a q that the equation confirms is a price. Undefined where all together have too little.
 */
export function plainPrice({ cost, worth }: PlainGood, money: readonly Fraction[]): Fraction | undefined {
  const supporters = worth.flatMap(({ n }, voter) => (n > 0n ? [voter] : []));
  let best: Fraction | undefined;
  // Nobody pays for what is free; a set of all leaves nobody whose q could be asked.
  for (let broke = 0; broke < 2 ** supporters.length - 1; broke += 1) {
    const gives = (voter: number) => (broke & (1 << supporters.indexOf(voter))) !== 0;
    const given = sum(supporters.filter(gives).map((voter) => money[voter]!));
    const q = divide(
      subtract(cost, given),
      sum(supporters.filter((voter) => !gives(voter)).map((voter) => worth[voter]!)),
    );
    if (q.n < 0n) continue;
    const paid = sum(supporters.map((voter) => least(money[voter]!, multiply(q, worth[voter]!))));
    if (compare(paid, cost) === 0 && (best === undefined || compare(q, best) < 0)) best = q;
  }
  return best;
}

export type PlainStep = { readonly add: number; readonly price: Fraction; readonly tied: readonly number[] };

/** The cheapest of `left` by `price`, with all that cost the same; the smallest number of them is taken. */
function cheapest(left: readonly number[], price: (one: number) => Fraction | undefined): PlainStep | undefined {
  const priced = left.flatMap((one) => {
    const q = price(one);
    return q === undefined ? [] : [{ one, q }];
  });
  const [first, ...rest] = priced;
  if (first === undefined) return undefined;
  const q = rest.reduce((best, other) => least(best, other.q), first.q);
  const tied = priced.filter((other) => compare(other.q, q) === 0).map(({ one }) => one);
  return { add: Math.min(...tied), price: q, tied };
}

/** Buys until nobody can pay or `places` are filled; with what everybody has left. */
export function plainShares(goods: readonly PlainGood[], purses: readonly Fraction[], places = goods.length) {
  const steps: PlainStep[] = [];
  let money = purses;
  for (;;) {
    const left = goods.flatMap((_, one) => (steps.some((step) => step.add === one) ? [] : [one]));
    const step = steps.length < places ? cheapest(left, (one) => plainPrice(goods[one]!, money)) : undefined;
    if (step === undefined) return { steps, money };
    const { worth } = goods[step.add]!;
    money = money.map((has, voter) => subtract(has, least(has, multiply(step.price, worth[voter]!))));
    steps.push(step);
  }
}

/**
 * Phragmén's rule as money that everybody earns at one rate from time 0: whoever's supporters first hold 1 together is bought by
 * them, who then hold nothing. `purses`: what each brings along. The price is the time: the load of those who have just paid.
 */
export function plainPhragmen(
  ballots: readonly (readonly number[])[],
  {
    candidates,
    places,
    purses = ballots.map(() => ZERO),
    taken = [],
  }: {
    readonly candidates: number;
    readonly places: number;
    readonly purses?: readonly Fraction[];
    readonly taken?: readonly number[];
  },
): readonly PlainStep[] {
  const steps: PlainStep[] = [];
  /** When each last held nothing: those who bring money have earned since before time 0. */
  let since = purses.map((purse) => subtract(ZERO, purse));
  while (steps.length < places) {
    const left = Array.from({ length: candidates }, (_, one) => one).filter(
      (one) => !taken.includes(one) && !steps.some((step) => step.add === one),
    );
    const step = cheapest(left, (one) => {
      const group = ballots.flatMap((ballot, voter) => (ballot.includes(one) ? [voter] : []));
      if (group.length === 0) return undefined;
      // n·t − Σ since = 1.
      return divide(add(ONE, sum(group.map((voter) => since[voter]!))), { n: BigInt(group.length), d: 1n });
    });
    if (step === undefined) break;
    since = since.map((before, voter) => (ballots[voter]!.includes(step.add) ? step.price : before));
    steps.push(step);
  }
  return steps;
}
