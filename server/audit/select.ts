// What a vote selects, worked out again from raw ballots the slow and obvious way (docs/method.md): most supported, fair share
// (Equal Shares, then sequential Phragmén), Borda, Schulze and median. Shares no code with the engine.
import type { RawBallot } from './count-ballots';
import { minus, order, over, plus, type Rational, rational, sum, times } from './rational';

export type RawVote = {
  /** Of the first fact. By the first rules every place was filled, and all options stood in one field. */
  readonly rules: number;
  readonly method: string;
  readonly rule: string;
  readonly places: number;
  readonly weights: string;
  /** `theme`: places are of each theme. */
  readonly per: string;
  /** In the order of the ballot. */
  readonly options: readonly string[];
  /** By option. */
  readonly themes: Readonly<Record<string, string>>;
  /** Of scores; the first decides. */
  readonly criterion?: string;
  /** Scores: whose points on an option are shown, where they are not those of `ballots`. */
  readonly pointsShown?: (option: string) => readonly RawBallot[];
  readonly ballots: readonly RawBallot[];
};

type Row = Readonly<Record<string, unknown>>;
type Voter = { readonly weight: Rational; readonly data: Row };

/**
 * The selected options in order. Undefined for agreement: its consensus is made of figures after small cells were taken out,
 * which this file knows nothing of.
 */
export function selectAgain(vote: RawVote): readonly string[] | undefined {
  const order = orderAgain(vote);
  if (order === undefined) return undefined;
  const wanted = vote.rules === 1 ? order : order.filter((option) => backersOf(vote, option) > 0);
  const fields = vote.per === 'theme' ? [...new Set(vote.options.map((option) => vote.themes[option]))] : [undefined];
  return fields.flatMap((theme) => {
    const field = wanted.filter((option) => theme === undefined || vote.themes[option] === theme);
    if (vote.rule !== 'fair_share') return field.slice(0, vote.places);
    const options = vote.options.filter((option) => field.includes(option));
    return fairShare(options, weighted(vote), Math.min(vote.places, options.length));
  });
}

/** All options, best first. Fair share has no order of its own: its options are in that of the ballot. */
function orderAgain(vote: RawVote): readonly string[] | undefined {
  const voters = weighted(vote);
  switch (vote.method) {
    case 'dots':
    case 'approval':
      return vote.rule === 'fair_share'
        ? vote.options
        : inOrder(vote.options, voters, (option) => sum(voters.map((voter) => given(voter, option))));
    case 'ranking': {
      const margin = margins(vote.options, voters);
      return vote.rule === 'borda'
        ? inOrder(vote.options, voters, (a) => sum(vote.options.map((b) => margin(a, b))))
        : schulzeOrder(vote.options, voters, margin);
    }
    case 'score':
      return byMedian(vote);
    default:
      return undefined;
  }
}

/** How many people are for an option: nothing nobody is for is selected. */
function backersOf(vote: RawVote, option: string): number {
  if (vote.method !== 'score') return supporters(weighted(vote), option).length;
  return pointsOf(vote, option).filter(({ score }) => score > 1).length;
}

/** Everybody 1; or each group that voted the same, so that all weights together are the number of voters. */
function weighted({ ballots, weights }: RawVote, some: readonly RawBallot[] = ballots): readonly Voter[] {
  const size = new Map<string, number>();
  for (const { group } of ballots) size.set(group, (size.get(group) ?? 0) + 1);
  const weightOf = (group: string): Rational => {
    if (weights !== 'group') return rational(1);
    const people = size.get(group);
    return people === undefined ? rational(0) : rational(ballots.length, size.size * people);
  };
  return some.map(({ group, data }) => ({ data, weight: weightOf(group) }));
}

function list<Item>(data: Row, field: string): readonly Item[] {
  const items = data[field];
  return Array.isArray(items) ? (items as Item[]) : [];
}

