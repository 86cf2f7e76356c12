// What a declared outcome shows: the selections, why each option was selected, and what to beware of.
import type { GroupId, PriorityId, VoteSettings, VoteWeights } from '../../vocabulary';

/** Why an option was selected, in figures. */
export type ReasonView = {
  readonly option: PriorityId;
  /** From 1. */
  readonly place: number;
  readonly phase: 'most-supported' | 'equal-shares' | 'phragmen' | 'unsupported';
  /** Exact, "p/q": votes (most supported), the most anybody pays (Equal Shares), the load (Phragmén). */
  readonly price?: string;
  /** People whose votes, money or load this place used. */
  readonly people: number;
  /** Their groups, of those that small cells allow to be shown. */
  readonly groups: number;
  readonly tiedWith: readonly PriorityId[];
};

export type SelectionView = {
  readonly selected: readonly PriorityId[];
  readonly tiedAtCut: readonly PriorityId[];
  readonly reasons: readonly ReasonView[];
};

export type OutcomeFlags = {
  /** One ballot could change who is in. Only for most supported. */
  readonly close: boolean;
  readonly tiedAtCut: boolean;
  readonly lowTurnout: boolean;
  readonly notHeard: readonly GroupId[];
  readonly lowTurnoutGroups: readonly GroupId[];
  readonly polarised: readonly PriorityId[];
  readonly groupSplit: readonly { readonly option: PriorityId; readonly most: GroupId; readonly least: GroupId }[];
  /** Rankings: first by Borda's points while Schulze's pairs have others first. Missing when the two agree. */
  readonly bordaBeaten?: readonly PriorityId[];
};

/** What the vote decided, only after reveal. */
export type OutcomeView = {
  /** Which opening of the vote, from 1. */
  readonly round: number;
  readonly settings: VoteSettings;
  readonly ballots: number;
  /** People who had joined when the vote closed. */
  readonly joined: number;
  /** In order of selection, theme by theme where places are per theme; what decides. */
  readonly selected: readonly PriorityId[];
  /** Options equal at the last place, more of them than places. */
  readonly tiedAtCut: readonly PriorityId[];
  /** Places that nothing with a supporter was left for. Missing in outcomes by the first rules, which filled them. */
  readonly emptyPlaces?: number;
  /** Dots and approval: both selections, whichever decides. */
  readonly bySelection: { readonly mostSupported?: SelectionView; readonly fairShare?: SelectionView };
  /** Where the two differ. */
  readonly differ?: {
    readonly onlyMostSupported: readonly PriorityId[];
    readonly onlyFairShare: readonly PriorityId[];
  };
  /** Score, ranking and agreement: what somebody has judged, best first; equals share a tier. */
  readonly order?: readonly (readonly PriorityId[])[];
  /** When groups count the same: what either weighting selects. `settings.weights` decides. */
  readonly byWeights?: Readonly<
    Record<VoteWeights, { readonly selected: readonly PriorityId[]; readonly tiedAtCut: readonly PriorityId[] }>
  >;
  readonly flags: OutcomeFlags;
};
