// An outcome as it is declared: what stands in the log.
import type { GroupId, PriorityId, VoteSettings, VoteWeights } from '../../vocabulary';
import type { OutcomeFlags, ReasonView, SelectionView } from './outcome-view';

/** `peopleByGroup` stays in the log: views give only how many groups, of those that may be shown. */
export type DeclaredReason = Omit<ReasonView, 'groups'> & {
  readonly groups: number;
  readonly peopleByGroup: Readonly<Record<GroupId, number>>;
};

export type DeclaredSelection = Omit<SelectionView, 'reasons'> & { readonly reasons: readonly DeclaredReason[] };

export type Selected = { readonly selected: readonly PriorityId[]; readonly tiedAtCut: readonly PriorityId[] };

export type Outcome = Selected & {
  /** Places nobody's choice was left for, of all fields together. Missing in logs by the first rules, which filled them. */
  readonly emptyPlaces?: number;
  /** Which opening of the vote, from 1. */
  readonly round: number;
  readonly settings: VoteSettings;
  readonly ballots: number;
  /** People who had joined when the vote closed. */
  readonly joined: number;
  readonly bySelection: { readonly mostSupported?: DeclaredSelection; readonly fairShare?: DeclaredSelection };
  readonly order?: readonly (readonly PriorityId[])[];
  readonly byWeights?: Readonly<Record<VoteWeights, Selected>>;
  readonly flags: OutcomeFlags;
};
