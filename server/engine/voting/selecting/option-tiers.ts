// Score, ranking and agreement: every option of a ballot box in order, best first; equals by the exact rule share a tier, and
// inside a tier the tie convention (methods A8) orders.

import { assertNever } from '../../assert-never';
import type { GroupId, PriorityId, RulesEdition, VoteRule } from '../../vocabulary';
import type { Fraction } from '../fraction';
import { add, compare, divide, fraction, multiply, ZERO } from '../fraction';
import { groupInformedConsensus } from '../measures/agreement';
import { IMPORTANT_FROM } from '../measures/distribution';
import type { Margins } from '../measures/pairwise';
import { NO_ANSWERS } from '../methods/agreement';
import type { VoteTally } from '../methods/counting';
import { consensusParts, publishedAgreement } from '../publishing/published-agreement';
import type { BallotBox } from './ballot-box';
import { rankOptions, tiersOf } from './rank-options';
import { schulze } from './schulze';
import { firstCriterion, type Support, supportOf, supportOfPoints } from './support';
import { tieOrder } from './ties';

type Weights = Readonly<Record<GroupId, Fraction>>;
type Tally<Method> = Extract<VoteTally, { readonly method: Method }>;
/** What of a ballot box its order is made of. */
type Ranked = Pick<BallotBox, 'rules' | 'tally' | 'options' | 'settings' | 'cellsOf'>;
type Tiers = readonly (readonly number[])[];

/**
 * By the first rules every option. Since then what nobody has judged is left out, and what somebody has judged but nobody is for
 * comes after what somebody is for.
 */
export function tiersOfOptions(box: Ranked, weights: Weights): readonly (readonly PriorityId[])[] {
  const { rules, tally, options, settings } = box;
  const tiers = tiersOfPlaces(box, weights);
  const named = (some: Tiers) => some.map((tier) => tier.map((place) => options[place]!));
  if (rules === 1) return named(tiers);
  const support = options.map((option, place) => supportOf(tally, settings.method, option, place));
  const only = (keep: (support: Support) => boolean) =>
    tiers.map((tier) => tier.filter((place) => keep(support[place]!))).filter((tier) => tier.length > 0);
  return named([
    ...only(({ supporters }) => supporters > 0),
    ...only(({ supporters, judged }) => judged && supporters === 0),
  ]);
}

function tiersOfPlaces({ rules, tally, options, settings, cellsOf }: Ranked, weights: Weights): Tiers {
  switch (tally.method) {
    case 'score':
      return byMedian(tally, options, firstCriterion(settings.method), { weights, rules });
    case 'ranking':
      return byMargins(tally, settings.rule, weights);
    case 'agreement':
      return byConsensus(tally, options, { cellsOf, rules });
    case 'dots':
    case 'approval':
      return [];
    default:
      return assertNever(tally);
  }
}

/** By `order`, equals in the order of `supporters`, then of creation. */
function tiersBy(supporters: readonly number[], order: (a: number, b: number) => number): Tiers {
  return tiersOf(rankOptions(tieOrder({ supporters }), order));
}

type Importance = { readonly median: number; readonly high: Fraction };

/** The least point with half of the weight at or below it: the lower median, with weights. */
function importanceOf(
  countsByGroup: Readonly<Record<GroupId, readonly number[]>>,
  weights: Weights,
): Importance | undefined {
  const points: Fraction[] = [];
  for (const [group, counts] of Object.entries(countsByGroup)) {
    counts.forEach((people, at) => {
      points[at] = add(points[at] ?? ZERO, multiply(weights[group] ?? ZERO, fraction(people)));
    });
  }
  const all = points.reduce(add, ZERO);
  if (all.n === 0n) return undefined;
  let passed = ZERO;
  const median = points.findIndex((weight) => {
    passed = add(passed, weight);
    return compare(multiply(passed, fraction(2)), all) >= 0;
  });
  return { median: median + 1, high: divide(points.slice(IMPORTANT_FROM - 1).reduce(add, ZERO), all) };
}

