// The figures of a published vote, option by option, by the method of the ballot. Splits leave here only as small cells allow.
import type {
  AgreementResult,
  ApprovalResult,
  CriterionResult,
  DotsResult,
  RankingResult,
  ScoreResult,
} from '../views';
import type { PriorityId, VoteSettings } from '../vocabulary';
import { geometricMean, groupInformedConsensus } from './agreement';
import { atLeast, consensus, IMPORTANT_FROM, quadrant, spread } from './distribution';
import { isPolarised } from './flags';
import { toNumber } from './fraction';
import { NO_ANSWERS } from './methods/agreement';
import type { VoteTally } from './methods/counting';
import type { ScoreCount } from './methods/score';
import { schulzeTiers } from './option-tiers';
import type { Outcome } from './outcome';
import { condorcetWinner, symmetricBorda } from './pairwise';
import { publishedAgreement } from './published-agreement';
import type { VoteOnView } from './published-vote';
import { rankOptions } from './rank-options';
import type { Split, SplitRules } from './suppression';
import { splitAmount, splitCounts } from './suppression';

/** What is on view, of a vote by this method. */
type Shown<Method> = Omit<VoteOnView, 'tally'> & { readonly tally: Extract<VoteTally, { readonly method: Method }> };
type ById<Result> = Readonly<Record<PriorityId, Result>>;

export function isShownBy<Method extends VoteTally['method']>(
  shown: VoteOnView,
  method: Method,
): shown is VoteOnView & Shown<Method> {
  return shown.tally.method === method;
}

function bounds({ nearlyAll }: Split<unknown>): Pick<DotsResult, 'nearlyAll'> {
  return nearlyAll === undefined ? {} : { nearlyAll };
}

/** By dots, then by supporters; equals in both share a rank. */
export function dotsResults(
  { tally, cells }: Shown<'dots'>,
  { method }: VoteSettings,
  options: readonly PriorityId[],
): ById<DotsResult> {
  const most = method.name === 'dots' ? method.cap : 1;
  const counts = options.flatMap((id) => (tally.options[id] === undefined ? [] : [{ id, ...tally.options[id] }]));
  const ranked = rankOptions(counts, (a, b) => b.dots - a.dots || b.supporters - a.supporters);
  return Object.fromEntries(
    ranked.map(({ option: { id, dots, supporters, dotsByGroup }, rank }) => {
      const split = splitAmount(dotsByGroup, most, cells);
      return [id, { dots, supporters, rank, dotsByGroup: split.byGroup, ...bounds(split) }];
    }),
  );
}

export function approvalResults(
  { tally, cells }: Shown<'approval'>,
  options: readonly PriorityId[],
): ById<ApprovalResult> {
  const counts = options.flatMap((id) => (tally.options[id] === undefined ? [] : [{ id, ...tally.options[id] }]));
  return Object.fromEntries(
    rankOptions(counts, (a, b) => b.approvals - a.approvals).map(
      ({ option: { id, approvals, approvalsByGroup }, rank }) => {
        const split = splitAmount(approvalsByGroup, 1, cells);
        return [id, { approvals, rank, approvalsByGroup: split.byGroup, ...bounds(split) }];
      },
    ),
  );
}

/** The rank an option has in the declared order; equals share one. */
function rankIn(outcome: Outcome | undefined, id: PriorityId): number {
  let ahead = 0;
  for (const tier of outcome?.order ?? []) {
    if (tier.includes(id)) break;
    ahead += tier.length;
  }
  return ahead + 1;
}

const [IMPORTANCE, FEASIBILITY] = ['importance', 'feasibility'];

export function scoreResults(
  { tally, cellsOf }: Shown<'score'>,
  { method }: VoteSettings,
  options: readonly PriorityId[],
  outcome: Outcome | undefined,
): ById<ScoreResult> {
  const criteria = method.name === 'score' ? method.criteria.map(({ id }) => id) : [];
  return Object.fromEntries(
    options.map((id) => {
      const counts = tally.options[id] ?? {};
      const [importance, feasibility] = [IMPORTANCE, FEASIBILITY].map((name) => spread(counts[name!]?.counts ?? []));
      const field =
        importance === undefined || feasibility === undefined ? undefined : quadrant(importance, feasibility);
      const results = criteria.flatMap((name) =>
        counts[name] === undefined ? [] : [[name, criterionResult(counts[name], cellsOf(id, name))] as const],
      );
      return [
        id,
        {
          criteria: Object.fromEntries(results),
          ...(field === undefined ? {} : { quadrant: field }),
          rank: rankIn(outcome, id),
        },
      ];
    }),
  );
}

function criterionResult({ counts, countsByGroup }: ScoreCount, rules: SplitRules): CriterionResult {
  const measured = spread(counts);
  const alike = consensus(counts);
  const split = splitCounts(countsByGroup, counts.length, rules);
  return {
    counts,
    ...(measured === undefined
      ? {}
      : { median: measured.median, lowerMedian: measured.lowerMedian, q1: measured.q1, q3: measured.q3 }),
    ...(alike === undefined ? {} : { consensus: alike }),
    high: atLeast(counts, IMPORTANT_FROM),
    countsByGroup: split.byGroup,
    ...bounds(split),
  };
}

/** Pairs are of the whole room: a split by group would be a table nobody reads and everybody can solve. */
export function rankingResult(
  { tally: { margins, named } }: Shown<'ranking'>,
  options: readonly PriorityId[],
): RankingResult & Required<Pick<RankingResult, 'margins'>> {
  const borda = symmetricBorda(margins);
  const winner = condorcetWinner(margins);
  const first = winner === undefined ? undefined : options[winner];
  const byPlace = (figures: readonly number[]): ById<number> =>
    Object.fromEntries(options.map((id, place) => [id, figures[place] ?? 0]));
  return {
    options,
    margins,
    borda: byPlace(borda),
    order: rankOptions(
      options.map((_, place) => place),
      (a, b) => borda[b]! - borda[a]!,
    ).map(({ option }) => options[option]!),
    named: byPlace(named),
    ...(first === undefined ? {} : { condorcetWinner: first }),
    schulzeOrder: schulzeTiers(margins).map((tier) => tier.map((place) => options[place]!)),
  };
}

export function agreementResults(
  { tally, cellsOf }: Shown<'agreement'>,
  options: readonly PriorityId[],
  outcome: Outcome | undefined,
): ById<AgreementResult> {
  const divided = new Set(outcome?.flags.groupSplit.map(({ option }) => option));
  return Object.fromEntries(
    options.map((id) => {
      const { agree, disagree, pass, byGroup } = tally.options[id] ?? { ...NO_ANSWERS, byGroup: {} };
      const total = { agree, disagree, pass };
      const published = publishedAgreement(total, byGroup, cellsOf(id));
      const { parts } = published;
      return [
        id,
        {
          ...total,
          rank: rankIn(outcome, id),
          consensus: geometricMean(toNumber(groupInformedConsensus(parts)), parts.length) ?? 0,
          byGroup: published.byGroup,
          ...bounds(published),
          ...(divided.has(id) ? { split: true as const } : {}),
          ...(isPolarised(total) ? { polarised: true as const } : {}),
        },
      ];
    }),
  );
}
