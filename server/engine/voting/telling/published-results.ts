// The figures of a published vote, option by option, by the method of the ballot. Splits leave here only as small cells allow.

import type { PriorityId, RulesEdition, VoteSettings } from '../../vocabulary';
import { toNumber } from '../fraction';
import { geometricMean, groupInformedConsensus, seen } from '../measures/agreement';
import { atLeast, consensus, IMPORTANT_FROM, quadrant, spread } from '../measures/distribution';
import { condorcetWinner, symmetricBorda } from '../measures/pairwise';
import { NO_ANSWERS } from '../methods/agreement';
import type { VoteTally } from '../methods/counting';
import type { ScoreCount } from '../methods/score';
import type { Few } from '../publishing/few';
import { consensusParts, publishedAgreement } from '../publishing/published-agreement';
import type { VoteOnView } from '../publishing/published-vote';
import type { Split, SplitRules } from '../publishing/suppression';
import { splitAmount, splitCounts } from '../publishing/suppression';
import type { Outcome } from '../selecting/declared';
import { isPolarised } from '../selecting/flags';
import { schulzeTiers } from '../selecting/option-tiers';
import { rankOptions } from '../selecting/rank-options';
import { firstCriterion, supportOfPoints } from '../selecting/support';
import type {
  AgreementResult,
  ApprovalResult,
  CriterionResult,
  DotsResult,
  RankingResult,
  ScoreResult,
} from './figures';
import { type Ranks, ranksIn } from './ranks';

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

export function dotsResults(
  { tally, cells }: Shown<'dots'>,
  { method }: VoteSettings,
  options: readonly PriorityId[],
  ranks: Ranks,
): ById<DotsResult> {
  const most = method.name === 'dots' ? method.cap : 1;
  return Object.fromEntries(
    options.flatMap((id): readonly (readonly [PriorityId, DotsResult])[] => {
      const count = tally.options[id];
      if (count === undefined) return [];
      const { dots, supporters, dotsByGroup } = count;
      const split = splitAmount(dotsByGroup, most, cells);
      return [[id, { dots, supporters, ...rankedAs(ranks, id), dotsByGroup: split.byGroup, ...bounds(split) }]];
    }),
  );
}

export function approvalResults(
  { tally, cells }: Shown<'approval'>,
  options: readonly PriorityId[],
  ranks: Ranks,
): ById<ApprovalResult> {
  return Object.fromEntries(
    options.flatMap((id): readonly (readonly [PriorityId, ApprovalResult])[] => {
      const count = tally.options[id];
      if (count === undefined) return [];
      const { approvals, approvalsByGroup } = count;
      const split = splitAmount(approvalsByGroup, 1, cells);
      return [[id, { approvals, ...rankedAs(ranks, id), approvalsByGroup: split.byGroup, ...bounds(split) }]];
    }),
  );
}

type OwnRank = { readonly rank?: number };

function rankedAs(ranks: Ranks, id: PriorityId): OwnRank {
  const rank = ranks.get(id);
  return rank === undefined ? {} : { rank };
}

/** The rank an option has in the declared order, if anybody has judged it. */
function rankIn(outcome: Outcome | undefined, id: PriorityId, judged: boolean): OwnRank {
  const rank = judged ? ranksIn(outcome?.order ?? []).get(id) : undefined;
  return rank === undefined ? {} : { rank };
}

const [IMPORTANCE, FEASIBILITY] = ['importance', 'feasibility'];

export function scoreResults(
  { tally, cellsOf, fewOf }: Shown<'score'>,
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
      const results = criteria.flatMap((name): readonly (readonly [string, CriterionResult | Few])[] => {
        const few = fewOf(id, name);
        if (few !== undefined) return [[name, { few }]];
        return counts[name] === undefined ? [] : [[name, criterionResult(counts[name], cellsOf(id, name))]];
      });
      return [
        id,
        {
          criteria: Object.fromEntries(results),
          ...(field === undefined ? {} : { quadrant: field }),
          ...rankIn(outcome, id, supportOfPoints(counts[firstCriterion(method)]?.counts ?? []).judged),
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
  { tally: { margins, named, ballots } }: Shown<'ranking'>,
  options: readonly PriorityId[],
): RankingResult & Required<Pick<RankingResult, 'margins'>> {
  const borda = symmetricBorda(margins);
  // The only option beats nobody.
  const winner = options.length < 2 ? undefined : condorcetWinner(margins);
  const first = winner === undefined ? undefined : options[winner];
  const byPlace = (figures: readonly number[]): ById<number> =>
    Object.fromEntries(options.map((id, place) => [id, figures[place] ?? 0]));
  return {
    options,
    margins,
    borda: byPlace(borda),
    order: rankOptions(ballots === 0 ? [] : options.map((_, place) => place), (a, b) => borda[b]! - borda[a]!).map(
      ({ option }) => options[option]!,
    ),
    named: byPlace(named),
    ...(first === undefined ? {} : { condorcetWinner: first }),
    schulzeOrder: ballots === 0 ? [] : schulzeTiers(margins).map((tier) => tier.map((place) => options[place]!)),
  };
}

export function agreementResults(
  { tally, cellsOf, fewOf }: Shown<'agreement'>,
  options: readonly PriorityId[],
  { outcome, rules }: { readonly outcome: Outcome | undefined; readonly rules: RulesEdition },
): ById<AgreementResult | Few> {
  const divided = new Set(outcome?.flags.groupSplit.map(({ option }) => option));
  return Object.fromEntries(
    options.map((id): readonly [PriorityId, AgreementResult | Few] => {
      const few = fewOf(id);
      if (few !== undefined) return [id, { few }];
      const { agree, disagree, pass, byGroup } = tally.options[id] ?? { ...NO_ANSWERS, byGroup: {} };
      const total = { agree, disagree, pass };
      const published = publishedAgreement(total, byGroup, cellsOf(id));
      const judged = seen(total) > 0;
      const parts = judged ? consensusParts(published, rules) : [];
      const consensus = geometricMean(toNumber(groupInformedConsensus(parts)), parts.length);
      return [
        id,
        {
          ...total,
          ...rankIn(outcome, id, judged),
          ...(consensus === undefined ? {} : { consensus }),
          byGroup: published.byGroup,
          ...bounds(published),
          ...(divided.has(id) ? { split: true as const } : {}),
          ...(isPolarised(total) ? { polarised: true as const } : {}),
        },
      ];
    }),
  );
}
