// What a revealed vote shows: figures per option by the method of the ballot, and the outcome with its reasons. Splits by
// group leave here only as small cells allow.
import type { SessionState, VoteState } from '../state';
import type {
  AgreementResult,
  ApprovalResult,
  Audience,
  ByGroup,
  CriterionResult,
  DotsResult,
  OutcomeView,
  RankingResult,
  ScoreResult,
  SelectionView,
  VoteView,
} from '../views';
import type { GroupId, PriorityId, VoteSettings } from '../vocabulary';
import type { AgreementCounts } from '../voting/agreement';
import { geometricMean, groupInformedConsensus, seen } from '../voting/agreement';
import { atLeast, consensus, IMPORTANT_FROM, quadrant, spread } from '../voting/distribution';
import { isPolarised } from '../voting/flags';
import { toNumber } from '../voting/fraction';
import { NO_ANSWERS } from '../voting/methods/agreement';
import type { VoteTally } from '../voting/methods/counting';
import type { ScoreCount } from '../voting/methods/score';
import { schulzeTiers } from '../voting/option-tiers';
import type { DeclaredSelection, Outcome } from '../voting/outcome';
import { condorcetWinner, symmetricBorda } from '../voting/pairwise';
import { rankOptions } from '../voting/rank-options';
import { shownGroups, splitByGroup } from '../voting/suppression';

type Tally<Method> = Extract<VoteTally, { readonly method: Method }>;
type Results = Pick<VoteView, 'results' | 'approvals' | 'scores' | 'ranking' | 'agreement'>;

/** Only for a revealed vote. `settings` as they stand; phones get no table of pairs. */
export function voteResults(
  state: SessionState,
  { tally, options, outcome }: VoteState,
  settings: VoteSettings,
  audience: Audience,
): Results {
  const ids = options.map(({ id }) => id);
  switch (tally.method) {
    case 'dots':
      return { results: dotsResults(state, tally, ids) };
    case 'approval':
      return { approvals: approvalResults(state, tally, ids) };
    case 'score':
      return { scores: scoreResults(state, tally, ids, settings, outcome) };
    case 'ranking':
      return { ranking: rankingResult(tally, ids, audience) };
    case 'agreement':
      return { agreement: agreementResults(state, tally, ids, outcome) };
  }
}

function dotsResults(
  { design }: SessionState,
  { options, ballotsByGroup }: Tally<'dots'>,
  ids: readonly PriorityId[],
): Readonly<Record<PriorityId, DotsResult>> {
  const counts = ids.flatMap((id) => (options[id] === undefined ? [] : [{ id, ...options[id] }]));
  const ranked = rankOptions(counts, (a, b) => b.dots - a.dots || b.supporters - a.supporters);
  return Object.fromEntries(
    ranked.map(({ option: { id, dots, supporters, dotsByGroup }, rank }) => [
      id,
      { dots, supporters, rank, dotsByGroup: splitByGroup(dotsByGroup, ballotsByGroup, design) },
    ]),
  );
}

