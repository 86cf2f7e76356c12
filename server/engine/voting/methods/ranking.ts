// Ranking: the best `top` options in order, equals allowed; what is left out stands together below (methods A3–A5).
import type { GroupId, PriorityId } from '../../vocabulary';
import type { Margins, Order } from '../measures/pairwise';
import { countOrder } from '../measures/pairwise';
import type { BallotMethod, OptionRules, Turnout } from './method';
import { byId, checkOptions, countTurnout, NOBODY, replaceBy } from './method';

export type RankingRules = OptionRules & { readonly top: number };
/** Tiers best first, ids in order within a tier. */
export type RankingBallot = readonly (readonly PriorityId[])[];

export type RankingCount = {
  /** Rows and columns in the order of the rules' options. Borda follows: the sum of a row. */
  readonly margins: Margins;
  /** Per option how many ballots name it: a few strong wishes and many weak ones may have equal margins. */
  readonly named: readonly number[];
};
export type RankingTally = Turnout & RankingCount & { readonly byGroup: Readonly<Record<GroupId, RankingCount>> };

function nothing(options: number): RankingCount {
  return {
    margins: Array.from({ length: options }, () => new Array<number>(options).fill(0)),
    named: new Array<number>(options).fill(0),
  };
}

/** O(m²), copying what it changes. */
function shift({ margins, named }: RankingCount, order: Order, sign: 1 | -1): RankingCount {
  const copy = margins.map((row) => [...row]);
  countOrder(copy, order, sign);
  const names = new Set(order.flat());
  return { margins: copy, named: named.map((people, option) => (names.has(option) ? people + sign : people)) };
}

/** The ballot with options as places in the rules. */
export function toOrder(ballot: RankingBallot, options: readonly PriorityId[]): Order {
  const places = new Map(options.map((id, place) => [id, place]));
  return ballot.map((tier) => tier.map((id) => places.get(id)!));
}

function count(
  tally: RankingTally,
  { options }: RankingRules,
  group: GroupId,
  ballot: RankingBallot,
  sign: 1 | -1,
): RankingTally {
  const order = toOrder(ballot, options);
  const here = tally.byGroup[group] ?? nothing(options.length);
  return {
    ...countTurnout(tally, group, sign),
    ...shift(tally, order, sign),
    byGroup: { ...tally.byGroup, [group]: shift(here, order, sign) },
  };
}

export const ranking: BallotMethod<RankingRules, RankingBallot, RankingTally> = {
  name: 'ranking',
  check(ballot, { options, top }) {
    const refusal = checkOptions(ballot.flat(), options, top);
    if (refusal !== undefined) return refusal;
    return ballot.filter((tier) => tier.length > 0).map((tier) => [...tier].sort(byId));
  },
  isEmpty: (ballot) => ballot.every((tier) => tier.length === 0),
  emptyTally: ({ options }) => ({ ...NOBODY, ...nothing(options.length), byGroup: {} }),
  replace: (tally, rules, group, before, after) =>
    replaceBy<RankingBallot, RankingTally>((sum, ballot, sign) => count(sum, rules, group, ballot, sign))(
      tally,
      before,
      after,
    ),
};
