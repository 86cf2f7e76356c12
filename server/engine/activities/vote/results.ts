// What a revealed vote adds to the view: figures per option, and the outcome without what only the log may hold.

import type { SessionState } from '../../state';
import type { Audience } from '../../views';
import type { ActivityDesign, GroupId, PriorityId, RulesEdition } from '../../vocabulary';
import { toText } from '../../voting/fraction';
import { type VoteOnView, voteOnView } from '../../voting/publishing/published-vote';
import { shownGroups } from '../../voting/publishing/suppression';
import type { DeclaredSelection, Outcome } from '../../voting/selecting/declared';
import type { OutcomeFlags, OutcomeView, SelectionView } from '../../voting/selecting/outcome-view';
import { selectionScores } from '../../voting/selecting/selections';
import {
  agreementResults,
  approvalResults,
  dotsResults,
  isShownBy,
  rankingResult,
  scoreResults,
} from '../../voting/telling/published-results';
import { type Counted, ranksBy } from '../../voting/telling/ranks-by-weights';
import { isVote } from './is-vote';
import { onPhones } from './results-on-phones';
import { voteSettings, voteTables } from './settings';
import { isStruck, shownVote } from './standing-options';
import type { VoteDesign, VoteState, VoteView } from './types';

export type VoteResults = Pick<
  VoteView,
  'results' | 'approvals' | 'scores' | 'ranking' | 'agreement' | 'outcome' | 'held' | 'rankByPerson' | 'weightedVotes'
>;

/** Only for a revealed vote; `shown` is what of it is published. */
export function voteResults(
  state: SessionState,
  design: VoteDesign,
  vote: VoteState,
  shown: VoteOnView,
  audience: Audience,
): VoteResults {
  const { outcome } = vote;
  const settings = voteSettings(state, design);
  const options = vote.options.flatMap(({ id }) => (isStruck(vote, id) ? [] : [id]));
  const results = figures(shown, options, { rules: state.rules, settings, outcome, audience });
  const all: VoteResults = {
    ...results,
    // Phones show the deciding rank alone.
    ...(audience === 'participant'
      ? {}
      : besideWeights(state, { shown, settings, options, rules: state.rules }, results)),
    ...(outcome === undefined ? {} : { outcome: outcomeView(state, outcome, { ...shown, results }, audience) }),
    ...(shown.held ? { held: true as const } : {}),
  };
  return audience === 'participant' ? onPhones(all) : all;
}

/** Where groups count the same: what people counting the same would give, and the votes that decide. */
function besideWeights(
  { design: { groups } }: SessionState,
  counted: Counted,
  results: VoteResults,
): Pick<VoteResults, 'rankByPerson' | 'weightedVotes'> {
  const { settings, shown, options } = counted;
  // Consensus is of groups anyway.
  if (settings.weights !== 'group' || shown.tally.method === 'agreement') return {};
  const rankByPerson = Object.fromEntries(ranksBy('person', counted));
  const scores = selectionScores(shown.tally, options, 'group');
  if (scores === undefined) return { rankByPerson };
  const exact = options.flatMap((id, at) => (isWhole(groups, results, id) ? [[id, toText(scores[at]!)] as const] : []));
  return { rankByPerson, weightedVotes: Object.fromEntries(exact) };
}

/** Every group's figure of the option is shown: one that is weighted by group gives nothing away. */
function isWhole(groups: readonly unknown[], results: VoteResults, option: PriorityId): boolean {
  const { exact, bounded } = groupsShown(results, option);
  return bounded.length === 0 && exact.length === groups.length;
}

/** What is published of a revealed vote, and under which settings it was decided; undefined while nothing is. */
export function revealedVote(state: SessionState, design: ActivityDesign | undefined) {
  if (!isVote(design)) return undefined;
  const { vote, revealed } = state.activities[design.id] ?? {};
  const shown =
    revealed && vote ? voteOnView(vote.publication, state.design, voteTables(state, design, vote)) : undefined;
  if (vote === undefined || shown === undefined) return undefined;
  const results = voteResults(state, design, vote, shown, 'screen');
  return {
    vote: shownVote(state, vote),
    shown,
    results,
    settings: results.outcome?.settings ?? voteSettings(state, design),
  };
}