/** Weight × dots, or × 1 for an approval. */
function given({ weight, data }: Voter, option: string): Rational {
  const dots = list<{ option: string; dots: number }>(data, 'choices').find((one) => one.option === option)?.dots ?? 0;
  return times(weight, rational(dots + (list<string>(data, 'approved').includes(option) ? 1 : 0)));
}

/** Whoever did anything with the option: the tie convention prefers more of them, then the earlier option. */
function supporters(voters: readonly Voter[], option: string): readonly Voter[] {
  return voters.filter(
    ({ data }) =>
      list<string>(data, 'approved').includes(option) ||
      list<{ option: string; dots: number }>(data, 'choices').some((one) => one.option === option && one.dots > 0) ||
      list<string[]>(data, 'ranked').some((tier) => tier.includes(option)),
  );
}

function tieOrder(options: readonly string[], voters: readonly Voter[]): readonly string[] {
  return [...options].sort((a, b) => supporters(voters, b).length - supporters(voters, a).length);
}

/** Highest score first; Array.sort keeps the tie order among equals. */
function inOrder(
  options: readonly string[],
  voters: readonly Voter[],
  score: (option: string) => Rational,
): readonly string[] {
  const scores = new Map(options.map((option) => [option, score(option)]));
  return [...tieOrder(options, voters)].sort((a, b) => order(scores.get(b)!, scores.get(a)!));
}

/** The first of those with the least price; in tie order, so the first of equals is the one to take. */
function cheapest(candidates: readonly string[], price: (option: string) => Rational | undefined): string | undefined {
  let best: { readonly option: string; readonly price: Rational } | undefined;
  for (const option of candidates) {
    const own = price(option);
    if (own !== undefined && (best === undefined || order(own, best.price) < 0)) best = { option, price: own };
  }
  return best?.option;
}

function fairShare(options: readonly string[], voters: readonly Voter[], places: number): readonly string[] {
  const candidates = tieOrder(options, voters);
  const backers = new Map(options.map((option) => [option, supporters(voters, option)]));
  const whole = sum(voters.map(({ weight }) => weight));
  const money = new Map(voters.map((voter) => [voter, over(times(voter.weight, rational(places)), whole)]));
  const chosen: string[] = [];
  const left = () => candidates.filter((option) => !chosen.includes(option));

  /** The least q at which everybody paying q for each unit of weight, or all they have, pays 1 together. */
  const price = (option: string): Rational | undefined => {
    const all = [...(backers.get(option) ?? [])].sort((a, b) =>
      order(over(money.get(a)!, a.weight), over(money.get(b)!, b.weight)),
    );
    if (order(sum(all.map((voter) => money.get(voter)!)), rational(1)) < 0) return undefined;
    let poor = rational(0);
    for (const [at, voter] of all.entries()) {
      const rich = sum(all.slice(at).map(({ weight }) => weight));
      const q = over(minus(rational(1), poor), rich);
      if (order(times(q, voter.weight), money.get(voter)!) <= 0) return q;
      poor = plus(poor, money.get(voter)!);
    }
    return undefined;
  };
  while (chosen.length < places) {
    const next = cheapest(left(), price);
    if (next === undefined) break;
    const q = price(next)!;
    for (const voter of backers.get(next) ?? []) {
      const share = times(q, voter.weight);
      const purse = money.get(voter)!;
      money.set(voter, order(share, purse) < 0 ? minus(purse, share) : rational(0));
    }
    chosen.push(next);
  }

  // Sequential Phragmén goes on from what is left in the purses, as a load below nothing.
  const load = new Map(voters.map((voter) => [voter, minus(rational(0), over(money.get(voter)!, voter.weight))]));
  const loadAfter = (option: string): Rational | undefined => {
    const all = backers.get(option) ?? [];
    if (all.length === 0) return undefined;
    const carried = sum(all.map((voter) => times(voter.weight, load.get(voter)!)));
    return over(plus(rational(1), carried), sum(all.map(({ weight }) => weight)));
  };
  while (chosen.length < places) {
    const next = cheapest(left(), loadAfter) ?? left()[0];
    if (next === undefined) break;
    const after = loadAfter(next);
    if (after !== undefined) for (const voter of backers.get(next) ?? []) load.set(voter, after);
    chosen.push(next);
  }
  return chosen;
}

