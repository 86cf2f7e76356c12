// What a revealed vote adds to the view: figures per option, and the outcome without what only the log may hold.

import type { SessionState } from '../../state';
import type { Audience } from '../../views';
import type { ActivityDesign, GroupId, PriorityId, RulesEdition } from '../../vocabulary';
import { toText } from '../../voting/fraction';
import { type VoteOnView, voteOnView } from '../../voting/publishing/published-vote';
import { shownGroups } from '../../voting/publishing/suppression';
import type { DeclaredSelection, Outcome, Selected } from '../../voting/selecting/declared';
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
import { settingsTold } from './told';
import type { VoteDesign, VoteResults, VoteState } from './types';

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
    settings: results.outcome?.settings ?? settingsTold(voteSettings(state, design)),
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
  const { options, margins, borda, order, named, condorcetWinner, schulzeOrder } = rankingResult(shown, ids);
  return {
    ranking: {
      options,
      borda,
      order,
      named,
      ...(condorcetWinner === undefined ? {} : { condorcetWinner }),
      schulzeOrder,
      // A phone has no room for a table of pairs, and all phones would be sent it.
      ...(audience === 'participant' ? {} : { margins }),
    },
  };
}

function outcomeView(
  state: SessionState,
  outcome: Outcome,
  { results, present }: VoteOnView & { readonly results: VoteResults },
  audience: Audience,
): OutcomeView {
  const { round, settings, ballots, joined, selected, tiedAtCut, emptyPlaces, order, byWeights, flags } = outcome;
  const { mostSupported, fairShare } = outcome.bySelection;
  const byPerson = settings.weights === 'person';
  const isExact = (option: PriorityId): boolean => isWhole(state.design.groups, results, option);
  return {
    round,
    settings: settingsTold(settings),
    ballots,
    joined,
    selected,
    tiedAtCut,
    ...(emptyPlaces === undefined ? {} : { emptyPlaces }),
    ...(order === undefined ? {} : { order }),
    ...(byWeights === undefined
      ? {}
      : { byWeights: { person: selectedTold(byWeights.person), group: selectedTold(byWeights.group) } }),
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
    flags: flagsTold(
      flags,
      // The facilitator sees who takes part anyway; a wall says nothing of a group of few people.
      audience === 'facilitator' ? () => true : isLargeGroup(state, present?.joinedByGroup ?? {}),
    ),
  };
}

function without(some: readonly PriorityId[], others: readonly PriorityId[]): readonly PriorityId[] {
  return some.filter((id) => !others.includes(id));
}

function selectedTold({ selected, tiedAtCut }: Selected): Selected {
  return { selected, tiedAtCut };
}

function isLargeGroup(
  { design: { groups, smallestCell } }: SessionState,
  joined: Readonly<Record<GroupId, number>>,
): (id: GroupId) => boolean {
  const shown = shownGroups(Object.fromEntries(groups.map(({ id }) => [id, joined[id] ?? 0])), smallestCell);
  return (id) => shown.has(id);
}

function flagsTold(flags: OutcomeFlags, isNamed: (id: GroupId) => boolean): OutcomeFlags {
  const { close, tiedAtCut, lowTurnout, notHeard, lowTurnoutGroups, polarised, groupSplit, bordaBeaten } = flags;
  return {
    close,
    tiedAtCut,
    lowTurnout,
    notHeard: notHeard.filter(isNamed),
    lowTurnoutGroups: lowTurnoutGroups.filter(isNamed),
    polarised,
    groupSplit: groupSplit.map(({ option, most, least }) => ({ option, most, least })),
    ...(bordaBeaten === undefined ? {} : { bordaBeaten }),
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
  { selected, tiedAtCut, reasons }: DeclaredSelection,
  results: VoteResults,
  isPriced: (option: PriorityId) => boolean,
): SelectionView {
  return {
    selected,
    tiedAtCut,
    reasons: reasons.map(({ option, place, phase, price, people, peopleByGroup, tiedWith }) => {
      const { exact, bounded } = groupsShown(results, option);
      const named = [...exact, ...bounded];
      return {
        option,
        place,
        phase,
        people,
        groups: Object.keys(peopleByGroup).filter((group) => named.includes(group)).length,
        tiedWith,
        ...(price !== undefined && isPriced(option) ? { price } : {}),
      };
    }),
  };
}