/** Lower median of the first criterion, then the share at 4 and 5 (methods A10); what nobody judged comes last. */
function byMedian(
  tally: Tally<'score'>,
  options: readonly PriorityId[],
  criterion: string,
  { weights, rules }: { readonly weights: Weights; readonly rules: RulesEdition },
): Tiers {
  const counts = options.map((id) => tally.options[id]?.[criterion]);
  const keys = counts.map((count) => importanceOf(count?.countsByGroup ?? {}, weights));
  // The first rules took everybody who judged an option for a supporter.
  const supporters = counts.map(({ counts: points = [] } = { counts: [], countsByGroup: {} }) =>
    rules === 1 ? points.reduce((sum, people) => sum + people, 0) : supportOfPoints(points).supporters,
  );
  return tiersBy(supporters, (x, y) => {
    const [a, b] = [keys[x], keys[y]];
    if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
    return b.median - a.median || compare(b.high, a.high);
  });
}

/**
 * The geometric mean of group-informed consensus, of what may be published: small groups stand together as one. Options may
 * so have different numbers n of parts; GIC^(1/n) is compared exactly, as GIC^m with the other's n.
 */
function byConsensus(
  tally: Tally<'agreement'>,
  options: readonly PriorityId[],
  { cellsOf, rules }: Pick<BallotBox, 'cellsOf' | 'rules'>,
): Tiers {
  const counts = options.map((id) => tally.options[id] ?? { ...NO_ANSWERS, byGroup: {} });
  const parts = counts.map((count, at) =>
    consensusParts(publishedAgreement(count, count.byGroup, cellsOf(options[at]!)), rules),
  );
  const products = parts.map(groupInformedConsensus);
  return tiersBy(
    counts.map(({ agree }) => agree),
    (a, b) => compare(power(products[b]!, parts[a]!.length), power(products[a]!, parts[b]!.length)),
  );
}

function power({ n, d }: Fraction, times: number): Fraction {
  return { n: n ** BigInt(times), d: d ** BigInt(times) };
}

function byMargins(tally: Tally<'ranking'>, rule: VoteRule, weights: Weights): Tiers {
  const margins = tally.named.map((_, a) =>
    tally.named.map((__, b) =>
      Object.entries(tally.byGroup).reduce(
        (sum, [group, count]) => add(sum, multiply(weights[group] ?? ZERO, fraction(count.margins[a]![b]!))),
        ZERO,
      ),
    ),
  );
  if (rule === 'borda') {
    const scores = margins.map((row) => row.reduce(add, ZERO));
    return tiersBy(tally.named, (a, b) => compare(scores[b]!, scores[a]!));
  }
  return schulzeTiers(comparable(margins), tieOrder({ supporters: tally.named }));
}

/** Whole numbers in the same order, with the same signs: all that Schulze's method looks at. */
function comparable(margins: readonly (readonly Fraction[])[]): Margins {
  const strengths = margins
    .flat()
    .filter(({ n }) => n > 0n)
    .sort(compare)
    .filter((value, at, sorted) => at === 0 || compare(value, sorted[at - 1]!) !== 0);
  const placeOf = new Map(strengths.map(({ n, d }, at) => [`${n}/${d}`, at + 1]));
  return margins.map((row) =>
    row.map(({ n, d }) => (n > 0n ? placeOf.get(`${n}/${d}`)! : n < 0n ? -placeOf.get(`${-n}/${d}`)! : 0)),
  );
}

/** The undefeated first, then the undefeated of the rest, and so on. `order` of places inside a tier. */
export function schulzeTiers(margins: Margins, order: readonly number[] = margins.map((_, place) => place)): Tiers {
  const { defeats } = schulze(margins);
  const tiers: number[][] = [];
  let left = order;
  while (left.length > 0) {
    const beaten = new Set(defeats.filter(([winner]) => left.includes(winner)).map(([, loser]) => loser));
    tiers.push(left.filter((place) => !beaten.has(place)));
    left = left.filter((place) => beaten.has(place));
  }
  return tiers;
}
