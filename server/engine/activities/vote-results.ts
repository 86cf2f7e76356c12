// What a revealed vote adds to the view: figures per option, and the outcome without what only the log may hold.
import type { SessionState, VoteState } from '../state';
import { voteSettings } from '../state';
import type { Audience, OutcomeFlags, OutcomeView, SelectionView, VoteView } from '../views';
import type { GroupId, PriorityId, VoteDesign } from '../vocabulary';
import type { DeclaredSelection, Outcome } from '../voting/outcome';
import {
  agreementResults,
  approvalResults,
  dotsResults,
  isShownBy,
  rankingResult,
  scoreResults,
} from '../voting/published-results';
import type { VoteOnView } from '../voting/published-vote';
import { shownGroups } from '../voting/suppression';

export type VoteResults = Pick<
  VoteView,
  'results' | 'approvals' | 'scores' | 'ranking' | 'agreement' | 'outcome' | 'held'
>;

/** Only for a revealed vote; `shown` is what of it is published. */
export function voteResults(
  state: SessionState,
  design: VoteDesign,
  { options, outcome }: VoteState,
  shown: VoteOnView,
  audience: Audience,
): VoteResults {
  return {
    ...figures(
      shown,
      options.map(({ id }) => id),
      { settings: voteSettings(state, design), outcome, audience },
    ),
    ...(outcome === undefined ? {} : { outcome: outcomeView(state, outcome, shown, audience) }),
    ...(shown.held ? { held: true as const } : {}),
  };
}

function figures(
  shown: VoteOnView,
  ids: readonly PriorityId[],
  {
    settings,
    outcome,
    audience,
  }: {
    readonly settings: ReturnType<typeof voteSettings>;
    readonly outcome: Outcome | undefined;
    readonly audience: Audience;
  },
): VoteResults {
  if (isShownBy(shown, 'dots')) return { results: dotsResults(shown, settings, ids) };
  if (isShownBy(shown, 'approval')) return { approvals: approvalResults(shown, ids) };
  if (isShownBy(shown, 'score')) return { scores: scoreResults(shown, settings, ids, outcome) };
  if (isShownBy(shown, 'agreement')) return { agreement: agreementResults(shown, ids, outcome) };
  if (!isShownBy(shown, 'ranking')) return {};
  const { margins, ...ranking } = rankingResult(shown, ids);
  // A phone has no room for a table of pairs, and all phones would be sent it.
  return { ranking: audience === 'participant' ? ranking : { ...ranking, margins } };
}

function outcomeView(state: SessionState, outcome: Outcome, { cells, present }: VoteOnView, audience: Audience): OutcomeView {
  const { bySelection, flags, ...rest } = outcome;
  const { mostSupported, fairShare } = bySelection;
  return {
    ...rest,
    bySelection: {
      ...(mostSupported === undefined ? {} : { mostSupported: selectionView(mostSupported, cells.withheld) }),
      ...(fairShare === undefined ? {} : { fairShare: selectionView(fairShare, cells.withheld) }),
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

function selectionView({ reasons, ...selection }: DeclaredSelection, withheld: ReadonlySet<GroupId>): SelectionView {
  return {
    ...selection,
    reasons: reasons.map(({ peopleByGroup, ...reason }) => ({
      ...reason,
      groups: Object.keys(peopleByGroup).filter((group) => !withheld.has(group)).length,
    })),
  };
}