type Margin = (a: string, b: string) => Rational;

/** What a ballot does not name stands together below everything it names. */
function margins(options: readonly string[], voters: readonly Voter[]): Margin {
  const table = new Map<string, Rational>();
  for (const a of options) for (const b of options) table.set(`${a} ${b}`, rational(0));
  for (const { weight, data } of voters) {
    const tiers = list<string[]>(data, 'ranked');
    const place = (option: string): number => {
      const found = tiers.findIndex((tier) => tier.includes(option));
      return found < 0 ? tiers.length : found;
    };
    for (const a of options)
      for (const b of options) {
        const sign = Math.sign(place(b) - place(a));
        if (sign !== 0) table.set(`${a} ${b}`, plus(table.get(`${a} ${b}`)!, times(weight, rational(sign))));
      }
  }
  return (a, b) => table.get(`${a} ${b}`)!;
}

/** Strongest paths by margins (Schulze); undefeated first, then the undefeated of the rest. */
function schulzeOrder(options: readonly string[], voters: readonly Voter[], margin: Margin): readonly string[] {
  const zero = rational(0);
  const strength = new Map<string, Rational>();
  const of = (a: string, b: string) => strength.get(`${a} ${b}`) ?? zero;
  for (const a of options)
    for (const b of options) if (order(margin(a, b), zero) > 0) strength.set(`${a} ${b}`, margin(a, b));
  for (const through of options)
    for (const a of options)
      for (const b of options) {
        if (a === b || a === through || b === through) continue;
        const [first, second] = [of(a, through), of(through, b)];
        const path = order(first, second) < 0 ? first : second;
        if (order(path, of(a, b)) > 0) strength.set(`${a} ${b}`, path);
      }
  const beats = (a: string, b: string) => order(of(a, b), of(b, a)) > 0;
  const result: string[] = [];
  let left = tieOrder(options, voters);
  while (left.length > 0) {
    const from = left;
    const best = from.filter((option) => !from.some((other) => beats(other, option)));
    result.push(...best);
    left = from.filter((option) => !best.includes(option));
  }
  return result;
}

type Point = { readonly weight: Rational; readonly score: number };

function pointsOf(vote: RawVote, option: string): readonly Point[] {
  const { criterion } = vote;
  return weighted(vote, vote.pointsShown?.(option)).flatMap(({ weight, data }) =>
    list<{ option: string; criterion: string; score: number }>(data, 'scores')
      .filter((one) => one.option === option && one.criterion === criterion)
      .map(({ score }) => ({ weight, score })),
  );
}

/**
 * Lower median of the first criterion, then the share at 4 and 5, then more people above the lowest point (by the first rules:
 * more judges); what nobody judged comes last.
 */
function byMedian(vote: RawVote): readonly string[] {
  const keys = new Map(
    vote.options.map((option) => {
      const points = pointsOf(vote, option);
      const all = sum(points.map(({ weight }) => weight));
      const upTo = (point: number) => sum(points.filter(({ score }) => score <= point).map(({ weight }) => weight));
      const median = [1, 2, 3, 4, 5].find((point) => order(times(upTo(point), rational(2)), all) >= 0) ?? 0;
      const high = sum(points.filter(({ score }) => score >= 4).map(({ weight }) => weight));
      const backers = vote.rules === 1 ? points : points.filter(({ score }) => score > 1);
      return [
        option,
        { judges: points.length, backers: backers.length, median, high: points.length === 0 ? all : over(high, all) },
      ] as const;
    }),
  );
  return [...vote.options].sort((x, y) => {
    const [a, b] = [keys.get(x)!, keys.get(y)!];
    if (a.judges === 0 || b.judges === 0) return (a.judges === 0 ? 1 : 0) - (b.judges === 0 ? 1 : 0);
    return b.median - a.median || order(b.high, a.high) || b.backers - a.backers;
  });
}