function figures(
  shown: VoteOnView,
  ids: readonly PriorityId[],
  {
    rules,
    settings,
    outcome,
    audience,
  }: {
    readonly rules: RulesEdition;
    readonly settings: ReturnType<typeof voteSettings>;
    readonly outcome: Outcome | undefined;
    readonly audience: Audience;
  },
): VoteResults {
  const ranks = () => ranksBy(settings.weights, { shown, settings, options: ids, rules });
  if (isShownBy(shown, 'dots')) return { results: dotsResults(shown, settings, ids, ranks()) };
  if (isShownBy(shown, 'approval')) return { approvals: approvalResults(shown, ids, ranks()) };
  if (isShownBy(shown, 'score')) return { scores: scoreResults(shown, settings, ids, outcome) };
  if (isShownBy(shown, 'agreement')) return { agreement: agreementResults(shown, ids, { outcome, rules }) };
  if (!isShownBy(shown, 'ranking')) return {};
  const { margins, ...ranking } = rankingResult(shown, ids);
  // A phone has no room for a table of pairs, and all phones would be sent it.
  return { ranking: audience === 'participant' ? ranking : { ...ranking, margins } };
}

function outcomeView(
  state: SessionState,
  outcome: Outcome,
  { results, present }: VoteOnView & { readonly results: VoteResults },
  audience: Audience,
): OutcomeView {
  const { bySelection, flags, ...rest } = outcome;
  const { mostSupported, fairShare } = bySelection;
  const byPerson = outcome.settings.weights === 'person';
  const isExact = (option: PriorityId): boolean => isWhole(state.design.groups, results, option);
  return {
    ...rest,
    bySelection: {
      ...(mostSupported === undefined
        ? {}
        : { mostSupported: selectionView(mostSupported, results, (option) => byPerson || isExact(option)) }),
      ...(fairShare === undefined ? {} : { fairShare: selectionView(fairShare, results, () => byPerson) }),
    },
    ...(mostSupported === undefined || fairShare === undefined
      ? {}
      : {
          differ: {
            onlyMostSupported: without(mostSupported.selected, fairShare.selected),
            onlyFairShare: without(fairShare.selected, mostSupported.selected),
          },
        }),
    // The facilitator sees who takes part anyway; a wall says nothing of a group of few people.
    flags: audience === 'facilitator' ? flags : ofLargeGroups(state, flags, present?.joinedByGroup ?? {}),
  };
}

function without(some: readonly PriorityId[], others: readonly PriorityId[]): readonly PriorityId[] {
  return some.filter((id) => !others.includes(id));
}

function ofLargeGroups(
  { design: { groups, smallestCell } }: SessionState,
  flags: OutcomeFlags,
  joined: Readonly<Record<GroupId, number>>,
): OutcomeFlags {
  const shown = shownGroups(Object.fromEntries(groups.map(({ id }) => [id, joined[id] ?? 0])), smallestCell);
  return {
    ...flags,
    notHeard: flags.notHeard.filter((id) => shown.has(id)),
    lowTurnoutGroups: flags.lowTurnoutGroups.filter((id) => shown.has(id)),
  };
}

/** Groups that have a figure of an option, and groups that have a bound. */
function groupsShown(
  { results, approvals }: VoteResults,
  option: PriorityId,
): { readonly exact: readonly GroupId[]; readonly bounded: readonly GroupId[] } {
  const split = results?.[option]?.dotsByGroup ?? approvals?.[option]?.approvalsByGroup ?? {};
  const { nearlyAll = {} } = results?.[option] ?? approvals?.[option] ?? {};
  return { exact: Object.keys(split), bounded: Object.keys(nearlyAll) };
}

/**
 * Groups count in a reason where the option's own split names them. A price weighted by group is one more equation in the
 * figures of withheld groups, so it is given only where nothing could be solved for.
 */
function selectionView(
  { reasons, ...selection }: DeclaredSelection,
  results: VoteResults,
  isPriced: (option: PriorityId) => boolean,
): SelectionView {
  return {
    ...selection,
    reasons: reasons.map(({ peopleByGroup, price, ...reason }) => {
      const { exact, bounded } = groupsShown(results, reason.option);
      const named = [...exact, ...bounded];
      return {
        ...reason,
        ...(price !== undefined && isPriced(reason.option) ? { price } : {}),
        groups: Object.keys(peopleByGroup).filter((group) => named.includes(group)).length,
      };
    }),
  };
}