function approvalResults(
  { design }: SessionState,
  { options, ballotsByGroup }: Tally<'approval'>,
  ids: readonly PriorityId[],
): Readonly<Record<PriorityId, ApprovalResult>> {
  const counts = ids.flatMap((id) => (options[id] === undefined ? [] : [{ id, ...options[id] }]));
  const ranked = rankOptions(counts, (a, b) => b.approvals - a.approvals);
  return Object.fromEntries(
    ranked.map(({ option: { id, approvals, approvalsByGroup }, rank }) => [
      id,
      { approvals, rank, approvalsByGroup: splitByGroup(approvalsByGroup, ballotsByGroup, design) },
    ]),
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

/** The groups among `respondents` that may be shown, of all groups of the workshop. */
function shownOf({ design }: SessionState, respondents: Readonly<Record<GroupId, number>>): readonly GroupId[] {
  const everyGroup = Object.fromEntries(design.groups.map(({ id }) => [id, respondents[id] ?? 0]));
  const shown = shownGroups(everyGroup, design.smallestCell);
  return design.groups.map(({ id }) => id).filter((id) => shown.has(id));
}

const IMPORTANCE = 'importance';
const FEASIBILITY = 'feasibility';

function scoreResults(
  state: SessionState,
  tally: Tally<'score'>,
  ids: readonly PriorityId[],
  { method }: VoteSettings,
  outcome: Outcome | undefined,
): Readonly<Record<PriorityId, ScoreResult>> {
  const criteria = method.name === 'score' ? method.criteria.map(({ id }) => id) : [];
  return Object.fromEntries(
    ids.map((id) => {
      const counts = tally.options[id] ?? {};
      const [importance, feasibility] = [IMPORTANCE, FEASIBILITY].map((name) => spread(counts[name]?.counts ?? []));
      const field =
        importance === undefined || feasibility === undefined ? undefined : quadrant(importance, feasibility);
      const results = criteria.flatMap((name) => {
        const count = counts[name];
        return count === undefined ? [] : [[name, criterionResult(state, count)] as const];
      });
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

function criterionResult(state: SessionState, { counts, countsByGroup }: ScoreCount): CriterionResult {
  const people = Object.fromEntries(
    Object.entries(countsByGroup).map(([group, points]) => [group, points.reduce((sum, count) => sum + count, 0)]),
  );
  const measured = spread(counts);
  const alike = consensus(counts);
  return {
    counts,
    ...(measured === undefined
      ? {}
      : { median: measured.median, lowerMedian: measured.lowerMedian, q1: measured.q1, q3: measured.q3 }),
    ...(alike === undefined ? {} : { consensus: alike }),
    high: atLeast(counts, IMPORTANT_FROM),
    countsByGroup: Object.fromEntries(
      shownOf(state, people).map((group) => [group, countsByGroup[group] ?? counts.map(() => 0)]),
    ),
  };
}

function rankingResult(
  { margins, named }: Tally<'ranking'>,
  ids: readonly PriorityId[],
  audience: Audience,
): RankingResult {
  const borda = symmetricBorda(margins);
  const winner = condorcetWinner(margins);
  const places = ids.map((_, place) => place);
  const first = winner === undefined ? undefined : ids[winner];
  return {
    options: ids,
    ...(audience === 'participant' ? {} : { margins }),
    borda: Object.fromEntries(ids.map((id, place) => [id, borda[place] ?? 0])),
    order: rankOptions(places, (a, b) => borda[b]! - borda[a]!).map(({ option }) => ids[option]!),
    named: Object.fromEntries(ids.map((id, place) => [id, named[place] ?? 0])),
    ...(first === undefined ? {} : { condorcetWinner: first }),
    schulzeOrder: schulzeTiers(margins).map((tier) => tier.map((place) => ids[place]!)),
  };
}

function agreementResults(
  state: SessionState,
  tally: Tally<'agreement'>,
  ids: readonly PriorityId[],
  outcome: Outcome | undefined,
): Readonly<Record<PriorityId, AgreementResult>> {
  const split = new Set(outcome?.flags.groupSplit.map(({ option }) => option));
  return Object.fromEntries(
    ids.map((id) => {
      const { agree, disagree, pass, byGroup } = tally.options[id] ?? { ...NO_ANSWERS, byGroup: {} };
      const asked = Object.fromEntries(Object.entries(byGroup).map(([group, counts]) => [group, seen(counts)]));
      const shown = shownOf(state, asked).map((group) => [group, byGroup[group] ?? NO_ANSWERS] as const);
      return [
        id,
        {
          agree,
          disagree,
          pass,
          rank: rankIn(outcome, id),
          consensus: publishedConsensus({ agree, disagree, pass }, shown.map(([, counts]) => counts), state),
          byGroup: Object.fromEntries(shown),
          ...(split.has(id) ? { split: true as const } : {}),
          ...(isPolarised({ agree, disagree, pass }) ? { polarised: true as const } : {}),
        },
      ];
    }),
  );
}

/** Groups that are withheld stand together as one, whose figures follow from the total anyway: nothing more can be solved for. */
function publishedConsensus(
  total: AgreementCounts,
  shown: readonly AgreementCounts[],
  { design }: SessionState,
): number {
  const sum = (side: keyof AgreementCounts): number => shown.reduce((all, counts) => all + counts[side], 0);
  const withheld = {
    agree: total.agree - sum('agree'),
    disagree: total.disagree - sum('disagree'),
    pass: total.pass - sum('pass'),
  };
  const parts = shown.length < design.groups.length ? [...shown, withheld] : shown;
  return geometricMean(toNumber(groupInformedConsensus(parts)), parts.length) ?? 0;
}

/** The declared outcome without what only the log may hold. */
export function outcomeView(state: SessionState, outcome: Outcome, { tally }: VoteState): OutcomeView {
  const { bySelection, ...rest } = outcome;
  const shown = new Set(shownOf(state, tally.ballotsByGroup));
  const { mostSupported, fairShare } = bySelection;
  return {
    ...rest,
    bySelection: {
      ...(mostSupported === undefined ? {} : { mostSupported: selectionView(mostSupported, shown) }),
      ...(fairShare === undefined ? {} : { fairShare: selectionView(fairShare, shown) }),
    },
    ...(mostSupported === undefined || fairShare === undefined
      ? {}
      : {
          differ: {
            onlyMostSupported: without(mostSupported.selected, fairShare.selected),
            onlyFairShare: without(fairShare.selected, mostSupported.selected),
          },
        }),
  };
}

function without(some: readonly PriorityId[], others: readonly PriorityId[]): readonly PriorityId[] {
  return some.filter((id) => !others.includes(id));
}

function selectionView({ reasons, ...selection }: DeclaredSelection, shown: ReadonlySet<GroupId>): SelectionView {
  return {
    ...selection,
    reasons: reasons.map(({ peopleByGroup, ...reason }) => ({
      ...reason,
      groups: Object.keys(peopleByGroup).filter((group) => shown.has(group)).length,
    })),
  };
}
